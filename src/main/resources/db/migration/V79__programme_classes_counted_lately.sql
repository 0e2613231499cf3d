-- When a class was last counted again: what is kept in memory of its lines is read again only then.
ALTER TABLE counted_class
  ADD COLUMN changed_at DATETIME(6) NOT NULL DEFAULT UTC_TIMESTAMP(6),
  ADD KEY ix_counted_class_changed (year_key, changed_at);

ALTER TABLE counted_school
  ADD COLUMN changed_at DATETIME(6) NOT NULL DEFAULT UTC_TIMESTAMP(6),
  ADD KEY ix_counted_school_changed (year_key, changed_at);
