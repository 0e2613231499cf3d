-- --- rules

-- How often the programme wants to visit a school: each rule has a first day and a source, so that a later rule can replace it.
CREATE TABLE due_rule (
  valid_from DATE         NOT NULL,
  months     INT          NOT NULL,
  source     VARCHAR(300) NOT NULL,
  PRIMARY KEY (valid_from),
  CONSTRAINT ck_due_rule_months CHECK (months BETWEEN 1 AND 120)
);

INSERT INTO due_rule (valid_from, months, source) VALUES
  ('2025-08-01', 24, 'The aim that NSPCC Speak out Stay safe has set itself for primary schools, at least every two years, taken over for schools of every phase.');

-- The year groups of leavers: a number of years after the first year of school, which is Reception in England and Wales.
CREATE TABLE leaver_rule (
  valid_from DATE         NOT NULL,
  year_group INT          NOT NULL,
  words      VARCHAR(120) NOT NULL,
  PRIMARY KEY (valid_from, year_group)
);

INSERT INTO leaver_rule (valid_from, year_group, words) VALUES
  ('2025-08-01', 6, 'Year 6: the last year of primary school'),
  ('2025-08-01', 11, 'Year 11: the last year of secondary school'),
  ('2025-08-01', 13, 'Year 13: the last year of sixth form');

-- --- coverage, computed from the register, the signed returns and the trainers

-- One row: the moment and the sources of the tables below, so that they are computed again only after a change.
CREATE TABLE coverage_state (
  id         INT          NOT NULL,
  year_key   VARCHAR(7)   NOT NULL,
  as_at      DATETIME(6)  NULL,
  made_of    VARCHAR(400) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_coverage_state_one CHECK (id = 1)
);

INSERT INTO coverage_state (id, year_key, as_at, made_of) VALUES (1, '', NULL, '');

-- Every open school for children of 4 to 18, as the pages about coverage read it.
CREATE TABLE coverage_school (
  school_id     BIGINT       NOT NULL,
  public_id     VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  name          VARCHAR(160) NOT NULL,
  town          VARCHAR(80)  NOT NULL,
  authority_key VARCHAR(40)  NOT NULL,
  region_key    VARCHAR(40)  NOT NULL,
  nation        VARCHAR(20)  NOT NULL,
  phase         VARCHAR(20)  NOT NULL,
  meals         VARCHAR(10)  NOT NULL,
  surroundings  VARCHAR(10)  NOT NULL,
  roll          INT          NULL,
  -- The last day with a lesson that counts, here or at a predecessor; NULL without one.
  last_lesson   DATE         NULL,
  -- Children reached in the current school year, at least so many; and the rest of the roll.
  reach         INT          NOT NULL,
  unreached     INT          NOT NULL,
  -- The trainer who could be there soonest, the straight-line distance, minutes there and back, and unreached children per hour of travel.
  trainer_id    BIGINT       NULL,
  kilometres    INT          NULL,
  minutes       INT          NULL,
  per_hour      INT          NULL,
  PRIMARY KEY (school_id),
  KEY ix_coverage_school_share (region_key, authority_key, phase, meals, surroundings, last_lesson, roll, reach, nation),
  KEY ix_coverage_school_per_hour (per_hour)
);

-- Classes of this year's leavers, by school and year group. alone counts classes with no other year group: in a mixed class
-- the year group of a card is unknown.
CREATE TABLE coverage_leavers (
  school_id  BIGINT NOT NULL,
  year_group INT    NOT NULL,
  alone      INT    NOT NULL,
  cards      INT    NOT NULL,
  at_least   INT    NOT NULL,
  at_most    INT    NOT NULL,
  mixed      INT    NOT NULL,
  PRIMARY KEY (school_id, year_group),
  CONSTRAINT ck_coverage_leavers_bounds CHECK (at_least <= at_most AND at_most <= cards)
);
