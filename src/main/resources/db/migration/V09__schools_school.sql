-- --- regions and authorities

-- Figures group schools by these keys; the names may change.
CREATE TABLE region (
  region_key VARCHAR(40) NOT NULL,
  nation     VARCHAR(20) NOT NULL,
  name       VARCHAR(80) NOT NULL,
  PRIMARY KEY (region_key)
);

CREATE TABLE authority (
  authority_key VARCHAR(40) NOT NULL,
  region_key    VARCHAR(40) NOT NULL,
  name          VARCHAR(80) NOT NULL,
  PRIMARY KEY (authority_key),
  CONSTRAINT fk_authority_region FOREIGN KEY (region_key) REFERENCES region (region_key)
);

-- --- school years, terms, holidays and age bands

-- One common pattern for each nation; authorities differ by a week. Later years are added as data.
CREATE TABLE academic_year (
  nation    VARCHAR(20) NOT NULL,
  year_key  VARCHAR(7)  NOT NULL,
  first_day DATE        NOT NULL,
  last_day  DATE        NOT NULL,
  PRIMARY KEY (nation, year_key)
);

INSERT INTO academic_year (nation, year_key, first_day, last_day) VALUES
  ('england', '2025-26', '2025-09-01', '2026-08-31'),
  ('england', '2026-27', '2026-09-01', '2027-08-31'),
  ('england', '2027-28', '2027-09-01', '2028-08-31'),
  ('england', '2028-29', '2028-09-01', '2029-09-02'),
  ('wales', '2025-26', '2025-09-01', '2026-08-31'),
  ('wales', '2026-27', '2026-09-01', '2027-08-31'),
  ('wales', '2027-28', '2027-09-01', '2028-08-31'),
  ('wales', '2028-29', '2028-09-01', '2029-09-02'),
  ('scotland', '2025-26', '2025-08-18', '2026-08-16'),
  ('scotland', '2026-27', '2026-08-17', '2027-08-15'),
  ('scotland', '2027-28', '2027-08-16', '2028-08-13'),
  ('scotland', '2028-29', '2028-08-14', '2029-08-19'),
  ('northern-ireland', '2025-26', '2025-09-01', '2026-08-31'),
  ('northern-ireland', '2026-27', '2026-09-01', '2027-08-31'),
  ('northern-ireland', '2027-28', '2027-09-01', '2028-08-31'),
  ('northern-ireland', '2028-29', '2028-09-01', '2029-09-02');

-- Terms leave no gaps: a term runs to the day before the next, the last to the day before the new year.
CREATE TABLE term (
  nation    VARCHAR(20) NOT NULL,
  year_key  VARCHAR(7)  NOT NULL,
  term_key  VARCHAR(10) NOT NULL,
  first_day DATE        NOT NULL,
  last_day  DATE        NOT NULL,
  PRIMARY KEY (nation, year_key, term_key),
  CONSTRAINT fk_term_academic_year FOREIGN KEY (nation, year_key) REFERENCES academic_year (nation, year_key)
);

