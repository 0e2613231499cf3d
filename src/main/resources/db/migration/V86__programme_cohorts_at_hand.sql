-- A class that is of other cohorts, or of another school, than before is told of as one that was counted anew: what is kept in memory
-- of classes is read again only for those.
DELIMITER //
CREATE TRIGGER tr_class_cohort_added AFTER INSERT ON class_cohort
FOR EACH ROW
INSERT INTO counted_class (class_id, year_key, times, changed_at)
SELECT id, year_key, 1, UTC_TIMESTAMP(6) FROM class_group WHERE id = NEW.class_id
ON DUPLICATE KEY UPDATE times = times + 1, changed_at = VALUES(changed_at)//

CREATE TRIGGER tr_class_cohort_removed AFTER DELETE ON class_cohort
FOR EACH ROW
INSERT INTO counted_class (class_id, year_key, times, changed_at)
SELECT id, year_key, 1, UTC_TIMESTAMP(6) FROM class_group WHERE id = OLD.class_id
ON DUPLICATE KEY UPDATE times = times + 1, changed_at = VALUES(changed_at)//

CREATE TRIGGER tr_class_group_moved AFTER UPDATE ON class_group
FOR EACH ROW
BEGIN
  IF OLD.school_id <> NEW.school_id THEN
    INSERT INTO counted_class (class_id, year_key, times, changed_at) VALUES (NEW.id, NEW.year_key, 1, UTC_TIMESTAMP(6))
    ON DUPLICATE KEY UPDATE times = times + 1, changed_at = VALUES(changed_at);
  END IF;
END//
DELIMITER ;
