-- --- claims, invitations and accounts

-- "I work at this school": one open claim for each person.
CREATE TABLE school_claim (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  public_id  VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  staff_id   BIGINT       NOT NULL,
  school_id  BIGINT       NOT NULL,
  state      VARCHAR(12)  NOT NULL,
  by_domain  BOOLEAN      NOT NULL,
  note       VARCHAR(400) NOT NULL,
  made_at    DATETIME(6)  NOT NULL,
  decided_at DATETIME(6)  NULL,
  decided_by VARCHAR(120) NULL,
  reason     VARCHAR(400) NULL,
  is_open    TINYINT      AS (IF(state = 'OPEN', 1, NULL)) VIRTUAL,
  PRIMARY KEY (id),
  CONSTRAINT uk_school_claim_public_id UNIQUE (public_id),
  CONSTRAINT uk_school_claim_open UNIQUE (staff_id, is_open),
  KEY ix_school_claim_school (school_id, is_open),
  CONSTRAINT fk_school_claim_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT fk_school_claim_school FOREIGN KEY (school_id) REFERENCES school (id)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_claim_v AS
  SELECT id, public_id, staff_id, school_id, state, note, made_at, decided_by, reason
  FROM school_claim;
