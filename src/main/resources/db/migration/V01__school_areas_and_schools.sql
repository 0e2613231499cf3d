-- Areas are kept by key; a school lies in an authority from a day to a day, so that a figure of the past stays where it was.
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

CREATE TABLE school (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  public_id VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  name      VARCHAR(160) NOT NULL,
  town      VARCHAR(80)  NOT NULL,
  postcode  VARCHAR(10)  NOT NULL,
  phase     VARCHAR(20)  NOT NULL,
  roll      INT          NULL,
  version   INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_school_public_id UNIQUE (public_id)
);

-- in_force is 1 while a row holds and NULL afterwards, so that a school lies in one authority at a time.
CREATE TABLE school_area (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  school_id     BIGINT      NOT NULL,
  authority_key VARCHAR(40) NOT NULL,
  valid_from    DATE        NOT NULL,
  valid_to      DATE        NULL,
  in_force      TINYINT     AS (IF(valid_to IS NULL, 1, NULL)) VIRTUAL,
  PRIMARY KEY (id),
  CONSTRAINT uk_school_area_in_force UNIQUE (school_id, in_force),
  KEY ix_school_area_days (school_id, valid_from, valid_to, authority_key),
  CONSTRAINT fk_school_area_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_school_area_authority FOREIGN KEY (authority_key) REFERENCES authority (authority_key)
);
