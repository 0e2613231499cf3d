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

-- Each nation's titles for lead and deputy.
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

-- Changes of accounts for Keycloak: written in the transaction that needs them, carried out in order, and retried from due_at
-- until done.
CREATE TABLE account_order (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  username    VARCHAR(120) NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  role        VARCHAR(40)  NULL,
  ordered_by  VARCHAR(120) NOT NULL,
  written_at  DATETIME(6)  NOT NULL,
  due_at      DATETIME(6)  NOT NULL,
  answered_at DATETIME(6)  NULL,
  attempts    INT          NOT NULL,
  answer      VARCHAR(400) NULL,
  state       VARCHAR(10)  NOT NULL,
  PRIMARY KEY (id),
  KEY ix_account_order_due (state, due_at),
  KEY ix_account_order_username (username, id),
  CONSTRAINT ck_account_order_state CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'GIVEN_UP'))
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW staff_school_v AS
  SELECT id, staff_id, school_id, part, valid_from, valid_to
  FROM staff_school;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW safeguarding_lead_v AS
  SELECT id, school_id, part, staff_id, valid_from, valid_to
  FROM safeguarding_lead;
