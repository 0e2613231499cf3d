-- The schools between which classes had moved when a period was closed: over the start of a school year each family counts as one
-- school. Periods that were closed before have none, and are counted again as they were.
CREATE TABLE closed_family (
  closed_period_id BIGINT NOT NULL,
  school_id        BIGINT NOT NULL,
  other_school     BIGINT NOT NULL,
  PRIMARY KEY (closed_period_id, school_id, other_school),
  CONSTRAINT fk_closed_family_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id)
);

CREATE TRIGGER tr_closed_family_no_update BEFORE UPDATE ON closed_family
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a school stays as it was when the period was closed';

CREATE TRIGGER tr_closed_family_no_delete BEFORE DELETE ON closed_family
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a school stays as it was when the period was closed';
