-- --- when a file of a lesson was stored, by whom, and how large it is

-- One author could fill the disk with files of drafts. stored_by and bytes: what one person has stored within a day is limited; NULL for files
-- that the product or a version before 1.7 stored. Files of versions before 1.7 count as stored on its day. A foreign key to staff, and a day
-- for each file, would copy all files.
ALTER TABLE lesson_file
  ADD COLUMN stored_at DATETIME(6) NOT NULL DEFAULT '2026-12-01',
  ADD COLUMN stored_by BIGINT NULL,
  ADD COLUMN bytes     INT    NULL,
  ALGORITHM = INSTANT;
ALTER TABLE lesson_file
  ALTER COLUMN stored_at SET DEFAULT (UTC_TIMESTAMP(6)),
  ADD KEY ix_lesson_file_stored (stored_by, stored_at),
  ALGORITHM = INPLACE;

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW lesson_file_v AS
  SELECT hash, stored_at
  FROM lesson_file;
