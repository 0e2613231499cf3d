-- Attendance that counts only once a second person has confirmed it: of people who were added after the day of the event, and marks made more
-- than 14 days after it. waits_since: since when it waits; attended is false until then. decided_by_id: who confirmed or declined it.
-- Attendance from before this migration stays as it is.
ALTER TABLE training_place
  ADD COLUMN waits_since DATETIME(6) NULL AFTER attended,
  ADD COLUMN decided_by_id BIGINT NULL AFTER waits_since,
  ADD KEY ix_training_place_waits_since (waits_since),
  ADD CONSTRAINT fk_training_place_decided_by FOREIGN KEY (decided_by_id) REFERENCES staff (id);
