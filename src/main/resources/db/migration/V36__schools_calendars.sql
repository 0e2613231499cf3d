-- --- school days: a school's own days, else its authority's holidays, else its nation's

-- Days on which a school differs from its authority: open (boarding, Saturday teaching) or closed (its own holidays), both
-- days included. Where two rows hold the same day, the one added last counts.
CREATE TABLE own_day_span (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  public_id VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  school_id BIGINT       NOT NULL,
  first_day DATE         NOT NULL,
  last_day  DATE         NOT NULL,
  weekdays  VARCHAR(12)  NOT NULL,
  open      BOOLEAN      NOT NULL,
  why       VARCHAR(120) NOT NULL,
  added_by  VARCHAR(120) NOT NULL,
  added_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_own_day_span_public_id UNIQUE (public_id),
  CONSTRAINT uk_own_day_span_same UNIQUE (school_id, first_day, last_day, weekdays, open),
  CONSTRAINT fk_own_day_span_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT ck_own_day_span_days CHECK (last_day >= first_day),
  CONSTRAINT ck_own_day_span_weekdays CHECK (weekdays IN ('EVERY_DAY', 'WEEKDAYS', 'WEEKENDS', 'SATURDAYS', 'SUNDAYS'))
);

-- An authority with rows for a school year has these holidays in it and none of its nation's.
CREATE TABLE authority_holiday (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  public_id     VARCHAR(12) NOT NULL COLLATE utf8mb4_bin,
  authority_key VARCHAR(40) NOT NULL,
  year_key      VARCHAR(7)  NOT NULL,
  name          VARCHAR(50) NOT NULL,
  first_day     DATE        NOT NULL,
  last_day      DATE        NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_authority_holiday_public_id UNIQUE (public_id),
  CONSTRAINT uk_authority_holiday_first_day UNIQUE (authority_key, year_key, first_day),
  CONSTRAINT fk_authority_holiday_authority FOREIGN KEY (authority_key) REFERENCES authority (authority_key),
  CONSTRAINT ck_authority_holiday_days CHECK (last_day >= first_day)
);

-- Days on which the schools of a nation are closed. An authority cannot change them. Later years are added as data.
CREATE TABLE bank_holiday (
  nation VARCHAR(20) NOT NULL,
  on_day DATE        NOT NULL,
  name   VARCHAR(50) NOT NULL,
  PRIMARY KEY (nation, on_day)
);