INSERT INTO term (nation, year_key, term_key, first_day, last_day) VALUES
  ('england', '2025-26', 'autumn', '2025-09-01', '2026-01-04'),
  ('england', '2025-26', 'spring', '2026-01-05', '2026-04-12'),
  ('england', '2025-26', 'summer', '2026-04-13', '2026-08-31'),
  ('england', '2026-27', 'autumn', '2026-09-01', '2027-01-03'),
  ('england', '2026-27', 'spring', '2027-01-04', '2027-04-11'),
  ('england', '2026-27', 'summer', '2027-04-12', '2027-08-31'),
  ('england', '2027-28', 'autumn', '2027-09-01', '2028-01-03'),
  ('england', '2027-28', 'spring', '2028-01-04', '2028-04-17'),
  ('england', '2027-28', 'summer', '2028-04-18', '2028-08-31'),
  ('england', '2028-29', 'autumn', '2028-09-01', '2029-01-02'),
  ('england', '2028-29', 'spring', '2029-01-03', '2029-04-15'),
  ('england', '2028-29', 'summer', '2029-04-16', '2029-09-02'),
  ('wales', '2025-26', 'autumn', '2025-09-01', '2026-01-04'),
  ('wales', '2025-26', 'spring', '2026-01-05', '2026-04-12'),
  ('wales', '2025-26', 'summer', '2026-04-13', '2026-08-31'),
  ('wales', '2026-27', 'autumn', '2026-09-01', '2027-01-03'),
  ('wales', '2026-27', 'spring', '2027-01-04', '2027-04-11'),
  ('wales', '2026-27', 'summer', '2027-04-12', '2027-08-31'),
  ('wales', '2027-28', 'autumn', '2027-09-01', '2028-01-03'),
  ('wales', '2027-28', 'spring', '2028-01-04', '2028-04-17'),
  ('wales', '2027-28', 'summer', '2028-04-18', '2028-08-31'),
  ('wales', '2028-29', 'autumn', '2028-09-01', '2029-01-02'),
  ('wales', '2028-29', 'spring', '2029-01-03', '2029-04-15'),
  ('wales', '2028-29', 'summer', '2029-04-16', '2029-09-02'),
  ('scotland', '2025-26', 'autumn', '2025-08-18', '2026-01-04'),
  ('scotland', '2025-26', 'spring', '2026-01-05', '2026-04-19'),
  ('scotland', '2025-26', 'summer', '2026-04-20', '2026-08-16'),
  ('scotland', '2026-27', 'autumn', '2026-08-17', '2027-01-04'),
  ('scotland', '2026-27', 'spring', '2027-01-05', '2027-04-11'),
  ('scotland', '2026-27', 'summer', '2027-04-12', '2027-08-15'),
  ('scotland', '2027-28', 'autumn', '2027-08-16', '2028-01-04'),
  ('scotland', '2027-28', 'spring', '2028-01-05', '2028-04-17'),
  ('scotland', '2027-28', 'summer', '2028-04-18', '2028-08-13'),
  ('scotland', '2028-29', 'autumn', '2028-08-14', '2029-01-03'),
  ('scotland', '2028-29', 'spring', '2029-01-04', '2029-04-15'),
  ('scotland', '2028-29', 'summer', '2029-04-16', '2029-08-19'),
  ('northern-ireland', '2025-26', 'autumn', '2025-09-01', '2026-01-04'),
  ('northern-ireland', '2025-26', 'spring', '2026-01-05', '2026-04-12'),
  ('northern-ireland', '2025-26', 'summer', '2026-04-13', '2026-08-31'),
  ('northern-ireland', '2026-27', 'autumn', '2026-09-01', '2027-01-03'),
  ('northern-ireland', '2026-27', 'spring', '2027-01-04', '2027-04-11'),
  ('northern-ireland', '2026-27', 'summer', '2027-04-12', '2027-08-31'),
  ('northern-ireland', '2027-28', 'autumn', '2027-09-01', '2028-01-03'),
  ('northern-ireland', '2027-28', 'spring', '2028-01-04', '2028-04-17'),
  ('northern-ireland', '2027-28', 'summer', '2028-04-18', '2028-08-31'),
  ('northern-ireland', '2028-29', 'autumn', '2028-09-01', '2029-01-02'),
  ('northern-ireland', '2028-29', 'spring', '2029-01-03', '2029-04-15'),
  ('northern-ireland', '2028-29', 'summer', '2029-04-16', '2029-09-02');

-- When schools of a nation are closed, both days included. A half term runs to the holiday of that name, or from it.
CREATE TABLE holiday (
  nation      VARCHAR(20) NOT NULL,
  year_key    VARCHAR(7)  NOT NULL,
  holiday_key VARCHAR(20) NOT NULL,
  first_day   DATE        NOT NULL,
  last_day    DATE        NOT NULL,
  PRIMARY KEY (nation, year_key, holiday_key),
  CONSTRAINT fk_holiday_academic_year FOREIGN KEY (nation, year_key) REFERENCES academic_year (nation, year_key),
  CONSTRAINT ck_holiday_days CHECK (last_day >= first_day),
  CONSTRAINT ck_holiday_key CHECK (holiday_key IN ('autumn-half-term', 'christmas', 'spring-half-term', 'easter', 'summer-half-term', 'summer'))
);

