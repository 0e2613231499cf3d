-- Another system that is called when something is published. Its secret is derived from the installation's and not stored.
CREATE TABLE webhook (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  public_id     VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  address       VARCHAR(400) NOT NULL,
  name          VARCHAR(120) NOT NULL,
  secret_number INT          NOT NULL,
  set_by        VARCHAR(120) NOT NULL,
  set_at        DATETIME(6)  NOT NULL,
  failing_since DATETIME(6)  NULL,
  off_at        DATETIME(6)  NULL,
  off_why       VARCHAR(200) NULL,
  removed_at    DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_webhook_public_id UNIQUE (public_id)
);

-- A call is written in the transaction that causes it, and sent after the commit. due_at is the earliest time to send it.
CREATE TABLE webhook_call (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  public_id   VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  webhook_id  BIGINT       NOT NULL,
  event       VARCHAR(40)  NOT NULL,
  body        MEDIUMTEXT   NOT NULL,
  state       VARCHAR(10)  NOT NULL,
  attempts    INT          NOT NULL,
  written_at  DATETIME(6)  NOT NULL,
  due_at      DATETIME(6)  NOT NULL,
  answered_at DATETIME(6)  NULL,
  answer      VARCHAR(400) NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_webhook_call_public_id UNIQUE (public_id),
  KEY ix_webhook_call_due (state, due_at),
  KEY ix_webhook_call_webhook (webhook_id, id),
  CONSTRAINT fk_webhook_call_webhook FOREIGN KEY (webhook_id) REFERENCES webhook (id),
  CONSTRAINT ck_webhook_call_state CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'GIVEN_UP'))
);
