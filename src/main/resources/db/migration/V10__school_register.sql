-- What the national registers say of a school. Whatever may change without the school becoming another one, and a figure of
-- the past depends on, is kept with dates: an import ends a row and begins another, and never writes over one.
ALTER TABLE school
  ADD COLUMN street      VARCHAR(160) NOT NULL DEFAULT '' AFTER name,
  ADD COLUMN kind        VARCHAR(80)  NOT NULL DEFAULT '' AFTER phase,
  ADD COLUMN status      VARCHAR(10)  NOT NULL DEFAULT 'open' AFTER kind,
  ADD COLUMN opened_on   DATE         NULL AFTER status,
  ADD COLUMN closed_on   DATE         NULL AFTER opened_on,
  ADD COLUMN lowest_age  INT          NULL AFTER closed_on,
  ADD COLUMN highest_age INT          NULL AFTER lowest_age,
  ADD KEY ix_school_town (town),
  ADD KEY ix_school_postcode (postcode),
  ADD CONSTRAINT ck_school_status CHECK (status IN ('open', 'closing', 'closed', 'proposed'));

-- Rows that an import began or ended carry its number, so that it can be undone.
ALTER TABLE school_area
  ADD COLUMN begun_by BIGINT NULL,
  ADD COLUMN ended_by BIGINT NULL,
  ADD KEY ix_school_area_begun_by (begun_by),
  ADD KEY ix_school_area_ended_by (ended_by);

-- The numbers by which registers know a school: urn, la (authority and establishment), ukprn, seed (Scotland),
-- wales (authority and school), de (Northern Ireland). The one its register keeps it by is its key (is_key = 1) and is
-- nobody else's; the others may be carried on by a successor.
CREATE TABLE school_identifier (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  school_id  BIGINT      NOT NULL,
  scheme     VARCHAR(6)  NOT NULL,
  value      VARCHAR(20) NOT NULL COLLATE utf8mb4_bin,
  is_key     TINYINT     NULL,
  valid_from DATE        NOT NULL,
  valid_to   DATE        NULL,
  in_force   TINYINT     AS (IF(valid_to IS NULL, 1, NULL)) VIRTUAL,
  begun_by   BIGINT      NULL,
  ended_by   BIGINT      NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_school_identifier_in_force UNIQUE (school_id, scheme, in_force),
  CONSTRAINT uk_school_identifier_key UNIQUE (scheme, value, is_key),
  CONSTRAINT fk_school_identifier_school FOREIGN KEY (school_id) REFERENCES school (id),
  KEY ix_school_identifier_begun_by (begun_by),
  KEY ix_school_identifier_ended_by (ended_by)
);

-- What else is kept with dates: trust, constituency, fsm (per cent of pupils with free school meals), rurality.
CREATE TABLE school_fact (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  school_id  BIGINT       NOT NULL,
  fact       VARCHAR(12)  NOT NULL,
  value      VARCHAR(120) NOT NULL,
  valid_from DATE         NOT NULL,
  valid_to   DATE         NULL,
  in_force   TINYINT      AS (IF(valid_to IS NULL, 1, NULL)) VIRTUAL,
  begun_by   BIGINT       NULL,
  ended_by   BIGINT       NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_school_fact_in_force UNIQUE (school_id, fact, in_force),
  CONSTRAINT fk_school_fact_school FOREIGN KEY (school_id) REFERENCES school (id),
  KEY ix_school_fact_begun_by (begun_by),
  KEY ix_school_fact_ended_by (ended_by)
);

-- Which school came after which; kind is successor, merged, amalgamated or split.
CREATE TABLE school_link (
  predecessor_id BIGINT      NOT NULL,
  successor_id   BIGINT      NOT NULL,
  kind           VARCHAR(12) NOT NULL,
  linked_on      DATE        NULL,
  begun_by       BIGINT      NULL,
  PRIMARY KEY (predecessor_id, successor_id),
  KEY ix_school_link_successor (successor_id),
  KEY ix_school_link_begun_by (begun_by),
  CONSTRAINT fk_school_link_predecessor FOREIGN KEY (predecessor_id) REFERENCES school (id),
  CONSTRAINT fk_school_link_successor FOREIGN KEY (successor_id) REFERENCES school (id)
);

-- A class keeps its identity when its school becomes another: from that day on it is the other school's.
CREATE TABLE class_move (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  class_id    BIGINT      NOT NULL,
  from_school BIGINT      NOT NULL,
  to_school   BIGINT      NOT NULL,
  moved_on    DATE        NOT NULL,
  name_was    VARCHAR(60) NOT NULL,
  begun_by    BIGINT      NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_class_move UNIQUE (class_id, from_school, to_school),
  KEY ix_class_move_from (from_school),
  KEY ix_class_move_to (to_school),
  KEY ix_class_move_begun_by (begun_by),
  CONSTRAINT fk_class_move_class_group FOREIGN KEY (class_id) REFERENCES class_group (id),
  CONSTRAINT fk_class_move_from FOREIGN KEY (from_school) REFERENCES school (id),
  CONSTRAINT fk_class_move_to FOREIGN KEY (to_school) REFERENCES school (id)
);

-- What else moved with a class's school, told by whoever moved it, so that it can be put back.
CREATE TABLE school_succession (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  import_id   BIGINT      NOT NULL,
  kind        VARCHAR(30) NOT NULL,
  item_id     BIGINT      NOT NULL,
  from_school BIGINT      NOT NULL,
  to_school   BIGINT      NOT NULL,
  PRIMARY KEY (id),
  KEY ix_school_succession_import (import_id)
);

-- One row: counts what has been changed in the register, so that what is kept of it in memory is known to be out of date.
CREATE TABLE school_register (
  id      INT    NOT NULL,
  changes BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_school_register_one CHECK (id = 1)
);

INSERT INTO school_register (id, changes) VALUES (1, 0);
