-- --- the outbox

-- A letter to a member of staff is written in the transaction that causes it, and sent after the commit. due_at is the earliest time
-- to send it; while it is being sent, due_at is the time after which its sender is taken for dead.
CREATE TABLE letter (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  public_id       VARCHAR(10)  NOT NULL,
  recipient       VARCHAR(254) NOT NULL,
  subject         VARCHAR(200) NOT NULL,
  text_body       MEDIUMTEXT   NOT NULL,
  html_body       MEDIUMTEXT   NOT NULL,
  calendar_method VARCHAR(10)  NULL,
  calendar_body   MEDIUMTEXT   NULL,
  about           VARCHAR(80)  NOT NULL,
  state           VARCHAR(10)  NOT NULL,
  attempts        INT          NOT NULL,
  written_at      DATETIME(6)  NOT NULL,
  due_at          DATETIME(6)  NOT NULL,
  answered_at     DATETIME(6)  NULL,
  answer          VARCHAR(400) NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_letter_public_id UNIQUE (public_id),
  CONSTRAINT ck_letter_state CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'GIVEN_UP')),
  KEY ix_letter_state_due (state, due_at),
  KEY ix_letter_state (state, id),
  KEY ix_letter_recipient (recipient, id),
  KEY ix_letter_about (about)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW letter_v AS
  SELECT id, public_id, recipient, subject, about, state, written_at
  FROM letter;
