-- A member replies to a clip: which job's is it?
CREATE INDEX job_delivered ON job (delivered) WHERE delivered IS NOT NULL;
