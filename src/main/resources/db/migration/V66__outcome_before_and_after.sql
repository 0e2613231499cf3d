-- Of children who answered a question at the start and at the end of a lesson: how many were low or high then and now. Low and high
-- are wrong and right, or the lower and the upper half of a scale. No card, class, school or session.

-- Counted and not yet shown: exact, and read by nothing but the job that makes batches of it.
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

-- Sessions whose answers are still there and have been counted already, so that they are not counted again when the answers go.
CREATE TABLE outcome_taken (
  session_id BIGINT NOT NULL,
  PRIMARY KEY (session_id)
);

-- What is shown, and all that is: each batch of many children once, for good, its numbers rounded to tens up or down by chance.
-- A batch of a wider area says nothing of the narrower ones.
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