INSERT INTO bank_holiday (nation, on_day, name) VALUES
  ('england', '2025-12-25', 'Christmas Day'), ('wales', '2025-12-25', 'Christmas Day'), ('northern-ireland', '2025-12-25', 'Christmas Day'),
  ('england', '2025-12-26', 'Boxing Day'), ('wales', '2025-12-26', 'Boxing Day'), ('northern-ireland', '2025-12-26', 'Boxing Day'),
  ('england', '2026-01-01', 'New Year’s Day'), ('wales', '2026-01-01', 'New Year’s Day'), ('northern-ireland', '2026-01-01', 'New Year’s Day'),
  ('england', '2026-04-03', 'Good Friday'), ('wales', '2026-04-03', 'Good Friday'), ('northern-ireland', '2026-04-03', 'Good Friday'),
  ('england', '2026-04-06', 'Easter Monday'), ('wales', '2026-04-06', 'Easter Monday'), ('northern-ireland', '2026-04-06', 'Easter Monday'),
  ('england', '2026-05-04', 'Early May bank holiday'), ('wales', '2026-05-04', 'Early May bank holiday'), ('northern-ireland', '2026-05-04', 'Early May bank holiday'),
  ('england', '2026-05-25', 'Spring bank holiday'), ('wales', '2026-05-25', 'Spring bank holiday'), ('northern-ireland', '2026-05-25', 'Spring bank holiday'),
  ('england', '2026-08-31', 'Summer bank holiday'), ('wales', '2026-08-31', 'Summer bank holiday'), ('northern-ireland', '2026-08-31', 'Summer bank holiday'),
  ('england', '2026-12-25', 'Christmas Day'), ('wales', '2026-12-25', 'Christmas Day'), ('northern-ireland', '2026-12-25', 'Christmas Day'),
  ('england', '2026-12-28', 'Boxing Day'), ('wales', '2026-12-28', 'Boxing Day'), ('northern-ireland', '2026-12-28', 'Boxing Day'),
  ('england', '2027-01-01', 'New Year’s Day'), ('wales', '2027-01-01', 'New Year’s Day'), ('northern-ireland', '2027-01-01', 'New Year’s Day'),
  ('england', '2027-03-26', 'Good Friday'), ('wales', '2027-03-26', 'Good Friday'), ('northern-ireland', '2027-03-26', 'Good Friday'),
  ('england', '2027-03-29', 'Easter Monday'), ('wales', '2027-03-29', 'Easter Monday'), ('northern-ireland', '2027-03-29', 'Easter Monday'),
  ('england', '2027-05-03', 'Early May bank holiday'), ('wales', '2027-05-03', 'Early May bank holiday'), ('northern-ireland', '2027-05-03', 'Early May bank holiday'),
  ('england', '2027-05-31', 'Spring bank holiday'), ('wales', '2027-05-31', 'Spring bank holiday'), ('northern-ireland', '2027-05-31', 'Spring bank holiday'),
  ('england', '2027-08-30', 'Summer bank holiday'), ('wales', '2027-08-30', 'Summer bank holiday'), ('northern-ireland', '2027-08-30', 'Summer bank holiday'),
  ('england', '2027-12-27', 'Christmas Day'), ('wales', '2027-12-27', 'Christmas Day'), ('northern-ireland', '2027-12-27', 'Christmas Day'),
  ('england', '2027-12-28', 'Boxing Day'), ('wales', '2027-12-28', 'Boxing Day'), ('northern-ireland', '2027-12-28', 'Boxing Day'),
  ('england', '2028-01-03', 'New Year’s Day'), ('wales', '2028-01-03', 'New Year’s Day'), ('northern-ireland', '2028-01-03', 'New Year’s Day'),
  ('england', '2028-04-14', 'Good Friday'), ('wales', '2028-04-14', 'Good Friday'), ('northern-ireland', '2028-04-14', 'Good Friday'),
  ('england', '2028-04-17', 'Easter Monday'), ('wales', '2028-04-17', 'Easter Monday'), ('northern-ireland', '2028-04-17', 'Easter Monday'),
  ('england', '2028-05-01', 'Early May bank holiday'), ('wales', '2028-05-01', 'Early May bank holiday'), ('northern-ireland', '2028-05-01', 'Early May bank holiday'),
  ('england', '2028-05-29', 'Spring bank holiday'), ('wales', '2028-05-29', 'Spring bank holiday'), ('northern-ireland', '2028-05-29', 'Spring bank holiday'),
  ('england', '2028-08-28', 'Summer bank holiday'), ('wales', '2028-08-28', 'Summer bank holiday'), ('northern-ireland', '2028-08-28', 'Summer bank holiday'),
  ('england', '2028-12-25', 'Christmas Day'), ('wales', '2028-12-25', 'Christmas Day'), ('northern-ireland', '2028-12-25', 'Christmas Day'),
  ('england', '2028-12-26', 'Boxing Day'), ('wales', '2028-12-26', 'Boxing Day'), ('northern-ireland', '2028-12-26', 'Boxing Day'),
  ('england', '2029-01-01', 'New Year’s Day'), ('wales', '2029-01-01', 'New Year’s Day'), ('northern-ireland', '2029-01-01', 'New Year’s Day'),
  ('england', '2029-03-30', 'Good Friday'), ('wales', '2029-03-30', 'Good Friday'), ('northern-ireland', '2029-03-30', 'Good Friday'),
  ('england', '2029-04-02', 'Easter Monday'), ('wales', '2029-04-02', 'Easter Monday'), ('northern-ireland', '2029-04-02', 'Easter Monday'),
  ('england', '2029-05-07', 'Early May bank holiday'), ('wales', '2029-05-07', 'Early May bank holiday'), ('northern-ireland', '2029-05-07', 'Early May bank holiday'),
  ('england', '2029-05-28', 'Spring bank holiday'), ('wales', '2029-05-28', 'Spring bank holiday'), ('northern-ireland', '2029-05-28', 'Spring bank holiday'),
  ('england', '2029-08-27', 'Summer bank holiday'), ('wales', '2029-08-27', 'Summer bank holiday'), ('northern-ireland', '2029-08-27', 'Summer bank holiday'),
  ('england', '2029-12-25', 'Christmas Day'), ('wales', '2029-12-25', 'Christmas Day'), ('northern-ireland', '2029-12-25', 'Christmas Day'),
  ('england', '2029-12-26', 'Boxing Day'), ('wales', '2029-12-26', 'Boxing Day'), ('northern-ireland', '2029-12-26', 'Boxing Day'),
  ('scotland', '2025-12-25', 'Christmas Day'),
  ('scotland', '2025-12-26', 'Boxing Day'),
  ('scotland', '2026-01-01', 'New Year’s Day'),
  ('scotland', '2026-01-02', '2 January'),
  ('scotland', '2026-04-03', 'Good Friday'),
  ('scotland', '2026-05-04', 'Early May bank holiday'),
  ('scotland', '2026-12-25', 'Christmas Day'),
  ('scotland', '2026-12-28', 'Boxing Day'),
  ('scotland', '2027-01-01', 'New Year’s Day'),
  ('scotland', '2027-01-04', '2 January'),
  ('scotland', '2027-03-26', 'Good Friday'),
  ('scotland', '2027-05-03', 'Early May bank holiday'),
  ('scotland', '2027-12-27', 'Christmas Day'),
  ('scotland', '2027-12-28', 'Boxing Day'),
  ('scotland', '2028-01-03', 'New Year’s Day'),
  ('scotland', '2028-01-04', '2 January'),
  ('scotland', '2028-04-14', 'Good Friday'),
  ('scotland', '2028-05-01', 'Early May bank holiday'),
  ('scotland', '2028-12-25', 'Christmas Day'),
  ('scotland', '2028-12-26', 'Boxing Day'),
  ('scotland', '2029-01-01', 'New Year’s Day'),
  ('scotland', '2029-01-02', '2 January'),
  ('scotland', '2029-03-30', 'Good Friday'),
  ('scotland', '2029-05-07', 'Early May bank holiday'),
  ('scotland', '2029-12-25', 'Christmas Day'),
  ('scotland', '2029-12-26', 'Boxing Day'),
  ('northern-ireland', '2026-03-17', 'St Patrick’s Day'),
  ('northern-ireland', '2027-03-17', 'St Patrick’s Day'),
  ('northern-ireland', '2028-03-17', 'St Patrick’s Day'),
  ('northern-ireland', '2029-03-19', 'St Patrick’s Day');

