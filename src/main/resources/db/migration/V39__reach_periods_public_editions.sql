-- What was published of a closed period: the figures as readers see them, without numbers of too few schools or children, and
-- what each school contributed, so that a later publication can be compared with it. place allows one publication at a time.
CREATE TABLE public_edition (
  id               BIGINT      NOT NULL AUTO_INCREMENT,
  place            INT         NOT NULL,
  closed_period_id BIGINT      NOT NULL,
  made_of          VARCHAR(64) NOT NULL,
  document         LONGTEXT    NOT NULL COLLATE utf8mb4_bin,
  hash             VARCHAR(64) NOT NULL,
  changed          TEXT        NOT NULL,
  parts            LONGBLOB    NOT NULL,
  published_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_public_edition_place UNIQUE (place),
  CONSTRAINT fk_public_edition_period FOREIGN KEY (closed_period_id) REFERENCES closed_period (id)
);

CREATE TRIGGER tr_public_edition_no_update BEFORE UPDATE ON public_edition
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was published stays as it was';

CREATE TRIGGER tr_public_edition_no_delete BEFORE DELETE ON public_edition
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was published is kept';
