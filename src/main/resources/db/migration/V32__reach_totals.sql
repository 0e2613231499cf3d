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

-- What each week of a term added to a class's totals, all bands together.
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

-- The caches read a class again after a change of its cohorts or its school.
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

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_total_v AS
  SELECT class_id, year_key, term_key, band_key, school_id, before_lower, before_upper, at_end_lower, at_end_upper,
    own_lower, own_upper, largest_session, attendances, sessions
  FROM class_total;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_total_v AS
  SELECT year_key, term_key, band_key, school_id, before_lower, before_upper, at_end_lower, at_end_upper, own_lower,
    own_upper, largest_session, attendances, sessions
  FROM school_total;
