-- The three outboxes (letter, webhook_call, account_order) share the columns of operations.outbox:
-- state, attempts, written_at, due_at, answered_at and answer.
ALTER TABLE letter
  DROP CONSTRAINT ck_letter_state,
  CHANGE sent_at answered_at DATETIME(6) NULL,
  CHANGE problem answer VARCHAR(400) NULL,
  ADD CONSTRAINT ck_letter_state CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'GIVEN_UP'));

ALTER TABLE webhook_call
  DROP CONSTRAINT ck_webhook_call_state,
  MODIFY answer VARCHAR(400) NULL;
UPDATE webhook_call SET state = CASE state WHEN 'CALLING' THEN 'SENDING' WHEN 'TAKEN' THEN 'SENT' ELSE state END;
ALTER TABLE webhook_call
  ADD CONSTRAINT ck_webhook_call_state CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'GIVEN_UP'));

ALTER TABLE account_order
  CHANGE ordered_at written_at DATETIME(6) NOT NULL,
  CHANGE done_at answered_at DATETIME(6) NULL,
  CHANGE tries attempts INT NOT NULL,
  CHANGE problem answer VARCHAR(400) NULL,
  ADD state VARCHAR(10) NOT NULL DEFAULT 'WAITING';
UPDATE account_order SET state = 'SENT' WHERE answered_at IS NOT NULL;
ALTER TABLE account_order
  ALTER state DROP DEFAULT,
  DROP KEY ix_account_order_open,
  ADD KEY ix_account_order_due (state, due_at),
  ADD KEY ix_account_order_username (username, id),
  ADD CONSTRAINT ck_account_order_state CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'GIVEN_UP'));

-- The jobs that one instance runs for all: when each is due, which instance has taken it and until when, and its last run.
CREATE TABLE job_turn (
  job         VARCHAR(40)  NOT NULL,
  due_at      DATETIME(6)  NOT NULL,
  taken_by    VARCHAR(10)  NULL,
  taken_until DATETIME(6)  NULL,
  ran_at      DATETIME(6)  NULL,
  problem     VARCHAR(200) NULL,
  PRIMARY KEY (job)
);

DROP TABLE retention_turn;
