-- How classes went on over the start of a school year, as it was known when a period that goes over it was closed.
CREATE TABLE closed_class (
  closed_period_id BIGINT       NOT NULL,
  class_id         BIGINT       NOT NULL,
  school_id        BIGINT       NOT NULL,
  year_key         VARCHAR(7)   NOT NULL,
  -- The years in which its children started school, with commas between them.
  cohorts          VARCHAR(200) NOT NULL,
  -- It was made after the period was closed: the frozen figures did without it.
  later            BOOLEAN      NOT NULL,
  PRIMARY KEY (closed_period_id, class_id),
  CONSTRAINT fk_closed_class_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id)
);

CREATE TABLE closed_link (
  closed_period_id BIGINT  NOT NULL,
  from_class       BIGINT  NOT NULL,
  to_class         BIGINT  NOT NULL,
  same_cards       BOOLEAN NOT NULL,
  PRIMARY KEY (closed_period_id, from_class, to_class),
  CONSTRAINT fk_closed_link_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id)
);

DELIMITER //
CREATE TRIGGER tr_closed_class_no_update BEFORE UPDATE ON closed_class
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a class stays as it was when the period was closed'//

CREATE TRIGGER tr_closed_class_no_delete BEFORE DELETE ON closed_class
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a class stays as it was when the period was closed'//

CREATE TRIGGER tr_closed_link_no_update BEFORE UPDATE ON closed_link
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a link stays as it was when the period was closed'//

CREATE TRIGGER tr_closed_link_no_delete BEFORE DELETE ON closed_link
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a link stays as it was when the period was closed'//

CREATE TRIGGER tr_closed_home_no_update BEFORE UPDATE ON closed_home
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a class stays as it was when the period was closed'//

CREATE TRIGGER tr_closed_home_no_delete BEFORE DELETE ON closed_home
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a class stays as it was when the period was closed'//
DELIMITER ;
