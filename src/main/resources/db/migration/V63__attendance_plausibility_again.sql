-- What two people had withdrawn, one person entered again, with more children, and it counted at once. again_by_two: whether a return
-- of a class waits if one for the same lesson or day was withdrawn. It applies to returns that are signed from the day after this migration.
ALTER TABLE plausibility_limit ADD COLUMN again_by_two BOOLEAN NOT NULL DEFAULT FALSE;

INSERT IGNORE INTO plausibility_limit (valid_from, delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
    made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, least_share, entered_lessons, paper_by_members, day_children)
  SELECT UTC_DATE() + INTERVAL 1 DAY, delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
    made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, least_share, entered_lessons, paper_by_members, day_children
  FROM plausibility_limit WHERE valid_from <= UTC_DATE() ORDER BY valid_from DESC LIMIT 1;

UPDATE plausibility_limit SET again_by_two = TRUE WHERE valid_from > UTC_DATE();
