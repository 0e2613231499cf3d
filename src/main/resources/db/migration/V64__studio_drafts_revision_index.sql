-- How many revisions a person has saved within a day is limited.
ALTER TABLE lesson_draft_revision ADD KEY ix_lesson_draft_revision_staff (staff_id, saved_at);
