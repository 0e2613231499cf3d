-- A review holds while the lesson tells the facts that it told then: a hash of them, '' where it refers to none.
ALTER TABLE module_version ADD COLUMN reviewed_facts VARCHAR(64) NOT NULL DEFAULT '' COLLATE utf8mb4_bin;

-- So does an approval in the studio, until the draft is published.
ALTER TABLE lesson_draft_event ADD COLUMN facts VARCHAR(64) NOT NULL DEFAULT '' COLLATE utf8mb4_bin;
