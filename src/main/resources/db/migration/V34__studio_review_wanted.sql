-- Whether anybody has asked for a draft's review: until then a field that nobody filled in is no fault yet.
ALTER TABLE lesson_draft
  ADD COLUMN review_wanted BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE lesson_draft d SET d.review_wanted = TRUE
  WHERE EXISTS (SELECT 1 FROM lesson_draft_event e WHERE e.draft_id = d.id AND e.what = 'sent');
