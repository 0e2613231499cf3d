-- --- who belongs to which school

-- From a day to a day. Staff of a trust who work at several schools have several rows. in_force is 1 for a current row and
-- NULL for an earlier one, so that one person has one part at a school at a time.
CREATE TABLE staff_school (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  staff_id   BIGINT      NOT NULL,
  school_id  BIGINT      NOT NULL,
  part       VARCHAR(20) NOT NULL,
  valid_from DATE        NOT NULL,
  valid_to   DATE        NULL,
  in_force   TINYINT     AS (IF(valid_to IS NULL, 1, NULL)) VIRTUAL,
  PRIMARY KEY (id),
  CONSTRAINT uk_staff_school_in_force UNIQUE (staff_id, school_id, in_force),
  CONSTRAINT fk_staff_school_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT fk_staff_school_school FOREIGN KEY (school_id) REFERENCES school (id)
);

-- Who leads a school's safeguarding and who deputises, from a day to a day.
CREATE TABLE safeguarding_lead (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  school_id  BIGINT      NOT NULL,
  part       VARCHAR(10) NOT NULL,
  staff_id   BIGINT      NOT NULL,
  valid_from DATE        NOT NULL,
  valid_to   DATE        NULL,
  in_force   TINYINT     AS (IF(valid_to IS NULL, 1, NULL)) VIRTUAL,
  PRIMARY KEY (id),
  CONSTRAINT uk_safeguarding_lead_in_force UNIQUE (school_id, part, in_force),
  CONSTRAINT fk_safeguarding_lead_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_safeguarding_lead_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);

-- What each nation calls them.
CREATE TABLE safeguarding_title (
  nation       VARCHAR(20) NOT NULL,
  title        VARCHAR(80) NOT NULL,
  deputy_title VARCHAR(80) NOT NULL,
  PRIMARY KEY (nation)
);

INSERT INTO safeguarding_title (nation, title, deputy_title) VALUES
  ('england', 'designated safeguarding lead', 'deputy designated safeguarding lead'),
  ('wales', 'designated senior person', 'deputy designated senior person'),
  ('scotland', 'child protection coordinator', 'deputy child protection coordinator'),
  ('northern-ireland', 'designated teacher', 'deputy designated teacher');

-- --- claims, invitations and accounts

-- The e-mail domains by which a school's own staff are known.
CREATE TABLE school_domain (
  school_id BIGINT       NOT NULL,
  domain    VARCHAR(120) NOT NULL,
  PRIMARY KEY (school_id, domain),
  CONSTRAINT fk_school_domain_school FOREIGN KEY (school_id) REFERENCES school (id)
);

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

-- An invitation by e-mail, either to a school with a part or to the programme with a role. Only the hash of its link is
-- stored; the link opens one account once.
CREATE TABLE invitation (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  public_id    VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  school_id    BIGINT       NULL,
  email        VARCHAR(120) NOT NULL,
  name         VARCHAR(120) NOT NULL,
  part         VARCHAR(20)  NULL,
  role         VARCHAR(40)  NULL,
  key_hash     BINARY(32)   NOT NULL,
  invited_by   VARCHAR(120) NOT NULL,
  invited_at   DATETIME(6)  NOT NULL,
  expires_at   DATETIME(6)  NOT NULL,
  used_at      DATETIME(6)  NULL,
  used_by      BIGINT       NULL,
  withdrawn_at DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_invitation_public_id UNIQUE (public_id),
  CONSTRAINT uk_invitation_key_hash UNIQUE (key_hash),
  KEY ix_invitation_school (school_id),
  CONSTRAINT ck_invitation_whither CHECK ((school_id IS NULL) = (part IS NULL) AND (part IS NULL) = (role IS NOT NULL)),
  CONSTRAINT fk_invitation_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_invitation_used_by FOREIGN KEY (used_by) REFERENCES staff (id)
);

-- What Keycloak has to be told about an account: written with the act that needs it, carried out in order, and tried again
-- from due_at on until it is done.
CREATE TABLE account_order (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  username    VARCHAR(120) NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  role        VARCHAR(40)  NULL,
  ordered_by  VARCHAR(120) NOT NULL,
  ordered_at  DATETIME(6)  NOT NULL,
  due_at      DATETIME(6)  NOT NULL,
  done_at     DATETIME(6)  NULL,
  tries       INT          NOT NULL DEFAULT 0,
  problem     VARCHAR(400) NULL,
  PRIMARY KEY (id),
  KEY ix_account_order_open (done_at, username, id)
);
