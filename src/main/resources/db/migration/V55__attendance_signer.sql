-- --- whose account signed the return of a session

-- Limits and checks look at who signed. A register can be handed on after that, so handed_to does not say it. NULL: not signed, demo data, or
-- signed by an instance of a version before 1.5; then it is the person to whom the register was handed, or who started the session.
ALTER TABLE session
  ADD COLUMN signed_by BIGINT NULL AFTER signed_at,
  ADD CONSTRAINT fk_session_signed_by FOREIGN KEY (signed_by) REFERENCES staff (id);

UPDATE session s
  JOIN signed_return r ON r.in_force = s.id AND r.signer <> ''
  JOIN staff p ON p.username = r.signer
  SET s.signed_by = p.id;

CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW session_v AS
  SELECT id, public_id, school_id, module_version_id, audience, confirmer, devices, language, state, started_by, handed_to,
    started_at, ended_at, signed_at, signed_by, returned_at, cancelled_at, cancelled_why, local_date, year_key, term_key, version, entered
  FROM session;

-- --- how many children one person may sign for in a day

-- A script with 138 cards did a lesson on one computer, and all its children counted at once. day_children: children of any grade; 100000
-- is no limit. It applies to returns that are signed from the day after this migration, for sessions of any day.
ALTER TABLE plausibility_limit ADD COLUMN day_children INT NOT NULL DEFAULT 100000;

INSERT IGNORE INTO plausibility_limit (valid_from, delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
    made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, least_share, entered_lessons, paper_by_members)
  SELECT UTC_DATE() + INTERVAL 1 DAY, delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
    made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, least_share, entered_lessons, paper_by_members
  FROM plausibility_limit WHERE valid_from <= UTC_DATE() ORDER BY valid_from DESC LIMIT 1;

UPDATE plausibility_limit SET day_children = 240 WHERE valid_from > UTC_DATE();