INSERT INTO holiday (nation, year_key, holiday_key, first_day, last_day) VALUES
  ('england', '2025-26', 'autumn-half-term', '2025-10-27', '2025-10-31'),
  ('england', '2025-26', 'christmas', '2025-12-20', '2026-01-04'),
  ('england', '2025-26', 'spring-half-term', '2026-02-16', '2026-02-20'),
  ('england', '2025-26', 'easter', '2026-03-28', '2026-04-12'),
  ('england', '2025-26', 'summer-half-term', '2026-05-25', '2026-05-29'),
  ('england', '2025-26', 'summer', '2026-07-22', '2026-08-31'),
  ('england', '2026-27', 'autumn-half-term', '2026-10-26', '2026-10-30'),
  ('england', '2026-27', 'christmas', '2026-12-19', '2027-01-03'),
  ('england', '2026-27', 'spring-half-term', '2027-02-15', '2027-02-19'),
  ('england', '2026-27', 'easter', '2027-03-26', '2027-04-11'),
  ('england', '2026-27', 'summer-half-term', '2027-05-31', '2027-06-04'),
  ('england', '2026-27', 'summer', '2027-07-22', '2027-08-31'),
  ('england', '2027-28', 'autumn-half-term', '2027-10-25', '2027-10-29'),
  ('england', '2027-28', 'christmas', '2027-12-18', '2028-01-03'),
  ('england', '2027-28', 'spring-half-term', '2028-02-21', '2028-02-25'),
  ('england', '2027-28', 'easter', '2028-04-01', '2028-04-17'),
  ('england', '2027-28', 'summer-half-term', '2028-05-29', '2028-06-02'),
  ('england', '2027-28', 'summer', '2028-07-22', '2028-08-31'),
  ('england', '2028-29', 'autumn-half-term', '2028-10-23', '2028-10-27'),
  ('england', '2028-29', 'christmas', '2028-12-21', '2029-01-02'),
  ('england', '2028-29', 'spring-half-term', '2029-02-12', '2029-02-16'),
  ('england', '2028-29', 'easter', '2029-03-30', '2029-04-15'),
  ('england', '2028-29', 'summer-half-term', '2029-05-28', '2029-06-01'),
  ('england', '2028-29', 'summer', '2029-07-21', '2029-09-02'),
  ('wales', '2025-26', 'autumn-half-term', '2025-10-27', '2025-10-31'),
  ('wales', '2025-26', 'christmas', '2025-12-20', '2026-01-04'),
  ('wales', '2025-26', 'spring-half-term', '2026-02-16', '2026-02-20'),
  ('wales', '2025-26', 'easter', '2026-03-28', '2026-04-12'),
  ('wales', '2025-26', 'summer-half-term', '2026-05-25', '2026-05-29'),
  ('wales', '2025-26', 'summer', '2026-07-22', '2026-08-31'),
  ('wales', '2026-27', 'autumn-half-term', '2026-10-26', '2026-10-30'),
  ('wales', '2026-27', 'christmas', '2026-12-19', '2027-01-03'),
  ('wales', '2026-27', 'spring-half-term', '2027-02-15', '2027-02-19'),
  ('wales', '2026-27', 'easter', '2027-03-26', '2027-04-11'),
  ('wales', '2026-27', 'summer-half-term', '2027-05-31', '2027-06-04'),
  ('wales', '2026-27', 'summer', '2027-07-22', '2027-08-31'),
  ('wales', '2027-28', 'autumn-half-term', '2027-10-25', '2027-10-29'),
  ('wales', '2027-28', 'christmas', '2027-12-18', '2028-01-03'),
  ('wales', '2027-28', 'spring-half-term', '2028-02-21', '2028-02-25'),
  ('wales', '2027-28', 'easter', '2028-04-01', '2028-04-17'),
  ('wales', '2027-28', 'summer-half-term', '2028-05-29', '2028-06-02'),
  ('wales', '2027-28', 'summer', '2028-07-22', '2028-08-31'),
  ('wales', '2028-29', 'autumn-half-term', '2028-10-23', '2028-10-27'),
  ('wales', '2028-29', 'christmas', '2028-12-21', '2029-01-02'),
  ('wales', '2028-29', 'spring-half-term', '2029-02-12', '2029-02-16'),
  ('wales', '2028-29', 'easter', '2029-03-30', '2029-04-15'),
  ('wales', '2028-29', 'summer-half-term', '2029-05-28', '2029-06-01'),
  ('wales', '2028-29', 'summer', '2029-07-21', '2029-09-02'),
  ('northern-ireland', '2025-26', 'autumn-half-term', '2025-10-27', '2025-10-31'),
  ('northern-ireland', '2025-26', 'christmas', '2025-12-20', '2026-01-04'),
  ('northern-ireland', '2025-26', 'spring-half-term', '2026-02-16', '2026-02-20'),
  ('northern-ireland', '2025-26', 'easter', '2026-03-28', '2026-04-12'),
  ('northern-ireland', '2025-26', 'summer-half-term', '2026-05-25', '2026-05-29'),
  ('northern-ireland', '2025-26', 'summer', '2026-07-01', '2026-08-31'),
  ('northern-ireland', '2026-27', 'autumn-half-term', '2026-10-26', '2026-10-30'),
  ('northern-ireland', '2026-27', 'christmas', '2026-12-19', '2027-01-03'),
  ('northern-ireland', '2026-27', 'spring-half-term', '2027-02-15', '2027-02-19'),
  ('northern-ireland', '2026-27', 'easter', '2027-03-26', '2027-04-11'),
  ('northern-ireland', '2026-27', 'summer-half-term', '2027-05-31', '2027-06-04'),
  ('northern-ireland', '2026-27', 'summer', '2027-07-01', '2027-08-31'),
  ('northern-ireland', '2027-28', 'autumn-half-term', '2027-10-25', '2027-10-29'),
  ('northern-ireland', '2027-28', 'christmas', '2027-12-18', '2028-01-03'),
  ('northern-ireland', '2027-28', 'spring-half-term', '2028-02-21', '2028-02-25'),
  ('northern-ireland', '2027-28', 'easter', '2028-04-01', '2028-04-17'),
  ('northern-ireland', '2027-28', 'summer-half-term', '2028-05-29', '2028-06-02'),
  ('northern-ireland', '2027-28', 'summer', '2028-07-01', '2028-08-31'),
  ('northern-ireland', '2028-29', 'autumn-half-term', '2028-10-23', '2028-10-27'),
  ('northern-ireland', '2028-29', 'christmas', '2028-12-21', '2029-01-02'),
  ('northern-ireland', '2028-29', 'spring-half-term', '2029-02-12', '2029-02-16'),
  ('northern-ireland', '2028-29', 'easter', '2029-03-30', '2029-04-15'),
  ('northern-ireland', '2028-29', 'summer-half-term', '2029-05-28', '2029-06-01'),
  ('northern-ireland', '2028-29', 'summer', '2029-06-30', '2029-09-02'),
  ('scotland', '2025-26', 'autumn-half-term', '2025-10-13', '2025-10-17'),
  ('scotland', '2025-26', 'christmas', '2025-12-20', '2026-01-04'),
  ('scotland', '2025-26', 'spring-half-term', '2026-02-16', '2026-02-18'),
  ('scotland', '2025-26', 'easter', '2026-04-03', '2026-04-19'),
  ('scotland', '2025-26', 'summer-half-term', '2026-05-25', '2026-05-25'),
  ('scotland', '2025-26', 'summer', '2026-06-27', '2026-08-16'),
  ('scotland', '2026-27', 'autumn-half-term', '2026-10-12', '2026-10-16'),
  ('scotland', '2026-27', 'christmas', '2026-12-23', '2027-01-04'),
  ('scotland', '2026-27', 'spring-half-term', '2027-02-15', '2027-02-17'),
  ('scotland', '2026-27', 'easter', '2027-03-26', '2027-04-11'),
  ('scotland', '2026-27', 'summer-half-term', '2027-05-24', '2027-05-24'),
  ('scotland', '2026-27', 'summer', '2027-06-26', '2027-08-15'),
  ('scotland', '2027-28', 'autumn-half-term', '2027-10-11', '2027-10-15'),
  ('scotland', '2027-28', 'christmas', '2027-12-23', '2028-01-04'),
  ('scotland', '2027-28', 'spring-half-term', '2028-02-14', '2028-02-16'),
  ('scotland', '2027-28', 'easter', '2028-04-01', '2028-04-17'),
  ('scotland', '2027-28', 'summer-half-term', '2028-05-22', '2028-05-22'),
  ('scotland', '2027-28', 'summer', '2028-06-24', '2028-08-13'),
  ('scotland', '2028-29', 'autumn-half-term', '2028-10-16', '2028-10-20'),
  ('scotland', '2028-29', 'christmas', '2028-12-22', '2029-01-03'),
  ('scotland', '2028-29', 'spring-half-term', '2029-02-12', '2029-02-14'),
  ('scotland', '2028-29', 'easter', '2029-03-30', '2029-04-15'),
  ('scotland', '2028-29', 'summer-half-term', '2029-05-28', '2029-05-28'),
  ('scotland', '2028-29', 'summer', '2029-06-30', '2029-08-19');

