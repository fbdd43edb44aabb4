-- Whether the member was told of a failure stands in delivery; what failed before this version was told by it.
UPDATE job SET delivery = 'DONE' WHERE status = 'FAILED';

CREATE INDEX job_untold ON job (created_at, id) WHERE status = 'FAILED' AND delivery = 'PENDING';
CREATE INDEX job_submitted ON job (provider, submitted_at) WHERE submitted_at IS NOT NULL;
