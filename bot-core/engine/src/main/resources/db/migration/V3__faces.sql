-- A finished job keeps its progress message only until that was taken away; those of before were looked after by their own process.
UPDATE job SET progress = NULL WHERE status IN ('SUCCEEDED', 'FAILED', 'CANCELLED');

CREATE INDEX job_face ON job (created_at, id) WHERE progress IS NOT NULL AND status IN ('SUCCEEDED', 'FAILED', 'CANCELLED');
