-- --- targets

-- A cell of the table of targets: what is counted, where, when and in which slice, with the number in force (NULL without
-- one). term_key 'year' is the whole year; the key of a trust is its name. version moves with every event of the cell.
CREATE TABLE target (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  year_key  VARCHAR(7)   NOT NULL,
  measure   VARCHAR(14)  NOT NULL DEFAULT 'children',
  term_key  VARCHAR(10)  NOT NULL,
  area_kind VARCHAR(10)  NOT NULL,
  area_key  VARCHAR(120) NOT NULL,
  slice_key VARCHAR(12)  NOT NULL DEFAULT 'all',
  number    INT          NULL,
  version   INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_target UNIQUE (year_key, measure, area_kind, area_key, term_key, slice_key),
  CONSTRAINT ck_target_number CHECK (number >= 0)
);

-- Changes that one manager proposed together, for one reason.
CREATE TABLE target_proposal (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  public_id      VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  why            VARCHAR(400) NOT NULL,
  proposed_by_id BIGINT       NOT NULL,
  proposed_by    VARCHAR(120) NOT NULL,
  proposed_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_target_proposal_public_id UNIQUE (public_id),
  CONSTRAINT fk_target_proposal_staff FOREIGN KEY (proposed_by_id) REFERENCES staff (id)
);

-- wanted is NULL where the target is to be removed. open_for allows one undecided change for each cell.
CREATE TABLE target_change (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  proposal_id   BIGINT       NOT NULL,
  target_id     BIGINT       NOT NULL,
  was           INT          NULL,
  wanted        INT          NULL,
  state         VARCHAR(10)  NOT NULL,
  decided_by_id BIGINT       NULL,
  decided_by    VARCHAR(120) NULL,
  decided_at    DATETIME(6)  NULL,
  decided_why   VARCHAR(400) NULL,
  open_for      BIGINT       AS (IF(state = 'PROPOSED', target_id, NULL)) STORED,
  PRIMARY KEY (id),
  CONSTRAINT uk_target_change_open UNIQUE (open_for),
  CONSTRAINT uk_target_change UNIQUE (proposal_id, target_id),
  KEY ix_target_change_target (target_id),
  KEY ix_target_change_state (state),
  CONSTRAINT fk_target_change_proposal FOREIGN KEY (proposal_id) REFERENCES target_proposal (id),
  CONSTRAINT fk_target_change_target FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT ck_target_change_wanted CHECK (wanted >= 0),
  CONSTRAINT ck_target_change_decided CHECK (state = 'PROPOSED' OR decided_at IS NOT NULL)
);

-- --- totals: updated as returns are signed, amended and withdrawn; a rebuild from return_line gives the same numbers

-- term_key is a term or 'year', band_key a band or 'all'. A class has a row for each term from its first lesson on: before is
-- the year up to the day before the term, at_end the year up to the end of the term, own the term alone. A session shared by
-- several classes is counted with the first of them. school_id is where the class had its latest lesson; for a class that
-- moved, the reader of the totals finds the present school.
CREATE TABLE class_total (
  class_id        BIGINT      NOT NULL,
  year_key        VARCHAR(7)  NOT NULL,
  term_key        VARCHAR(10) NOT NULL,
  band_key        VARCHAR(10) NOT NULL,
  school_id       BIGINT      NOT NULL,
  before_lower    INT         NOT NULL,
  before_upper    INT         NOT NULL,
  at_end_lower    INT         NOT NULL,
  at_end_upper    INT         NOT NULL,
  own_lower       INT         NOT NULL,
  own_upper       INT         NOT NULL,
  largest_session INT         NOT NULL,
  attendances     INT         NOT NULL,
  sessions        INT         NOT NULL,
  PRIMARY KEY (class_id, year_key, term_key, band_key),
  KEY ix_class_total_school (school_id, year_key)
);

-- What each week of a term added to a class, all bands together.
CREATE TABLE class_week (
  year_key   VARCHAR(7)  NOT NULL,
  term_key   VARCHAR(10) NOT NULL,
  monday     DATE        NOT NULL,
  class_id   BIGINT      NOT NULL,
  school_id  BIGINT      NOT NULL,
  lower_more INT         NOT NULL,
  upper_more INT         NOT NULL,
  PRIMARY KEY (year_key, term_key, monday, class_id),
  KEY ix_class_week_class (class_id, year_key),
  KEY ix_class_week_school (school_id, year_key)
);