-- --- rolls

-- How many pupils a school has on its roll as of a day, by whom: import_id is the import of a national register, or NULL for
-- a roll that a manager recorded. Where two rows have the same day, the one recorded last counts.
CREATE TABLE school_roll (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  school_id   BIGINT       NOT NULL,
  as_of       DATE         NOT NULL,
  roll        INT          NOT NULL,
  source      VARCHAR(120) NOT NULL,
  import_id   BIGINT       NULL,
  recorded_by VARCHAR(120) NOT NULL,
  recorded_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_school_roll_import UNIQUE (import_id, school_id),
  KEY ix_school_roll_school (school_id, as_of, id),
  CONSTRAINT fk_school_roll_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT ck_school_roll_roll CHECK (roll >= 0)
);

-- Kinds of school, as the registers name them, in which children are taught who are on the roll of another school or of none:
-- the register's figure says nothing about how many there are.
CREATE TABLE kind_without_roll (
  kind VARCHAR(80) NOT NULL,
  PRIMARY KEY (kind)
);

INSERT INTO kind_without_roll (kind) VALUES
  ('Pupil referral unit'), ('Academy alternative provision converter'), ('Academy alternative provision sponsor led'),
  ('Free schools alternative provision'), ('Hospital school'), ('Secure units'), ('Academy secure 16 to 19');

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW own_day_span_v AS
  SELECT id, school_id, first_day, last_day, weekdays, open, why, added_by, added_at
  FROM own_day_span;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_roll_v AS
  SELECT id, school_id, as_of, roll, source, import_id, recorded_by, recorded_at
  FROM school_roll;
