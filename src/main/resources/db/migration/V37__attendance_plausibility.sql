-- Counting rules, version 2: a signed return that is not plausible counts only after a second person has confirmed it.

-- --- the rules and their limits, with the day from which they apply

-- A return is judged by the version in force on its session's day, in the nation of its school.
CREATE TABLE counting_rules (
  version   INT         NOT NULL,
  nation    VARCHAR(20) NOT NULL,
  first_day DATE        NOT NULL,
  PRIMARY KEY (version, nation)
);

INSERT INTO counting_rules (version, nation, first_day)
  SELECT 1, nation, MIN(first_day) FROM academic_year GROUP BY nation;
INSERT INTO counting_rules (version, nation, first_day)
  SELECT 2, nation, first_day FROM academic_year WHERE year_key = '2026-27';

-- delivered_share: of the lesson's own minutes; enough_share: of the marks, by devices with every step done; late_days: between the
-- session's day and the signature; signer_children: without devices, one signer in a day. The others come in pairs, a share and a
-- number, and only what is over by more than both waits. unknown_roll: cards or heads where no roll is known.
CREATE TABLE plausibility_limit (
  valid_from      DATE         NOT NULL,
  delivered_share DECIMAL(4,3) NOT NULL,
  enough_share    DECIMAL(4,3) NOT NULL,
  late_days       INT          NOT NULL,
  signer_children INT          NOT NULL,
  in_force_share  DECIMAL(4,3) NOT NULL,
  in_force_cards  INT          NOT NULL,
  made_share      DECIMAL(4,3) NOT NULL,
  made_cards      INT          NOT NULL,
  unknown_roll    INT          NOT NULL,
  guests_share    DECIMAL(4,3) NOT NULL,
  guests          INT          NOT NULL,
  heads_share     DECIMAL(4,3) NOT NULL,
  heads           INT          NOT NULL,
  PRIMARY KEY (valid_from)
);

INSERT INTO plausibility_limit VALUES
  ('2025-08-01', 0.25, 0.5, 28, 180, 0.1, 15, 0.3, 30, 60, 0.1, 5, 0.1, 15);

-- --- returns that wait

-- The grounds on which a return waits, or waited, for a second person, as keys of counting.Ground with commas between.
ALTER TABLE signed_return
  ADD COLUMN grounds VARCHAR(120) NOT NULL DEFAULT '',
  ADD KEY ix_signed_return_state (state, session_id);

-- The lines of a return that waits: kept, and not counted. The same columns in the same order as return_line.
-- Deleted with their return, because the version before knows nothing of them when it takes a signature back.
CREATE TABLE waiting_line (
  id                BIGINT      NOT NULL,
  return_id         BIGINT      NOT NULL,
  session_id        BIGINT      NOT NULL,
  school_id         BIGINT      NOT NULL,
  class_id          BIGINT      NULL,
  card_group_id     BIGINT      NULL,
  group_slot        BIGINT      NULL,
  local_date        DATE        NOT NULL,
  year_key          VARCHAR(7)  NOT NULL,
  term_key          VARCHAR(10) NOT NULL,
  audience          VARCHAR(16) NOT NULL,
  band_key          VARCHAR(10) NOT NULL,
  module_version_id BIGINT      NOT NULL,
  named_a_low       BIGINT      NOT NULL,
  named_a_high      BIGINT      NOT NULL,
  named_b_low       BIGINT      NOT NULL,
  named_b_high      BIGINT      NOT NULL,
  in_force_low      BIGINT      NOT NULL,
  in_force_high     BIGINT      NOT NULL,
  for_low           BIGINT      NOT NULL,
  for_high          BIGINT      NOT NULL,
  unnamed           INT         NOT NULL,
  guests            INT         NOT NULL,
  heads             INT         NOT NULL,
  not_taking_part   INT         NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_waiting_line_return FOREIGN KEY (return_id) REFERENCES signed_return (id) ON DELETE CASCADE,
  KEY ix_waiting_line_session (session_id)
);

-- One row for each return that waits for a second person, visits included, so that reports need not look for them among all
-- returns; children is its attendance. Triggers keep it, because the version before signs, confirms and takes back visits too.
CREATE TABLE waiting_return (
  return_id  BIGINT       NOT NULL,
  session_id BIGINT       NOT NULL,
  school_id  BIGINT       NOT NULL,
  on_date    DATE         NOT NULL,
  year_key   VARCHAR(7)   NOT NULL,
  term_key   VARCHAR(10)  NOT NULL,
  band_key   VARCHAR(10)  NOT NULL,
  audience   VARCHAR(16)  NOT NULL,
  children   INT          NOT NULL,
  grounds    VARCHAR(120) NOT NULL,
  signed_at  DATETIME(6)  NOT NULL,
  signer_id  BIGINT       NOT NULL,
  PRIMARY KEY (return_id),
  KEY ix_waiting_return_session (session_id),
  CONSTRAINT fk_waiting_return_return FOREIGN KEY (return_id) REFERENCES signed_return (id) ON DELETE CASCADE
);