-- The sums over a school's classes, in the order in which a report reads them.
CREATE TABLE school_total (
  year_key        VARCHAR(7)  NOT NULL,
  term_key        VARCHAR(10) NOT NULL,
  band_key        VARCHAR(10) NOT NULL,
  school_id       BIGINT      NOT NULL,
  before_lower    INT         NOT NULL,
  before_upper    INT         NOT NULL,
  at_end_lower    INT         NOT NULL,
  at_end_upper    INT         NOT NULL,
  own_lower       INT         NOT NULL,
  own_upper       INT         NOT NULL,
  largest_session INT         NOT NULL,
  attendances     INT         NOT NULL,
  sessions        INT         NOT NULL,
  PRIMARY KEY (year_key, term_key, band_key, school_id),
  KEY ix_school_total_school (school_id, year_key)
);

-- A transaction that counts a class again changes its row here first, so that two at once wait for each other.
-- changed_at tells the caches in memory which classes to read again.
CREATE TABLE counted_class (
  class_id   BIGINT      NOT NULL,
  year_key   VARCHAR(7)  NOT NULL,
  times      INT         NOT NULL,
  changed_at DATETIME(6) NOT NULL DEFAULT UTC_TIMESTAMP(6),
  PRIMARY KEY (class_id, year_key),
  KEY ix_counted_class_changed (year_key, changed_at)
);

-- A class with other cohorts or another school is one that the caches have to read again.
DELIMITER //
CREATE TRIGGER tr_class_cohort_added AFTER INSERT ON class_cohort
FOR EACH ROW
INSERT INTO counted_class (class_id, year_key, times, changed_at)
SELECT id, year_key, 1, UTC_TIMESTAMP(6) FROM class_group WHERE id = NEW.class_id
ON DUPLICATE KEY UPDATE times = times + 1, changed_at = VALUES(changed_at)//

CREATE TRIGGER tr_class_cohort_removed AFTER DELETE ON class_cohort
FOR EACH ROW
INSERT INTO counted_class (class_id, year_key, times, changed_at)
SELECT id, year_key, 1, UTC_TIMESTAMP(6) FROM class_group WHERE id = OLD.class_id
ON DUPLICATE KEY UPDATE times = times + 1, changed_at = VALUES(changed_at)//

CREATE TRIGGER tr_class_group_moved AFTER UPDATE ON class_group
FOR EACH ROW
BEGIN
  IF OLD.school_id <> NEW.school_id THEN
    INSERT INTO counted_class (class_id, year_key, times, changed_at) VALUES (NEW.id, NEW.year_key, 1, UTC_TIMESTAMP(6))
    ON DUPLICATE KEY UPDATE times = times + 1, changed_at = VALUES(changed_at);
  END IF;
END//
DELIMITER ;

-- The same for schools.
CREATE TABLE counted_school (
  school_id  BIGINT      NOT NULL,
  year_key   VARCHAR(7)  NOT NULL,
  times      INT         NOT NULL,
  changed_at DATETIME(6) NOT NULL DEFAULT UTC_TIMESTAMP(6),
  PRIMARY KEY (school_id, year_key),
  KEY ix_counted_school_changed (year_key, changed_at)
);

-- One row: the progress of a rebuild, so that one that was interrupted continues from there.
CREATE TABLE totals_rebuild (
  id       INT        NOT NULL,
  at_year  VARCHAR(7) NOT NULL,
  at_class BIGINT     NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO totals_rebuild (id, at_year, at_class) VALUES (1, '', 0);

-- --- where schools are

-- One row: counts the changes of a school's area, name or phase, so that reports read all places again only then.
CREATE TABLE place_version (
  id     INT    NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO place_version (id, number) VALUES (1, 1);

DELIMITER //
CREATE TRIGGER tr_school_area_added AFTER INSERT ON school_area
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_school_area_changed AFTER UPDATE ON school_area
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_school_area_removed AFTER DELETE ON school_area
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_school_changed AFTER UPDATE ON school
FOR EACH ROW
BEGIN
  IF BINARY OLD.name <> BINARY NEW.name OR OLD.phase <> NEW.phase THEN
    UPDATE place_version SET number = number + 1 WHERE id = 1;
  END IF;
END//

CREATE TRIGGER tr_authority_changed AFTER UPDATE ON authority
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_region_changed AFTER UPDATE ON region
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_term_changed AFTER UPDATE ON term
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//
DELIMITER ;
