CREATE TABLE member (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    first_seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    platform TEXT NOT NULL,
    platform_id TEXT NOT NULL,
    member TEXT NOT NULL REFERENCES member (id),
    PRIMARY KEY (platform, platform_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE preference (
    member TEXT NOT NULL REFERENCES member (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (member, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation (
    id TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    destination TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    UNIQUE (member, platform, channel, thread)
) STRICT;

CREATE INDEX conversation_end ON conversation (expires_at);

-- One waiting line per member, gateway, platform and place. The head of the line is kept here, so that a claim looks at lines, not at jobs.
CREATE TABLE lane (
    id INTEGER PRIMARY KEY,
    member_scope TEXT NOT NULL,
    provider TEXT NOT NULL,
    platform TEXT NOT NULL,
    place_scope TEXT NOT NULL,
    open INTEGER NOT NULL DEFAULT 1,
    head_key INTEGER,
    head_ordinal INTEGER,
    UNIQUE (member_scope, provider, platform, place_scope)
) STRICT;

CREATE INDEX lane_next ON lane (provider, platform, head_key, head_ordinal) WHERE open = 1 AND head_key IS NOT NULL;
CREATE INDEX lane_place ON lane (place_scope);

-- What waits and runs: per member, per place, and of the whole server. last_key is the turn given last; the server's is the clock of turns.
CREATE TABLE queue_load (
    scope TEXT NOT NULL PRIMARY KEY,
    waiting INTEGER NOT NULL CHECK (waiting >= 0),
    running INTEGER NOT NULL CHECK (running >= 0),
    running_limit INTEGER,
    last_key INTEGER NOT NULL DEFAULT 0,
    last_order_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    member TEXT NOT NULL,
    name TEXT NOT NULL,
    account TEXT NOT NULL,
    member_group TEXT NOT NULL,
    destination TEXT NOT NULL,
    request TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    resolution TEXT NOT NULL,
    sample INTEGER NOT NULL,
    plan_micros INTEGER NOT NULL,
    status TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    failure TEXT,
    task_id TEXT,
    submitted_at INTEGER,
    made_at INTEGER,
    clip TEXT,
    progress TEXT,
    delivered TEXT,
    delivery TEXT NOT NULL,
    member_standing TEXT NOT NULL,
    price_micros INTEGER NOT NULL,
    charged_micros INTEGER NOT NULL,
    counted_seconds INTEGER NOT NULL,
    spend_standing TEXT NOT NULL,
    spend_micros INTEGER NOT NULL,
    lane INTEGER NOT NULL REFERENCES lane (id),
    turn_key INTEGER NOT NULL,
    ready INTEGER NOT NULL,
    day INTEGER NOT NULL
) STRICT;

CREATE INDEX job_turn ON job (lane, turn_key, ordinal) WHERE status = 'QUEUED' AND ready = 1;
CREATE INDEX job_deferred ON job (not_before) WHERE status = 'QUEUED' AND ready = 0;
CREATE INDEX job_status ON job (status, created_at, id);
CREATE INDEX job_member ON job (member, ordinal);
CREATE INDEX job_pace ON job (provider, model, seconds, resolution, made_at) WHERE made_at IS NOT NULL;
CREATE INDEX job_unclear ON job (member_standing, ordinal) WHERE failure = 'SUBMIT_AMBIGUOUS' AND spend_standing = 'PRESUMED';

CREATE TABLE job_event (
    job TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    signal TEXT NOT NULL,
    status TEXT NOT NULL,
    failure TEXT,
    PRIMARY KEY (job, version)
) STRICT, WITHOUT ROWID;

-- Each movement of each job once; the amounts are what it adds to its book. booked_at is when the job was accepted: its window never changes.
CREATE TABLE ledger (
    job TEXT NOT NULL,
    movement TEXT NOT NULL,
    member TEXT NOT NULL,
    place TEXT NOT NULL,
    booked_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    held_micros INTEGER NOT NULL,
    spent_micros INTEGER NOT NULL,
    clips INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (job, movement)
) STRICT, WITHOUT ROWID;

CREATE INDEX ledger_spent ON ledger (booked_at, spent_micros) WHERE movement IN ('OPERATOR_PRESUMED', 'OPERATOR_SETTLED', 'OPERATOR_RELEASED');

-- The ledger's balance (held and spent) per subject and day, moved in the ledger's own transaction; weeks and months are sums of days.
CREATE TABLE usage (
    subject TEXT NOT NULL,
    day INTEGER NOT NULL,
    clips INTEGER NOT NULL CHECK (clips >= 0),
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    micros INTEGER NOT NULL CHECK (micros >= 0),
    PRIMARY KEY (subject, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE quota_rule (
    subject TEXT NOT NULL,
    measure TEXT NOT NULL,
    amount INTEGER,
    actor TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (subject, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE key_value (
    plugin TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (plugin, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE key_value_count (
    plugin TEXT NOT NULL PRIMARY KEY,
    entries INTEGER NOT NULL CHECK (entries >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
