-- Each time that it was marked anew whether somebody was there for half an event: so that professionals can be counted as at a moment.
CREATE TABLE training_mark (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  place_id  BIGINT      NOT NULL,
  attended  BOOLEAN     NOT NULL,
  marked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY ix_training_mark_place (place_id, id),
  CONSTRAINT fk_training_mark_place FOREIGN KEY (place_id) REFERENCES training_place (id)
);

INSERT INTO training_mark (place_id, attended, marked_at)
SELECT p.id, TRUE, COALESCE(e.marked_at, e.starts_at) FROM training_place p JOIN training_event e ON e.id = p.event_id
WHERE p.attended ORDER BY p.id;

DELIMITER //
CREATE TRIGGER tr_training_mark_no_update BEFORE UPDATE ON training_mark
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was marked is kept: the next mark follows it'//

CREATE TRIGGER tr_training_mark_no_delete BEFORE DELETE ON training_mark
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was marked is kept: the next mark follows it'//
DELIMITER ;
