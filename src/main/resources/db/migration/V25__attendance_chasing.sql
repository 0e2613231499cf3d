-- Letters about a missing return: after 1, 3 and 7 days. The key makes only one instance write each.
CREATE TABLE return_chase (
  session_id BIGINT      NOT NULL,
  days       INT         NOT NULL,
  sent_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (session_id, days),
  CONSTRAINT fk_return_chase_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT ck_return_chase_days CHECK (days IN (1, 3, 7))
);
