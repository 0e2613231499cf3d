-- --- how short a lesson may be if devices did every step

-- A script did every step of a lesson for a whole class in seconds, and the return counted at once. least_share: of the lesson's own minutes,
-- needed also where enough children did every step. It applies to sessions from the day after this migration.
ALTER TABLE plausibility_limit ADD COLUMN least_share DECIMAL(4,3) NOT NULL DEFAULT 0;

INSERT INTO plausibility_limit
  SELECT UTC_DATE() + INTERVAL 1 DAY, delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
    made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, 0.15
  FROM plausibility_limit ORDER BY valid_from DESC LIMIT 1;
