-- --- the installation

-- Safeguards to record before real classes are taught, such as the impact assessment and the 30-day deletion.
CREATE TABLE safeguard (
  safeguard_key VARCHAR(40)  NOT NULL,
  recorded_by   VARCHAR(120) NOT NULL,
  recorded_at   DATETIME(6)  NOT NULL,
  note          VARCHAR(400) NOT NULL,
  PRIMARY KEY (safeguard_key)
);

-- --- members of staff and their sign-ins

-- Keycloak holds accounts and roles; this table holds the school or area. school_id is the school where they work now;
-- staff_school (schools.members) lists every school they belong to. A manager without an area manages the whole programme.
-- A sign-in to Keycloak older than signed_out_at is not accepted.
-- reviews and manages: was this person a reviewer or a manager at the latest sign-in? Reviews are passed on to reviewers, and managers
-- get letters about their area.
-- An erased person's row stays under its number. erased_hash is the hash of the user name: until Keycloak deletes the account, it
-- prevents a sign-in from creating a new row.
CREATE TABLE staff (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  public_id      VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  username       VARCHAR(120) NOT NULL,
  name           VARCHAR(120) NOT NULL,
  email          VARCHAR(254) NULL,
  email_verified BOOLEAN      NOT NULL DEFAULT FALSE,
  school_id      BIGINT       NULL,
  area_kind      VARCHAR(9)   NULL,
  area_key       VARCHAR(40)  NULL,
  disabled_at    DATETIME(6)  NULL,
  signed_out_at  DATETIME(6)  NULL,
  reviews        BOOLEAN      NOT NULL DEFAULT FALSE,
  manages        BOOLEAN      NOT NULL DEFAULT FALSE,
  erased_at      DATETIME(6)  NULL,
  erased_hash    BINARY(32)   NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_staff_public_id UNIQUE (public_id),
  CONSTRAINT uk_staff_username UNIQUE (username),
  CONSTRAINT fk_staff_school FOREIGN KEY (school_id) REFERENCES school (id),
  KEY ix_staff_erased_hash (erased_hash),
  CONSTRAINT ck_staff_area CHECK ((area_kind IS NULL) = (area_key IS NULL)
    AND (area_kind IS NULL OR area_kind IN ('nation', 'region', 'authority')))
);

-- --- the audit

-- Entries are never changed or deleted. The one exception: a later entry (erased_in) may remove a person's name.
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
  salt       BINARY(16)   NULL,
  erased_in  BIGINT       NULL,
  PRIMARY KEY (id),
  KEY ix_audit_entry_subject (subject, id),
  KEY ix_audit_entry_staff_name (staff_name, id),
  KEY ix_audit_entry_username (username, id),
  KEY ix_audit_entry_act (act, id),
  KEY ix_audit_entry_at (at, id)
);

DELIMITER //
CREATE TRIGGER tr_audit_entry_only_erased BEFORE UPDATE ON audit_entry
FOR EACH ROW
BEGIN
  IF NEW.erased_in IS NULL OR NEW.erased_in <= OLD.id OR NEW.erased_in <= COALESCE(OLD.erased_in, 0)
      OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR BINARY NEW.act <> BINARY OLD.act OR BINARY NEW.subject <> BINARY OLD.subject THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit is never changed';
  END IF;
END//
DELIMITER ;

CREATE TRIGGER tr_audit_entry_no_delete BEFORE DELETE ON audit_entry
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit is never shortened';

-- The only way to change the words of an entry. It runs with the rights of the account that created it, so the application's
-- own account needs no right to change the audit.
DELIMITER //
CREATE PROCEDURE audit_erase(
  IN the_entry BIGINT, IN the_later_entry BIGINT, IN the_salt BINARY(16), IN the_hash BINARY(32),
  IN the_staff_name VARCHAR(120), IN the_username VARCHAR(120), IN the_detail VARCHAR(400), IN the_was VARCHAR(400), IN the_became VARCHAR(400))
SQL SECURITY DEFINER
BEGIN
  UPDATE audit_entry
  SET staff_name = the_staff_name, username = the_username, detail = the_detail, was = the_was, became = the_became,
    salt = the_salt, erased_in = the_later_entry
  WHERE id = the_entry;
  INSERT INTO audit_erasure (entry_id, in_entry, words_hash) VALUES (the_entry, the_later_entry, the_hash);
END//
DELIMITER ;

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW staff_v AS
  SELECT id, public_id, username, name, email, school_id, signed_out_at, reviews, manages
  FROM staff;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW audit_entry_v AS
  SELECT id, at, staff_name, username, act, subject, detail, was, became, salt, erased_in
  FROM audit_entry;
