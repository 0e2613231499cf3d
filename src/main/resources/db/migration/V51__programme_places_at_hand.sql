-- Moved by whatever changes where a school lies, what it is called or what kind it is: reports read all places again only then.
CREATE TABLE place_version (
  id     INT    NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO place_version (id, number) VALUES (1, 1);

DELIMITER //
CREATE TRIGGER tr_school_area_added AFTER INSERT ON school_area
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_school_area_changed AFTER UPDATE ON school_area
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_school_area_removed AFTER DELETE ON school_area
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_school_changed AFTER UPDATE ON school
FOR EACH ROW
BEGIN
  IF BINARY OLD.name <> BINARY NEW.name OR OLD.phase <> NEW.phase THEN
    UPDATE place_version SET number = number + 1 WHERE id = 1;
  END IF;
END//

CREATE TRIGGER tr_authority_changed AFTER UPDATE ON authority
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_region_changed AFTER UPDATE ON region
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//

CREATE TRIGGER tr_term_changed AFTER UPDATE ON term
FOR EACH ROW UPDATE place_version SET number = number + 1 WHERE id = 1//
DELIMITER ;