-- Age bands change over the years: a figure stays in the band that was in force on the day.
CREATE TABLE age_band (
  band_key    VARCHAR(10) NOT NULL,
  lowest_age  INT         NOT NULL,
  highest_age INT         NOT NULL,
  valid_from  DATE        NOT NULL,
  valid_to    DATE        NULL,
  PRIMARY KEY (band_key)
);

INSERT INTO age_band (band_key, lowest_age, highest_age, valid_from) VALUES
  ('4-7', 4, 7, '2025-08-01'), ('8-10', 8, 10, '2025-08-01'), ('11-13', 11, 13, '2025-08-01'), ('14-18', 14, 18, '2025-08-01');

-- --- schools

-- easting and northing are metres on the national grid.
CREATE TABLE school (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  public_id   VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  name        VARCHAR(160) NOT NULL,
  street      VARCHAR(160) NOT NULL DEFAULT '',
  town        VARCHAR(80)  NOT NULL,
  postcode    VARCHAR(10)  NOT NULL,
  phase       VARCHAR(20)  NOT NULL,
  kind        VARCHAR(80)  NOT NULL DEFAULT '',
  status      VARCHAR(10)  NOT NULL DEFAULT 'open',
  opened_on   DATE         NULL,
  closed_on   DATE         NULL,
  lowest_age  INT          NULL,
  highest_age INT          NULL,
  roll        INT          NULL,
  version     INT          NOT NULL DEFAULT 0,
  easting     INT          NULL,
  northing    INT          NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_school_public_id UNIQUE (public_id),
  KEY ix_school_town (town),
  KEY ix_school_postcode (postcode),
  CONSTRAINT ck_school_status CHECK (status IN ('open', 'closing', 'closed', 'proposed'))
);

