-- Who may sign in is Keycloak's to know; which school or region a member of staff belongs to is ours. The school is the one
-- she works at now; all she belongs to stand in staff_school. Whoever came to Keycloak before signed_out_at has to come anew.
CREATE TABLE staff (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  public_id      VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  username       VARCHAR(120) NOT NULL,
  name           VARCHAR(120) NOT NULL,
  email          VARCHAR(254) NULL,
  email_verified BOOLEAN      NOT NULL DEFAULT FALSE,
  school_id      BIGINT       NULL,
  region_key     VARCHAR(40)  NULL,
  disabled_at    DATETIME(6)  NULL,
  signed_out_at  DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_staff_public_id UNIQUE (public_id),
  CONSTRAINT uk_staff_username UNIQUE (username),
  CONSTRAINT fk_staff_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_staff_region FOREIGN KEY (region_key) REFERENCES region (region_key)
);

CREATE TABLE audit_entry (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  at         DATETIME(6)  NOT NULL,
  staff_name VARCHAR(120) NOT NULL,
  username   VARCHAR(120) NULL,
  act        VARCHAR(60)  NOT NULL,
  subject    VARCHAR(60)  NOT NULL,
  detail     VARCHAR(400) NOT NULL,
  was        VARCHAR(400) NULL,
  became     VARCHAR(400) NULL,
  PRIMARY KEY (id),
  KEY ix_audit_entry_subject (subject, id),
  KEY ix_audit_entry_staff_name (staff_name, id),
  KEY ix_audit_entry_username (username, id),
  KEY ix_audit_entry_act (act, id),
  KEY ix_audit_entry_at (at, id)
);

-- What was noted stays as it was noted, whoever asks.
CREATE TRIGGER tr_audit_entry_no_update BEFORE UPDATE ON audit_entry
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit is never changed';

CREATE TRIGGER tr_audit_entry_no_delete BEFORE DELETE ON audit_entry
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit is never shortened';

-- What must be on record before a class may be taught outside a demo: the impact assessment, the 30-day deletion.
CREATE TABLE safeguard (
  safeguard_key VARCHAR(40)  NOT NULL,
  recorded_by   VARCHAR(120) NOT NULL,
  recorded_at   DATETIME(6)  NOT NULL,
  note          VARCHAR(400) NOT NULL,
  PRIMARY KEY (safeguard_key)
);

-- One row: whether this installation holds invented data only.
CREATE TABLE installation (
  id        INT     NOT NULL,
  demo      BOOLEAN     NOT NULL,
  set_up_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_installation_one CHECK (id = 1)
);
