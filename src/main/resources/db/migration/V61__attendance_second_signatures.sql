-- What somebody wants to change of a return that counts, until somebody else has signed it too: an amendment (the version
-- that waits is the signed register) or a withdrawal. There is never a second that waits for the same session.
CREATE TABLE return_change (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  session_id  BIGINT       NOT NULL,
  kind        VARCHAR(10)  NOT NULL,
  why         VARCHAR(400) NOT NULL,
  asker       BIGINT       NOT NULL,
  asked_at    DATETIME(6)  NOT NULL,
  state       VARCHAR(8)   NOT NULL,
  waiting     BIGINT       AS (IF(state = 'WAITING', session_id, NULL)) PERSISTENT,
  decided_by  VARCHAR(120) NULL,
  decided_at  DATETIME(6)  NULL,
  decided_why VARCHAR(400) NULL,
  version     INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_return_change_waiting UNIQUE (waiting),
  CONSTRAINT fk_return_change_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT fk_return_change_asker FOREIGN KEY (asker) REFERENCES staff (id),
  CONSTRAINT ck_return_change_decided CHECK ((state = 'WAITING') = (decided_at IS NULL))
);