-- A school belongs to an authority from a day to a day, so that a past figure stays in the authority of its day.
-- in_force is 1 for the current row and NULL for earlier ones, so that a school belongs to one authority at a time.
-- begun_by and ended_by hold the number of the import that began or ended the row, so that the import can be undone.
CREATE TABLE school_area (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  school_id     BIGINT      NOT NULL,
  authority_key VARCHAR(40) NOT NULL,
  valid_from    DATE        NOT NULL,
  valid_to      DATE        NULL,
  in_force      TINYINT     AS (IF(valid_to IS NULL, 1, NULL)) VIRTUAL,
  begun_by      BIGINT      NULL,
  ended_by      BIGINT      NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_school_area_in_force UNIQUE (school_id, in_force),
  KEY ix_school_area_days (school_id, valid_from, valid_to, authority_key),
  CONSTRAINT fk_school_area_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_school_area_authority FOREIGN KEY (authority_key) REFERENCES authority (authority_key),
  KEY ix_school_area_begun_by (begun_by),
  KEY ix_school_area_ended_by (ended_by)
);

-- The numbers of a school in the registers: urn, la (authority and establishment), ukprn, seed (Scotland), wales (authority
-- and school), de (Northern Ireland). The number that its register uses as the key has is_key = 1 and is unique; a successor
-- may keep the others.
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

