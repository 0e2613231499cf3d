-- An answer belongs to the comment it answers: settling that settles all of it.
ALTER TABLE lesson_draft_comment
  ADD COLUMN answers BIGINT NULL,
  ADD CONSTRAINT fk_lesson_draft_comment_answers FOREIGN KEY (answers) REFERENCES lesson_draft_comment (id) ON DELETE CASCADE;
