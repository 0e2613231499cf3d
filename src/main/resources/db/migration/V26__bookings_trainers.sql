-- --- trainers and their weeks

-- A member of staff who delivers at other people's schools. The home is only the centre of a postcode district or a town.
CREATE TABLE trainer (
  staff_id        BIGINT      NOT NULL,
  public_id       VARCHAR(12) NOT NULL COLLATE utf8mb4_bin,
  home_typed      VARCHAR(60) NULL,
  home_easting    INT         NULL,
  home_northing   INT         NULL,
  region_key      VARCHAR(40) NULL,
  travel_km       INT         NOT NULL,
  sessions_a_day  INT         NOT NULL,
  version         INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (staff_id),
  CONSTRAINT uk_trainer_public_id UNIQUE (public_id),
  CONSTRAINT fk_trainer_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT fk_trainer_region FOREIGN KEY (region_key) REFERENCES region (region_key),
  CONSTRAINT ck_trainer_travel CHECK (travel_km BETWEEN 0 AND 500),
  CONSTRAINT ck_trainer_sessions CHECK (sessions_a_day BETWEEN 1 AND 8)
);

CREATE TABLE trainer_band (
  staff_id BIGINT      NOT NULL,
  band_key VARCHAR(10) NOT NULL,
  PRIMARY KEY (staff_id, band_key),
  CONSTRAINT fk_trainer_band_trainer FOREIGN KEY (staff_id) REFERENCES trainer (staff_id),
  CONSTRAINT fk_trainer_band_age_band FOREIGN KEY (band_key) REFERENCES age_band (band_key)
);

CREATE TABLE trainer_language (
  staff_id BIGINT     NOT NULL,
  language VARCHAR(5) NOT NULL,
  PRIMARY KEY (staff_id, language),
  CONSTRAINT fk_trainer_language_trainer FOREIGN KEY (staff_id) REFERENCES trainer (staff_id)
);

-- The usual week, in local time: 1 is Monday.
CREATE TABLE trainer_hours (
  staff_id  BIGINT NOT NULL,
  weekday   INT    NOT NULL,
  from_time TIME   NOT NULL,
  to_time   TIME   NOT NULL,
  PRIMARY KEY (staff_id, weekday, from_time),
  CONSTRAINT fk_trainer_hours_trainer FOREIGN KEY (staff_id) REFERENCES trainer (staff_id),
  CONSTRAINT ck_trainer_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT ck_trainer_hours_times CHECK (from_time < to_time)
);

-- Away from a day to a day, or free on a day outside the usual week; where two overlap on a day, the latest one applies.
CREATE TABLE trainer_exception (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  staff_id   BIGINT       NOT NULL,
  kind       VARCHAR(8)   NOT NULL,
  first_day  DATE         NOT NULL,
  last_day   DATE         NOT NULL,
  from_time  TIME         NULL,
  to_time    TIME         NULL,
  said_at    DATETIME(6)  NOT NULL,
  taken_back BOOLEAN      NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  KEY ix_trainer_exception_days (staff_id, last_day),
  CONSTRAINT fk_trainer_exception_trainer FOREIGN KEY (staff_id) REFERENCES trainer (staff_id),
  CONSTRAINT ck_trainer_exception_days CHECK (first_day <= last_day)
);

-- --- accreditations and suspensions

-- An accreditation never changes: a new one is added beside the old, one given by mistake is withdrawn.
CREATE TABLE trainer_accreditation (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  staff_id      BIGINT       NOT NULL,
  first_day     DATE         NOT NULL,
  last_day      DATE         NOT NULL,
  given_by      VARCHAR(120) NOT NULL,
  given_at      DATETIME(6)  NOT NULL,
  withdrawn_by  VARCHAR(120) NULL,
  withdrawn_at  DATETIME(6)  NULL,
  why           VARCHAR(400) NULL,
  withdrawn_why VARCHAR(400) NULL,
  PRIMARY KEY (id),
  KEY ix_trainer_accreditation_staff (staff_id),
  CONSTRAINT fk_trainer_accreditation_trainer FOREIGN KEY (staff_id) REFERENCES trainer (staff_id),
  CONSTRAINT ck_trainer_accreditation_days CHECK (first_day <= last_day)
);

-- A suspension applies from its moment until it is lifted; open_for allows one open suspension per trainer.
CREATE TABLE trainer_suspension (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  staff_id     BIGINT       NOT NULL,
  why          VARCHAR(400) NOT NULL,
  suspended_by VARCHAR(120) NOT NULL,
  suspended_at DATETIME(6)  NOT NULL,
  lifted_by    VARCHAR(120) NULL,
  lifted_at    DATETIME(6)  NULL,
  open_for     BIGINT AS (IF(lifted_at IS NULL, staff_id, NULL)) STORED,
  PRIMARY KEY (id),
  KEY ix_trainer_suspension_staff (staff_id),
  CONSTRAINT uk_trainer_suspension_open UNIQUE (open_for),
  CONSTRAINT fk_trainer_suspension_trainer FOREIGN KEY (staff_id) REFERENCES trainer (staff_id)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW trainer_v AS
  SELECT staff_id, public_id, region_key, version
  FROM trainer;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW trainer_accreditation_v AS
  SELECT id, withdrawn_at
  FROM trainer_accreditation;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW trainer_suspension_v AS
  SELECT id, lifted_at
  FROM trainer_suspension;
