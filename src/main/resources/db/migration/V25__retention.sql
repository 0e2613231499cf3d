-- --- deletion of what is due

-- One row, taken once a night by one instance. An instance that has not ended within an hour has died; the next one continues.
CREATE TABLE retention_turn (
  id       INT         NOT NULL,
  night    DATE        NOT NULL,
  taken_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_retention_turn_one CHECK (id = 1)
);

INSERT INTO retention_turn (id, night, taken_at, ended_at) VALUES (1, '2026-01-01', '2026-01-01', '2026-01-01');

-- What a rule removed, when, and who started it. A run without an end was interrupted; the next run finds the rest.
CREATE TABLE retention_run (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  rule_key   VARCHAR(40)  NOT NULL,
  begun_by   VARCHAR(120) NOT NULL,
  started_at DATETIME(6)  NOT NULL,
  ended_at   DATETIME(6)  NULL,
  removed    INT          NOT NULL,
  problem    VARCHAR(400) NULL,
  PRIMARY KEY (id),
  KEY ix_retention_run_rule (rule_key, id)
);