INSERT INTO waiting_return
  SELECT r.id, s.id, s.school_id, s.local_date, s.year_key, s.term_key, m.band_key, s.audience, 0, r.grounds, r.signed_at,
    COALESCE(s.handed_to, s.started_by)
  FROM signed_return r
  JOIN session s ON s.id = r.session_id
  JOIN module_version v ON v.id = s.module_version_id
  JOIN module m ON m.id = v.module_id
  WHERE r.state = 'UNCONFIRMED' AND r.superseded_at IS NULL;

CREATE TRIGGER tr_signed_return_waits AFTER INSERT ON signed_return
FOR EACH ROW INSERT INTO waiting_return
  SELECT NEW.id, s.id, s.school_id, s.local_date, s.year_key, s.term_key, m.band_key, s.audience, 0, NEW.grounds, NEW.signed_at,
    COALESCE(s.handed_to, s.started_by)
  FROM session s
  JOIN module_version v ON v.id = s.module_version_id
  JOIN module m ON m.id = v.module_id
  WHERE s.id = NEW.session_id AND NEW.state = 'UNCONFIRMED';

CREATE TRIGGER tr_signed_return_waits_no_more AFTER UPDATE ON signed_return
FOR EACH ROW DELETE FROM waiting_return
  WHERE return_id = NEW.id AND (NEW.state <> 'UNCONFIRMED' OR NEW.superseded_at IS NOT NULL);

CREATE TRIGGER tr_signed_return_waits_since AFTER UPDATE ON signed_return
FOR EACH ROW UPDATE waiting_return SET signed_at = NEW.signed_at WHERE return_id = NEW.id AND NEW.signed_at <> OLD.signed_at;

CREATE TRIGGER tr_waiting_line_children AFTER INSERT ON waiting_line
FOR EACH ROW UPDATE waiting_return SET children = children + NEW.heads WHERE return_id = NEW.return_id;

-- --- what the grounds are judged by

-- Entered afterwards, as EARLIER (a lesson taught before) or PAPER (a paper register, which does not say when it began); else NULL.
ALTER TABLE session
  ADD COLUMN entered VARCHAR(7) NULL,
  ADD KEY ix_session_started_by (started_by, local_date);
UPDATE session SET entered = 'PAPER' WHERE id IN (SELECT session_id FROM signed_return WHERE source = 'PAPER');

-- Who invited the member, or approved their claim; NULL if that is unknown.
ALTER TABLE staff_school ADD COLUMN admitted_by BIGINT NULL;
ALTER TABLE staff_school ADD CONSTRAINT fk_staff_school_admitted_by FOREIGN KEY (admitted_by) REFERENCES staff (id);
ALTER TABLE invitation ADD COLUMN inviter BIGINT NULL;
ALTER TABLE invitation ADD CONSTRAINT fk_invitation_inviter FOREIGN KEY (inviter) REFERENCES staff (id);
UPDATE invitation i SET i.inviter = (SELECT MIN(p.id) FROM staff p WHERE p.name = i.invited_by);
UPDATE staff_school m SET m.admitted_by = COALESCE(
  (SELECT MAX(i.inviter) FROM invitation i WHERE i.used_by = m.staff_id AND i.school_id = m.school_id),
  (SELECT MAX(p.id) FROM school_claim c JOIN staff p ON p.name = c.decided_by
    WHERE c.staff_id = m.staff_id AND c.school_id = m.school_id AND c.state = 'APPROVED'));

-- --- what other rooms may read

CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW signed_return_v AS
  SELECT id, public_id, session_id, number, superseded_at, in_force, state, signed_by, signed_at, confirmed_by, confirmed_at,
    rules, version, withdrawn_by, withdrawn_at, withdrawn_why, source, grounds, signer
  FROM signed_return;
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW session_v AS
  SELECT id, public_id, school_id, module_version_id, audience, confirmer, devices, language, state, started_by, handed_to,
    started_at, ended_at, signed_at, returned_at, cancelled_at, cancelled_why, local_date, year_key, term_key, version, entered
  FROM session;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW counting_rules_v AS
  SELECT version, nation, first_day
  FROM counting_rules;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW waiting_line_v AS
  SELECT id, return_id, session_id, school_id, class_id, card_group_id, group_slot, local_date, year_key, term_key,
    audience, band_key, module_version_id, named_a_low, named_a_high, named_b_low, named_b_high, in_force_low,
    in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part
  FROM waiting_line;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW waiting_return_v AS
  SELECT return_id, session_id, school_id, on_date, year_key, term_key, band_key, audience, children, grounds, signed_at, signer_id
  FROM waiting_return;