-- Facts that past figures depend on, with dates: trust, constituency, fsm (per cent of pupils with free school meals),
-- rurality. An import ends a row and begins another, and never overwrites one.
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

-- Which school succeeded which; kind is successor, merged, amalgamated or split.
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

-- One row: counts the changes of schools, so that instances know when their cache is out of date.
CREATE TABLE school_register (
  id      INT    NOT NULL,
  changes BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_school_register_one CHECK (id = 1)
);

INSERT INTO school_register (id, changes) VALUES (1, 0);

-- --- classes and their cards

-- "class" is a keyword of Java, so the type and the table of a class are called class_group.
CREATE TABLE class_group (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  public_id VARCHAR(12) NOT NULL COLLATE utf8mb4_bin,
  school_id BIGINT      NOT NULL,
  year_key  VARCHAR(7)  NOT NULL,
  name      VARCHAR(60) NOT NULL,
  band_key  VARCHAR(10) NOT NULL,
  version   INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_class_group_public_id UNIQUE (public_id),
  CONSTRAINT uk_class_group_name UNIQUE (school_id, year_key, name),
  CONSTRAINT fk_class_group_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_class_group_age_band FOREIGN KEY (band_key) REFERENCES age_band (band_key)
);

-- The year in which its children started Reception; a mixed-age class has several.
CREATE TABLE class_cohort (
  class_id       BIGINT NOT NULL,
  reception_year INT    NOT NULL,
  PRIMARY KEY (class_id, reception_year),
  CONSTRAINT fk_class_cohort_class_group FOREIGN KEY (class_id) REFERENCES class_group (id)
);

-- One child's place in a class. A number is used once in a school year: a leaver's card is retired with a date.
CREATE TABLE card (
  class_id   BIGINT      NOT NULL,
  number     INT         NOT NULL,
  picture    VARCHAR(40) NOT NULL,
  issued_on  DATE        NOT NULL,
  retired_on DATE        NULL,
  PRIMARY KEY (class_id, number),
  CONSTRAINT fk_card_class_group FOREIGN KEY (class_id) REFERENCES class_group (id),
  CONSTRAINT ck_card_number CHECK (number BETWEEN 1 AND 120)
);

-- A set or a half class: some of a class's cards, as two sets of 60 bits (numbers 1 to 60, and 61 to 120).
-- catch_up_on is the day of a group that catches up with a lesson, and NULL for every other group.
CREATE TABLE card_group (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  public_id   VARCHAR(12) NOT NULL COLLATE utf8mb4_bin,
  class_id    BIGINT      NOT NULL,
  name        VARCHAR(60) NOT NULL,
  cards_low   BIGINT      NOT NULL,
  cards_high  BIGINT      NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  catch_up_on DATE        NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_card_group_public_id UNIQUE (public_id),
  CONSTRAINT uk_card_group_name UNIQUE (class_id, name),
  CONSTRAINT fk_card_group_class_group FOREIGN KEY (class_id) REFERENCES class_group (id)
);

-- --- from one school year to the next

