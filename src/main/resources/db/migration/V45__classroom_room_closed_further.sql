-- --- what a child's device is given

-- From when no instance of a version before 1.3.0 runs. Until then join codes have seven symbols and seat tokens are written as that
-- version wrote them, because instances of both versions may run side by side for a day.
CREATE TABLE upgrade_day (
  id        INT         NOT NULL DEFAULT 1,
  over_from DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_upgrade_day_one CHECK (id = 1)
);
INSERT INTO upgrade_day (over_from)
  SELECT IF(EXISTS (SELECT 1 FROM installation), UTC_TIMESTAMP(6) + INTERVAL 1 DAY, '1970-01-01');

-- --- what the application's database user may not do, even if its password is known

DELIMITER //
CREATE TRIGGER tr_worry_no_delete BEFORE DELETE ON worry
FOR EACH ROW
BEGIN
  IF OLD.closed_at IS NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a worry that is not closed is never deleted';
  END IF;
END//

CREATE TRIGGER tr_signed_return_no_move BEFORE UPDATE ON signed_return
FOR EACH ROW
BEGIN
  IF (NEW.public_id, NEW.session_id, NEW.number) <> (OLD.public_id, OLD.session_id, OLD.number) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed return belongs to its session for good';
  END IF;
END//

CREATE TRIGGER tr_signed_return_no_delete BEFORE DELETE ON signed_return
FOR EACH ROW
BEGIN
  IF OLD.state = 'WITHDRAWN' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a withdrawn return is kept';
  END IF;
END//
DELIMITER ;

-- As before, and on some tables fewer rights than on the others.
DELIMITER //
CREATE OR REPLACE PROCEDURE grant_to_application(IN app_user VARCHAR(80))
SQL SECURITY INVOKER
BEGIN
  DECLARE here VARCHAR(64) DEFAULT DATABASE();
  DECLARE host VARCHAR(255) DEFAULT SUBSTRING_INDEX(CURRENT_USER(), '@', -1);
  DECLARE app_account VARCHAR(400) DEFAULT CONCAT('`', app_user, '`@`', host, '`');
  DECLARE done INT DEFAULT (SELECT COUNT(*) FROM flyway_schema_history);
  -- no rights to revoke, on the schema or on a table
  DECLARE CONTINUE HANDLER FOR 1141, 1147 BEGIN END;
  IF app_user <> SUBSTRING_INDEX(CURRENT_USER(), '@', 1)
      AND NOT EXISTS (SELECT 1 FROM application_grant g WHERE g.account = app_account AND g.migrations = done) THEN
    EXECUTE IMMEDIATE CONCAT('REVOKE ALL PRIVILEGES ON `', here, '`.* FROM ', app_account);
    -- an earlier version granted more on these; on all others nothing is taken away, not even for a moment
    FOR t IN (
      SELECT c.table_name AS name FROM information_schema.tables c
      WHERE c.table_schema = here AND c.table_name IN (
        'counting_rules', 'due_rule', 'kind_without_roll', 'leaver_rule', 'safeguarding_title', 'retention_run'))
    DO
      EXECUTE IMMEDIATE CONCAT(
        IF(t.name = 'retention_run', 'REVOKE DELETE', 'REVOKE INSERT, UPDATE, DELETE'),
        ' ON `', here, '`.`', t.name, '` FROM ', app_account);
    END FOR;
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
          -- the rules by which reach is counted, and what else only a migration writes
          WHEN t.name IN (
            'counting_rules', 'due_rule', 'flyway_schema_history', 'application_grant', 'kind_without_roll', 'leaver_rule',
            'safeguarding_title', 'upgrade_day') THEN ''
          WHEN t.name = 'retention_run' THEN ', INSERT, UPDATE'
          -- triggers that this account created, when it was the only one, still work
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
