-- Who may sign in is Keycloak's to know; which school or region a member of staff belongs to is ours.
CREATE TABLE staff (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  username   VARCHAR(120) NOT NULL,
  name       VARCHAR(120) NOT NULL,
  school_id  BIGINT       NULL,
  region_key VARCHAR(40)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_staff_username UNIQUE (username),
  CONSTRAINT fk_staff_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_staff_region FOREIGN KEY (region_key) REFERENCES region (region_key)
);

CREATE TABLE audit_entry (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  at         DATETIME(6)  NOT NULL,
  staff_name VARCHAR(120) NOT NULL,
  act        VARCHAR(60)  NOT NULL,
  subject    VARCHAR(60)  NOT NULL,
  detail     VARCHAR(400) NOT NULL,
  PRIMARY KEY (id),
  KEY ix_audit_entry_subject (subject, id)
);

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