-- What a school said about which class came from which.
CREATE TABLE roll_over (
  id                 BIGINT       NOT NULL AUTO_INCREMENT,
  public_id          VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  school_id          BIGINT       NOT NULL,
  from_year          VARCHAR(7)   NOT NULL,
  to_year            VARCHAR(7)   NOT NULL,
  made_by            VARCHAR(120) NOT NULL,
  made_at            DATETIME(6)  NOT NULL,
  lists_destroyed_by VARCHAR(120) NULL,
  lists_destroyed_at DATETIME(6)  NULL,
  version            INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_roll_over_public_id UNIQUE (public_id),
  CONSTRAINT uk_roll_over_year UNIQUE (school_id, to_year),
  CONSTRAINT fk_roll_over_school FOREIGN KEY (school_id) REFERENCES school (id)
);

-- The classes that a roll-over made; undoing it removes these and no others.
CREATE TABLE roll_over_class (
  roll_over_id BIGINT NOT NULL,
  class_id     BIGINT NOT NULL,
  PRIMARY KEY (class_id),
  CONSTRAINT fk_roll_over_class_roll_over FOREIGN KEY (roll_over_id) REFERENCES roll_over (id),
  CONSTRAINT fk_roll_over_class_class_group FOREIGN KEY (class_id) REFERENCES class_group (id)
);

-- Children of one class went on in another. same_cards: the school confirmed "same children, same numbers".
CREATE TABLE class_link (
  roll_over_id BIGINT  NOT NULL,
  from_class   BIGINT  NOT NULL,
  to_class     BIGINT  NOT NULL,
  same_cards   BOOLEAN NOT NULL,
  PRIMARY KEY (from_class, to_class),
  KEY ix_class_link_to_class (to_class),
  CONSTRAINT fk_class_link_roll_over FOREIGN KEY (roll_over_id) REFERENCES roll_over (id),
  CONSTRAINT fk_class_link_from_class FOREIGN KEY (from_class) REFERENCES class_group (id),
  CONSTRAINT fk_class_link_to_class FOREIGN KEY (to_class) REFERENCES class_group (id)
);

-- --- claims, invitations and accounts

-- The e-mail domains by which a school's own staff are known.
CREATE TABLE school_domain (
  school_id BIGINT       NOT NULL,
  domain    VARCHAR(120) NOT NULL,
  PRIMARY KEY (school_id, domain),
  CONSTRAINT fk_school_domain_school FOREIGN KEY (school_id) REFERENCES school (id)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW card_v AS
  SELECT class_id, number, picture, issued_on, retired_on
  FROM card;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW region_v AS
  SELECT region_key, nation, name
  FROM region;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW authority_v AS
  SELECT authority_key, region_key, name
  FROM authority;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_v AS
  SELECT id, public_id, name, street, town, postcode, phase, kind, status, opened_on, closed_on, lowest_age, highest_age, roll,
    version, easting, northing
  FROM school;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_area_v AS
  SELECT id, school_id, authority_key, valid_from, valid_to, in_force
  FROM school_area;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_identifier_v AS
  SELECT id, school_id, scheme, value, is_key, valid_to, in_force
  FROM school_identifier;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_fact_v AS
  SELECT id, school_id, fact, value, valid_from, valid_to, in_force
  FROM school_fact;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_link_v AS
  SELECT predecessor_id, successor_id, kind, linked_on, begun_by
  FROM school_link;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_register_v AS
  SELECT id, changes
  FROM school_register;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_domain_v AS
  SELECT school_id, domain
  FROM school_domain;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_group_v AS
  SELECT id, public_id, school_id, year_key, name, band_key, version
  FROM class_group;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_cohort_v AS
  SELECT class_id, reception_year
  FROM class_cohort;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW card_group_v AS
  SELECT id, class_id, cards_low, cards_high
  FROM card_group;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW roll_over_v AS
  SELECT id, public_id, school_id, from_year, to_year, made_by, made_at, lists_destroyed_by, lists_destroyed_at, version
  FROM roll_over;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_link_v AS
  SELECT roll_over_id, from_class, to_class, same_cards
  FROM class_link;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW academic_year_v AS
  SELECT nation, year_key, first_day, last_day
  FROM academic_year;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW term_v AS
  SELECT nation, year_key, term_key, first_day, last_day
  FROM term;
