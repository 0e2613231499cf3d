-- --- the installation

-- One row: whether this installation holds invented data only.
CREATE TABLE installation (
  id        INT         NOT NULL,
  demo      BOOLEAN     NOT NULL,
  set_up_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_installation_one CHECK (id = 1)
);

-- What must be on record before real classes are taught: the impact assessment, the 30-day deletion.
CREATE TABLE safeguard (
  safeguard_key VARCHAR(40)  NOT NULL,
  recorded_by   VARCHAR(120) NOT NULL,
  recorded_at   DATETIME(6)  NOT NULL,
  note          VARCHAR(400) NOT NULL,
  PRIMARY KEY (safeguard_key)
);

-- --- members of staff and their sign-ins

-- Keycloak holds accounts and roles; this table holds the school or area. school_id is the school where they work now;
-- staff_school (staffing) lists every school they belong to. A manager without an area manages the whole programme.
-- A sign-in to Keycloak older than signed_out_at is not accepted.
-- reviews and manages say whether they were a reviewer or a manager at the latest sign-in: reviews are passed on to reviewers,
-- and managers are written to about their area.
-- The row of an erased person stays under its number. erased_hash is the hash of the user name: until Keycloak has been
-- told, it keeps a further sign-in from writing a new row.
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

-- A sign-in of staff. The browser's cookie is the key; the row holds its hash and Keycloak's tokens, sealed with that key.
CREATE TABLE sign_in (
  key_hash         BINARY(32)   NOT NULL,
  username         VARCHAR(120) NOT NULL,
  keycloak_session VARCHAR(64)  NOT NULL,
  sealed_tokens    BLOB         NOT NULL,
  expires_at       DATETIME(6)  NOT NULL,
  PRIMARY KEY (key_hash),
  KEY ix_sign_in_username (username),
  KEY ix_sign_in_keycloak_session (keycloak_session),
  KEY ix_sign_in_expires_at (expires_at)
);

-- --- the audit

-- Entries are never changed or deleted. The one exception: words about a person may be taken out by a later entry (erased_in).
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

-- Which entry had words about a person taken out, by which later entry, and the hash of the words that replaced them.
CREATE TABLE audit_erasure (
  entry_id   BIGINT     NOT NULL,
  in_entry   BIGINT     NOT NULL,
  words_hash BINARY(32) NOT NULL,
  PRIMARY KEY (in_entry, entry_id),
  KEY ix_audit_erasure_entry (entry_id)
);

CREATE TRIGGER tr_audit_erasure_no_update BEFORE UPDATE ON audit_erasure
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was erased stays on record';

CREATE TRIGGER tr_audit_erasure_no_delete BEFORE DELETE ON audit_erasure
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was erased stays on record';

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

-- The entries form a chain: a job seals each entry soon after it was written, with a hash over the entry and the seal before.
-- The words about people enter the chain as a salted hash, so that a name can be taken out later without breaking the chain:
-- the entry in erased_in seals the words that replaced them.
CREATE TABLE audit_seal (
  seq        BIGINT      NOT NULL,
  entry_id   BIGINT      NOT NULL,
  words_hash BINARY(32)  NOT NULL,
  hash       BINARY(32)  NOT NULL,
  sealed_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (seq),
  CONSTRAINT uk_audit_seal_entry UNIQUE (entry_id)
);

CREATE TRIGGER tr_audit_seal_no_update BEFORE UPDATE ON audit_seal
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a seal is never changed';

CREATE TRIGGER tr_audit_seal_no_delete BEFORE DELETE ON audit_seal
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a seal is never taken off';

-- One row, locked by the job that seals: every entry up to settled_to is sealed, and no further entry gets such a number.
-- The other columns hold the result of the latest check.
CREATE TABLE audit_head (
  id           INT          NOT NULL,
  settled_to   BIGINT       NOT NULL,
  checked_at   DATETIME(6)  NULL,
  checked_seq  BIGINT       NULL,
  checked_to   BIGINT       NULL,
  checked_hash BINARY(32)   NULL,
  problem      VARCHAR(400) NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_audit_head_one CHECK (id = 1)
);

INSERT INTO audit_head (id, settled_to) VALUES (1, 0);

-- --- rights of the application's database account

-- After how many migrations the grants were made: a hundred grants take seconds. Empty it to have them made again.
CREATE TABLE application_grant (
  account    VARCHAR(200) NOT NULL COLLATE utf8mb4_bin,
  migrations INT          NOT NULL,
  PRIMARY KEY (account)
);

-- Lets the application's own account read and write rows, and only add to the audit, where another account runs the
-- migrations. afterMigrate.sql calls it, so that new tables are covered. With one account for both it does nothing.
DELIMITER //
CREATE PROCEDURE grant_to_application(IN app_user VARCHAR(80))
SQL SECURITY INVOKER
BEGIN
  DECLARE here VARCHAR(64) DEFAULT DATABASE();
  DECLARE host VARCHAR(255) DEFAULT SUBSTRING_INDEX(CURRENT_USER(), '@', -1);
  DECLARE app_account VARCHAR(400) DEFAULT CONCAT('`', app_user, '`@`', host, '`');
  DECLARE done INT DEFAULT (SELECT COUNT(*) FROM flyway_schema_history);
  -- there is nothing to take away
  DECLARE CONTINUE HANDLER FOR 1141 BEGIN END;
  IF app_user <> SUBSTRING_INDEX(CURRENT_USER(), '@', 1)
      AND NOT EXISTS (SELECT 1 FROM application_grant g WHERE g.account = app_account AND g.migrations = done) THEN
    EXECUTE IMMEDIATE CONCAT('REVOKE ALL PRIVILEGES ON `', here, '`.* FROM ', app_account);
    FOR t IN (
      SELECT c.table_name AS name, c.table_type = 'VIEW' AS is_view,
        EXISTS (
          SELECT 1 FROM information_schema.triggers g
          WHERE g.event_object_schema = c.table_schema AND g.event_object_table = c.table_name
            AND g.definer = CONCAT(app_user, '@', host)) AS guarded_by_it
      FROM information_schema.tables c WHERE c.table_schema = here AND c.table_type IN ('BASE TABLE', 'VIEW'))
    DO
      EXECUTE IMMEDIATE CONCAT(
        'GRANT SELECT',
        CASE
          WHEN t.is_view THEN ''
          WHEN t.name IN ('audit_entry', 'audit_seal', 'audit_erasure') THEN ', INSERT'
          WHEN t.name IN ('flyway_schema_history', 'application_grant') THEN ''
          -- triggers that it made itself, when it was the only user, go on working
          WHEN t.guarded_by_it THEN ', INSERT, UPDATE, DELETE, TRIGGER'
          ELSE ', INSERT, UPDATE, DELETE'
        END,
        ' ON `', here, '`.`', t.name, '` TO ', app_account);
    END FOR;
    EXECUTE IMMEDIATE CONCAT('GRANT EXECUTE ON PROCEDURE `', here, '`.audit_erase TO ', app_account);
    REPLACE INTO application_grant (account, migrations) VALUES (app_account, done);
  END IF;
END//
DELIMITER ;
