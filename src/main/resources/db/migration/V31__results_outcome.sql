-- Counts of pairs of answers, low or high before and after a lesson. Low and high are wrong and right, or the lower and the upper
-- half of a scale. No card, class, school or session.

-- Counts that are not shown yet: exact, and read only by the job that makes batches of them.
CREATE TABLE outcome_waiting (
  module_version_id BIGINT      NOT NULL,
  step              VARCHAR(40) NOT NULL COLLATE utf8mb4_bin,
  year_key          VARCHAR(7)  NOT NULL COLLATE utf8mb4_bin,
  authority_key     VARCHAR(40) NOT NULL COLLATE utf8mb4_bin,
  measure           VARCHAR(10) NOT NULL,
  region_key        VARCHAR(40) NOT NULL,
  nation            VARCHAR(20) NOT NULL,
  since             DATE        NOT NULL,
  low_low           INT         NOT NULL,
  low_high          INT         NOT NULL,
  high_low          INT         NOT NULL,
  high_high         INT         NOT NULL,
  PRIMARY KEY (module_version_id, step, year_key, authority_key)
);

-- Sessions counted while their answers are still stored, so that deleting the answers does not count them again.
CREATE TABLE outcome_taken (
  session_id BIGINT NOT NULL,
  PRIMARY KEY (session_id)
);

-- The only figures that are shown: each batch of many children is published once, with its numbers rounded to tens, up or
-- down at random. A batch of a wider area does not reveal the narrower ones.
CREATE TABLE outcome_batch (
  id                BIGINT      NOT NULL AUTO_INCREMENT,
  module_version_id BIGINT      NOT NULL,
  step              VARCHAR(40) NOT NULL COLLATE utf8mb4_bin,
  year_key          VARCHAR(7)  NOT NULL COLLATE utf8mb4_bin,
  measure           VARCHAR(10) NOT NULL,
  authority_key     VARCHAR(40) NULL,
  region_key        VARCHAR(40) NULL,
  nation            VARCHAR(20) NULL,
  made_on           DATE        NOT NULL,
  low_low           INT         NOT NULL,
  low_high          INT         NOT NULL,
  high_low          INT         NOT NULL,
  high_high         INT         NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_outcome_batch_module_version FOREIGN KEY (module_version_id) REFERENCES module_version (id),
  CONSTRAINT ck_outcome_batch_tens CHECK (low_low MOD 10 = 0 AND low_high MOD 10 = 0 AND high_low MOD 10 = 0 AND high_high MOD 10 = 0),
  CONSTRAINT ck_outcome_batch_many CHECK (low_low + low_high + high_low + high_high >= 100),
  KEY ix_outcome_batch_year (year_key, region_key, authority_key)
);
