-- What an order came from that may be handed in again after a crash: it makes one job of its member.
ALTER TABLE job ADD COLUMN once TEXT;
CREATE UNIQUE INDEX job_once ON job (member, once) WHERE once IS NOT NULL;
