-- --- paper registers signed by people who are no members of the school

-- A manager of the programme entered the paper registers of schools where they are no member, and all counted at once. paper_by_members:
-- whether such a return waits for a second person. It applies to returns that are signed from the day after this migration, for sessions of
-- any day.
ALTER TABLE plausibility_limit ADD COLUMN paper_by_members BOOLEAN NOT NULL DEFAULT FALSE;

INSERT IGNORE INTO plausibility_limit (valid_from, delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
    made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, least_share, entered_lessons)
  SELECT UTC_DATE() + INTERVAL 1 DAY, delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
    made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, least_share, entered_lessons
  FROM plausibility_limit WHERE valid_from <= UTC_DATE() ORDER BY valid_from DESC LIMIT 1;

UPDATE plausibility_limit SET paper_by_members = TRUE WHERE valid_from > UTC_DATE();

-- --- who uploaded the file of a register

-- Another manager takes in a file in which a school hands over to a successor. NULL: the command scripts/schools-import, or a file from before.
ALTER TABLE school_import ADD COLUMN started_by_id BIGINT NULL AFTER started_by,
  ADD CONSTRAINT fk_school_import_started_by FOREIGN KEY (started_by_id) REFERENCES staff (id);

-- Nobody knows which account uploaded these.
UPDATE school_import SET state = 'DROPPED' WHERE state = 'READY';
