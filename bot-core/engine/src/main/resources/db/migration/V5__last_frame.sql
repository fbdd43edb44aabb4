-- The picture that a clip ends with, for the clip that goes on from there.
ALTER TABLE job ADD COLUMN last_frame TEXT;

-- A file is deleted with its job only if no other job has the same one.
CREATE INDEX job_clip ON job (clip) WHERE clip IS NOT NULL;
CREATE INDEX job_last_frame ON job (last_frame) WHERE last_frame IS NOT NULL;
