-- --- lessons that were taken out of use, in an area or everywhere

-- One person takes a lesson out of use at once, in the area they look after. area is where that holds now, '' for the whole programme;
-- everywhere says that it is wanted for the whole programme. A second person keeps it so. If nobody has by ends_at, it is restored. About
-- safeguarding it has no end, and a reviewer decides. It holds for versions up to up_to: a newer version is in use again.
CREATE TABLE lesson_withdrawal (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  public_id    VARCHAR(10)  NOT NULL COLLATE utf8mb4_bin,
  module_key   VARCHAR(60)  NOT NULL COLLATE utf8mb4_bin,
  up_to        INT          NOT NULL,
  area         VARCHAR(80)  NOT NULL,
  everywhere   BOOLEAN      NOT NULL,
  safeguarding BOOLEAN      NOT NULL,
  why          VARCHAR(400) NOT NULL,
  asked_by     BIGINT       NOT NULL,
  asked_at     DATETIME(6)  NOT NULL,
  ends_at      DATETIME(6)  NULL,
  state        VARCHAR(8)   NOT NULL,
  decided_by   BIGINT       NULL,
  decided_at   DATETIME(6)  NULL,
  version      INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY uk_lesson_withdrawal_public_id (public_id),
  KEY ix_lesson_withdrawal_state (state, ends_at),
  CONSTRAINT ck_lesson_withdrawal_state CHECK (state IN ('WAITING', 'KEPT', 'RESTORED'))
);
