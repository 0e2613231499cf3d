-- --- returns that wait for a second person

-- What the signer tells the person who confirms, in their own words. It is deleted once the return has stopped waiting for 30 days.
CREATE TABLE waiting_note (
  session_id BIGINT       NOT NULL,
  note       VARCHAR(500) NOT NULL,
  written_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (session_id),
  CONSTRAINT fk_waiting_note_session FOREIGN KEY (session_id) REFERENCES session (id)
);

-- Letters about a return that waits: to its school (SCHOOL), and after 14 days to the managers of its area (MANAGER). The key makes
-- only one instance write each. A return that is signed again has another id, and is asked about again.
CREATE TABLE waiting_letter (
  return_id BIGINT      NOT NULL,
  reader    VARCHAR(7)  NOT NULL,
  sent_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (return_id, reader),
  CONSTRAINT ck_waiting_letter_reader CHECK (reader IN ('SCHOOL', 'MANAGER')),
  KEY ix_waiting_letter_sent (sent_at)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW waiting_note_v AS
  SELECT session_id, note, written_at
  FROM waiting_note;
