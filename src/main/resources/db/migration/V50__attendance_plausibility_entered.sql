-- --- how many lessons of one class one person may enter afterwards

-- One teacher entered six invented lessons of a class within a minute, signed them, and all counted at once. entered_lessons: of one class,
-- entered afterwards and signed by one person within seven days; 1000 is no limit. It applies to returns that are signed from the day after
-- this migration, for sessions of any day.
ALTER TABLE plausibility_limit ADD COLUMN entered_lessons INT NOT NULL DEFAULT 1000;

INSERT IGNORE INTO plausibility_limit (valid_from, delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
    made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, least_share)
  SELECT UTC_DATE() + INTERVAL 1 DAY, delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
    made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, least_share
  FROM plausibility_limit WHERE valid_from <= UTC_DATE() ORDER BY valid_from DESC LIMIT 1;

UPDATE plausibility_limit SET entered_lessons = 2 WHERE valid_from > UTC_DATE();
