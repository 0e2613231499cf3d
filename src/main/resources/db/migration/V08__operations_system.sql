-- The number of migrations at the last grant; a hundred grants take seconds. Empty this table to grant again.
CREATE TABLE application_grant (
  account    VARCHAR(200) NOT NULL COLLATE utf8mb4_bin,
  migrations INT          NOT NULL,
  PRIMARY KEY (account)
);

-- If another account runs the migrations, grants the application's account rights on rows, and on the audit only INSERT.
-- afterMigrate.sql calls it, so that new tables are included. With one account for both it does nothing.
DELIMITER //
CREATE PROCEDURE grant_to_application(IN app_user VARCHAR(80))
SQL SECURITY INVOKER
BEGIN
  DECLARE here VARCHAR(64) DEFAULT DATABASE();
  DECLARE host VARCHAR(255) DEFAULT SUBSTRING_INDEX(CURRENT_USER(), '@', -1);
  DECLARE app_account VARCHAR(400) DEFAULT CONCAT('`', app_user, '`@`', host, '`');
  DECLARE done INT DEFAULT (SELECT COUNT(*) FROM flyway_schema_history);
  -- no rights to revoke
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
