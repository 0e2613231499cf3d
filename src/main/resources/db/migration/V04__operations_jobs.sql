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
