-- A run of a retention rule: how many rows it deleted, when, and who started it. The next run completes an interrupted one.
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
