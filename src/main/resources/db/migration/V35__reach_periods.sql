-- --- closed periods

-- A term or a year with frozen figures, counted as at a moment, signed by one manager and approved by a second. The figures
-- never change. in_force allows one period of a kind that was not refused.
CREATE TABLE closed_period (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  public_id   VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  period_key  VARCHAR(20)  NOT NULL,
  state       VARCHAR(10)  NOT NULL,
  in_force    VARCHAR(20)  AS (IF(state = 'REFUSED', NULL, period_key)) PERSISTENT,
  as_at       DATETIME(6)  NOT NULL,
  figures     LONGTEXT     NOT NULL COLLATE utf8mb4_bin,
  hash        VARCHAR(64)  NOT NULL,
  note        TEXT         NOT NULL,
  signed_by   BIGINT       NOT NULL,
  signed_at   DATETIME(6)  NOT NULL,
  decided_by  BIGINT       NULL,
  decided_at  DATETIME(6)  NULL,
  decided_why TEXT         NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_closed_period_public_id UNIQUE (public_id),
  CONSTRAINT uk_closed_period_in_force UNIQUE (in_force),
  CONSTRAINT fk_closed_period_signed_by FOREIGN KEY (signed_by) REFERENCES staff (id),
  CONSTRAINT fk_closed_period_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
  CONSTRAINT ck_closed_period_two_people CHECK (decided_by IS NULL OR state = 'REFUSED' OR decided_by <> signed_by)
);

DELIMITER //
CREATE TRIGGER tr_closed_period_figures BEFORE UPDATE ON closed_period
FOR EACH ROW
BEGIN
  IF (NEW.period_key, NEW.as_at, NEW.hash, NEW.signed_by, NEW.signed_at) <> (OLD.period_key, OLD.as_at, OLD.hash, OLD.signed_by, OLD.signed_at)
      OR BINARY NEW.figures <> BINARY OLD.figures OR OLD.state <> 'SIGNED' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a frozen figure never moves';
  END IF;
END//
DELIMITER ;

CREATE TRIGGER tr_closed_period_no_delete BEFORE DELETE ON closed_period
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a closed period is kept';

-- Where each school was on the last day of the period, as known then; a school whose first return came later is added.
CREATE TABLE closed_place (
  closed_period_id BIGINT      NOT NULL,
  school_id        BIGINT      NOT NULL,
  phase            VARCHAR(20) NOT NULL,
  authority_key    VARCHAR(40) NOT NULL,
  region_key       VARCHAR(40) NOT NULL,
  nation           VARCHAR(20) NOT NULL,
  -- Added after the period was closed: the frozen figures do not include it.
  later            BOOLEAN     NOT NULL,
  PRIMARY KEY (closed_period_id, school_id),
  CONSTRAINT fk_closed_place_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id)
);

CREATE TRIGGER tr_closed_place_no_update BEFORE UPDATE ON closed_place
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a school stays where it lay when the period was closed';

CREATE TRIGGER tr_closed_place_no_delete BEFORE DELETE ON closed_place
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a school stays where it lay when the period was closed';

-- The school of a class at that time, where the class had moved.
CREATE TABLE closed_home (
  closed_period_id BIGINT NOT NULL,
  class_id         BIGINT NOT NULL,
  school_id        BIGINT NOT NULL,
  PRIMARY KEY (closed_period_id, class_id),
  CONSTRAINT fk_closed_home_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id)
);

CREATE TRIGGER tr_closed_home_no_update BEFORE UPDATE ON closed_home
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a class stays as it was when the period was closed';

CREATE TRIGGER tr_closed_home_no_delete BEFORE DELETE ON closed_home
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a class stays as it was when the period was closed';

-- The classes of a period that includes the start of a school year, as known when it was closed.
CREATE TABLE closed_class (
  closed_period_id BIGINT       NOT NULL,
  class_id         BIGINT       NOT NULL,
  school_id        BIGINT       NOT NULL,
  year_key         VARCHAR(7)   NOT NULL,
  -- The years in which its children started school, with commas between them.
  cohorts          VARCHAR(200) NOT NULL,
  -- Made after the period was closed: the frozen figures do not include it.
  later            BOOLEAN      NOT NULL,
  PRIMARY KEY (closed_period_id, class_id),
  CONSTRAINT fk_closed_class_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id)
);

CREATE TRIGGER tr_closed_class_no_update BEFORE UPDATE ON closed_class
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a class stays as it was when the period was closed';

CREATE TRIGGER tr_closed_class_no_delete BEFORE DELETE ON closed_class
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a class stays as it was when the period was closed';

-- How these classes continued in other classes.
CREATE TABLE closed_link (
  closed_period_id BIGINT  NOT NULL,
  from_class       BIGINT  NOT NULL,
  to_class         BIGINT  NOT NULL,
  same_cards       BOOLEAN NOT NULL,
  PRIMARY KEY (closed_period_id, from_class, to_class),
  CONSTRAINT fk_closed_link_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id)
);

CREATE TRIGGER tr_closed_link_no_update BEFORE UPDATE ON closed_link
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a link stays as it was when the period was closed';

CREATE TRIGGER tr_closed_link_no_delete BEFORE DELETE ON closed_link
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a link stays as it was when the period was closed';

-- A recount of the period at a later moment. The difference to the count before is the adjustment.
CREATE TABLE adjustment (
  id               BIGINT      NOT NULL AUTO_INCREMENT,
  closed_period_id BIGINT      NOT NULL,
  number           INT         NOT NULL,
  as_at            DATETIME(6) NOT NULL,
  figures          LONGTEXT    NOT NULL COLLATE utf8mb4_bin,
  hash             VARCHAR(64) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_adjustment_number UNIQUE (closed_period_id, number),
  CONSTRAINT fk_adjustment_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id)
);

CREATE TRIGGER tr_adjustment_no_update BEFORE UPDATE ON adjustment
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an adjustment never changes: the next one follows it';

CREATE TRIGGER tr_adjustment_no_delete BEFORE DELETE ON adjustment
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an adjustment is kept';

-- --- briefs

-- A brief as it was issued: the bytes of its page and of its PDF, and the hash of its figures.
CREATE TABLE brief (
  id               BIGINT      NOT NULL AUTO_INCREMENT,
  closed_period_id BIGINT      NOT NULL,
  number           INT         NOT NULL,
  page             LONGBLOB    NOT NULL,
  pdf              LONGBLOB    NOT NULL,
  hash             VARCHAR(64) NOT NULL,
  changed          TEXT        NOT NULL,
  issued_by        BIGINT      NOT NULL,
  issued_at        DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_brief_number UNIQUE (closed_period_id, number),
  CONSTRAINT fk_brief_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id),
  CONSTRAINT fk_brief_issued_by FOREIGN KEY (issued_by) REFERENCES staff (id)
);

CREATE TRIGGER tr_brief_no_update BEFORE UPDATE ON brief
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a brief never changes: the next one says what did';

CREATE TRIGGER tr_brief_no_delete BEFORE DELETE ON brief
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a brief is kept';

-- --- public figures

-- Whether the figures of approved periods are public: one row, or none while nobody has ever switched them on.
CREATE TABLE public_figures (
  id         INT          NOT NULL,
  shown      BOOLEAN      NOT NULL,
  changed_by VARCHAR(120) NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_public_figures_one_row CHECK (id = 1)
);
