-- Which letters have been written about a missing return: after 1, 3 and 7 days, each once whoever's clock strikes first.
CREATE TABLE return_chase (
  session_id BIGINT      NOT NULL,
  days       INT         NOT NULL,
  sent_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (session_id, days),
  CONSTRAINT fk_return_chase_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT ck_return_chase_days CHECK (days IN (1, 3, 7))
);

-- Finds the sessions without a return that counts, the oldest first.
ALTER TABLE session ADD KEY ix_session_missing (returned_at, state, ended_at);
