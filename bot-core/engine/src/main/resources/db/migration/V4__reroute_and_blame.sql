-- What of the request a gateway refused, as codes with a comma between them; why a job is where it is, for the operator.
ALTER TABLE job ADD COLUMN blames TEXT;
ALTER TABLE job_event ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- A job may be moved to another gateway more than once, and the operator's hold with it: that movement is told apart by the job's version, all others stay at 0.
CREATE TABLE ledger_of_rounds (
    job TEXT NOT NULL,
    movement TEXT NOT NULL,
    round INTEGER NOT NULL DEFAULT 0,
    member TEXT NOT NULL,
    place TEXT NOT NULL,
    booked_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    held_micros INTEGER NOT NULL,
    spent_micros INTEGER NOT NULL,
    clips INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (job, movement, round)
) STRICT, WITHOUT ROWID;

INSERT INTO ledger_of_rounds (job, movement, member, place, booked_at, at, held_micros, spent_micros, clips, seconds)
SELECT job, movement, member, place, booked_at, at, held_micros, spent_micros, clips, seconds FROM ledger;

DROP TABLE ledger;
ALTER TABLE ledger_of_rounds RENAME TO ledger;
CREATE INDEX ledger_spent ON ledger (booked_at, spent_micros) WHERE movement IN ('OPERATOR_PRESUMED', 'OPERATOR_SETTLED', 'OPERATOR_RELEASED');

-- Where the chat platform shows a stored file to everybody, for a while.
CREATE TABLE public_link (
    sha256 TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX public_link_end ON public_link (expires_at);
