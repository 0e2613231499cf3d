-- A class whose cards were only lent to visitors is in no session, so a teacher could remove it. Its children went on counting, and
-- nobody could follow the figure to them. The database refuses that now, as for a class of a session.

-- Classes that are gone already: reports, registers and amendments look for the class of each line. Nobody knows their cards and year
-- groups any more. No public id that is drawn has an o.
INSERT INTO class_group (id, public_id, school_id, year_key, name, band_key)
  SELECT l.class_id, CONCAT('gone', LPAD(l.class_id, 8, 'z')), MAX(l.school_id), MAX(l.year_key), CONCAT('Removed class ', l.class_id),
    MAX(l.band_key)
  FROM (SELECT class_id, school_id, year_key, band_key FROM return_line
    UNION ALL SELECT class_id, school_id, year_key, band_key FROM superseded_line
    UNION ALL SELECT class_id, school_id, year_key, band_key FROM waiting_line) l
  WHERE l.class_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM class_group c WHERE c.id = l.class_id)
  GROUP BY l.class_id;

-- Where no line has the class, the register is not signed, and its signer is asked again where the visitor belongs.
UPDATE visitor_mark v LEFT JOIN class_group c ON c.id = v.class_id
  SET v.standing = 'CHECK', v.class_id = NULL, v.card_number = NULL
  WHERE v.class_id IS NOT NULL AND c.id IS NULL;

-- With the check, MariaDB copies each table and nobody can sign meanwhile; without it, the keys are added in place. What it would
-- check is true since the statements above.
SET foreign_key_checks = 0;
ALTER TABLE return_line
  ADD KEY ix_return_line_class (class_id),
  ADD CONSTRAINT fk_return_line_class_group FOREIGN KEY (class_id) REFERENCES class_group (id), ALGORITHM = NOCOPY;
ALTER TABLE superseded_line
  ADD KEY ix_superseded_line_class (class_id),
  ADD CONSTRAINT fk_superseded_line_class_group FOREIGN KEY (class_id) REFERENCES class_group (id), ALGORITHM = NOCOPY;
ALTER TABLE waiting_line
  ADD KEY ix_waiting_line_class (class_id),
  ADD CONSTRAINT fk_waiting_line_class_group FOREIGN KEY (class_id) REFERENCES class_group (id), ALGORITHM = NOCOPY;
ALTER TABLE visitor_mark
  ADD KEY ix_visitor_mark_class (class_id),
  ADD CONSTRAINT fk_visitor_mark_class_group FOREIGN KEY (class_id) REFERENCES class_group (id), ALGORITHM = NOCOPY;
SET foreign_key_checks = 1;
