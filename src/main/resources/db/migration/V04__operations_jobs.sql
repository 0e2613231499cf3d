-- Scheduled jobs, each run by one instance at a time: when it is due, which instance claimed it until when, and its last run.
CREATE TABLE job_turn (
  job         VARCHAR(40)  NOT NULL,
  due_at      DATETIME(6)  NOT NULL,
  taken_by    VARCHAR(10)  NULL,
  taken_until DATETIME(6)  NULL,
  ran_at      DATETIME(6)  NULL,
  problem     VARCHAR(200) NULL,
  PRIMARY KEY (job)
);
