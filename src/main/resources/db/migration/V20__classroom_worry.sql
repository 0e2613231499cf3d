-- --- worries

-- A message from a child to a grown-up at school. The words, and the card that sent them, are encrypted with a key that is not in
-- the database; key_id names the key. alert_due_at is when the next reminder is due; NULL without one.
CREATE TABLE worry (
  id            BIGINT         NOT NULL AUTO_INCREMENT,
  public_id     VARCHAR(12)    NOT NULL COLLATE utf8mb4_bin,
  school_id     BIGINT         NOT NULL,
  session_id    BIGINT         NOT NULL,
  -- NULL if no device sent it (invented worries in a demo); the seat itself is deleted 30 days after its session
  seat_id       BIGINT         NULL,
  worry_key     BINARY(16)     NULL,
  key_id        VARCHAR(20)    NOT NULL,
  sender        VARBINARY(1000) NOT NULL,
  words         VARBINARY(9000) NOT NULL,
  sent_at       DATETIME(6)    NOT NULL,
  state         VARCHAR(12)    NOT NULL,
  alerts        INT            NOT NULL,
  alert_due_at  DATETIME(6)    NULL,
  first_read_at DATETIME(6)    NULL,
  first_read_by VARCHAR(120)   NULL,
  taken_by      VARCHAR(120)   NULL,
  swapped_at    DATETIME(6)    NULL,
  swapped_by    VARCHAR(120)   NULL,
  recorded_by   VARCHAR(120)   NULL,
  closed_by     VARCHAR(120)   NULL,
  closed_at     DATETIME(6)    NULL,
  version       INT            NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_worry_public_id UNIQUE (public_id),
  CONSTRAINT uk_worry_seat_key UNIQUE (seat_id, worry_key),
  CONSTRAINT ck_worry_state CHECK (state IN ('NEW', 'READ', 'TAKEN', 'CLOSED')),
  CONSTRAINT ck_worry_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL) AND (closed_at IS NULL OR recorded_by IS NOT NULL)),
  CONSTRAINT fk_worry_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_worry_session FOREIGN KEY (session_id) REFERENCES session (id),
  KEY ix_worry_school (school_id, state, sent_at),
  KEY ix_worry_alert_due (alert_due_at),
  KEY ix_worry_closed (closed_at)
);

-- The lead's notes on it, encrypted too; deleted with the worry.
CREATE TABLE worry_note (
  id       BIGINT          NOT NULL AUTO_INCREMENT,
  worry_id BIGINT          NOT NULL,
  at       DATETIME(6)     NOT NULL,
  by_name  VARCHAR(120)    NOT NULL,
  key_id   VARCHAR(20)     NOT NULL,
  note     VARBINARY(9000) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_worry_note_worry FOREIGN KEY (worry_id) REFERENCES worry (id) ON DELETE CASCADE
);

-- The contact that a school chose to alert if neither lead nor deputy opens a worry.
CREATE TABLE worry_contact (
  school_id BIGINT       NOT NULL,
  name      VARCHAR(120) NOT NULL,
  email     VARCHAR(254) NOT NULL,
  set_by    VARCHAR(120) NOT NULL,
  set_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (school_id),
  CONSTRAINT fk_worry_contact_school FOREIGN KEY (school_id) REFERENCES school (id)
);

-- Kept after a worry is deleted: its region, its month, and the time until it was answered.
CREATE TABLE worry_tally (
  id               BIGINT      NOT NULL AUTO_INCREMENT,
  region_key       VARCHAR(40) NOT NULL,
  month            DATE        NOT NULL,
  minutes_to_read  INT         NOT NULL,
  minutes_to_close INT         NOT NULL,
  PRIMARY KEY (id),
  KEY ix_worry_tally_month (month, region_key),
  CONSTRAINT fk_worry_tally_region FOREIGN KEY (region_key) REFERENCES region (region_key)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW worry_v AS
  SELECT id, public_id, school_id, session_id, seat_id, state, closed_by, version
  FROM worry;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW worry_contact_v AS
  SELECT school_id, name, email, set_by, set_at
  FROM worry_contact;
