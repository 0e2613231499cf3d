-- The reviewer to whom the review that a draft waits for was passed on; null where any reviewer may take it.
ALTER TABLE lesson_draft
  ADD COLUMN reviewer_id BIGINT NULL,
  ADD CONSTRAINT fk_lesson_draft_reviewer FOREIGN KEY (reviewer_id) REFERENCES staff (id);
