-- --- requests and offers

-- A school's request and its result. The checks repeat the rules of the code where nothing can bypass them.
-- no_trainer is why a request found no trainer, set when the latest round of offers ended.
CREATE TABLE booking (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  public_id      VARCHAR(12)   NOT NULL COLLATE utf8mb4_bin,
  request_key    VARCHAR(40)   NOT NULL COLLATE utf8mb4_bin,
  school_id      BIGINT        NOT NULL,
  module_key     VARCHAR(60)   NOT NULL COLLATE utf8mb4_bin,
  audience       VARCHAR(16)   NOT NULL,
  delivery       VARCHAR(8)    NOT NULL,
  language       VARCHAR(5)    NOT NULL,
  heads          INT           NULL,
  devices        BOOLEAN       NOT NULL,
  room           VARCHAR(200)  NOT NULL,
  needs          VARCHAR(1000) NOT NULL,
  avoid          VARCHAR(1000) NOT NULL,
  state          VARCHAR(12)   NOT NULL,
  requested_by   BIGINT        NOT NULL,
  requested_at   DATETIME(6)   NOT NULL,
  in_charge      BIGINT        NOT NULL,
  minutes        INT           NOT NULL,
  trainer_id     BIGINT        NULL,
  starts_at      DATETIME(6)   NULL,
  local_date     DATE          NULL,
  dsl_id         BIGINT        NULL,
  dsl_name       VARCHAR(120)  NULL,
  dsl_told_at    DATETIME(6)   NULL,
  dsl_told_how   VARCHAR(200)  NULL,
  session_id     BIGINT        NULL,
  closed_by      VARCHAR(120)  NULL,
  closed_side    VARCHAR(12)   NULL,
  closed_why     VARCHAR(400)  NULL,
  closed_at      DATETIME(6)   NULL,
  sequence       INT           NOT NULL DEFAULT 0,
  version        INT           NOT NULL DEFAULT 0,
  no_trainer     VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_booking_public_id UNIQUE (public_id),
  CONSTRAINT uk_booking_request_key UNIQUE (school_id, request_key),
  CONSTRAINT uk_booking_session UNIQUE (session_id),
  CONSTRAINT fk_booking_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_booking_requested_by FOREIGN KEY (requested_by) REFERENCES staff (id),
  CONSTRAINT fk_booking_in_charge FOREIGN KEY (in_charge) REFERENCES staff (id),
  CONSTRAINT fk_booking_trainer FOREIGN KEY (trainer_id) REFERENCES staff (id),
  CONSTRAINT fk_booking_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT ck_booking_dated CHECK (state NOT IN ('ACCEPTED', 'CONFIRMED', 'RUNNING', 'DELIVERED', 'RETURNED') OR (starts_at IS NOT NULL AND local_date IS NOT NULL)),
  CONSTRAINT ck_booking_dsl_told CHECK (state NOT IN ('CONFIRMED', 'RUNNING', 'DELIVERED', 'RETURNED') OR (dsl_name IS NOT NULL AND dsl_told_at IS NOT NULL)),
  CONSTRAINT ck_booking_trainer CHECK (delivery = 'SELF' OR state NOT IN ('ACCEPTED', 'CONFIRMED', 'RUNNING', 'DELIVERED', 'RETURNED') OR trainer_id IS NOT NULL),
  CONSTRAINT ck_booking_closed CHECK (state NOT IN ('DECLINED', 'CANCELLED', 'NOBODY_CAME') OR (closed_by IS NOT NULL AND closed_side IS NOT NULL AND closed_at IS NOT NULL)),
  CONSTRAINT ck_booking_minutes CHECK (minutes BETWEEN 10 AND 480),
  KEY ix_booking_school_date (school_id, local_date),
  KEY ix_booking_school_requested (school_id, requested_at),
  KEY ix_booking_trainer_date (trainer_id, local_date),
  KEY ix_booking_in_charge_date (in_charge, local_date),
  KEY ix_booking_dsl_date (dsl_id, local_date),
  KEY ix_booking_date (local_date, state, school_id),
  KEY ix_booking_starts (starts_at, state),
  KEY ix_booking_state (state, requested_at)
);

-- The dates that a school would like, first choice first.
CREATE TABLE booking_choice (
  booking_id BIGINT      NOT NULL,
  preference INT         NOT NULL,
  starts_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (booking_id, preference),
  CONSTRAINT fk_booking_choice_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  CONSTRAINT ck_booking_choice_preference CHECK (preference BETWEEN 1 AND 3)
);

CREATE TABLE booking_class (
  booking_id    BIGINT NOT NULL,
  class_id      BIGINT NOT NULL,
  card_group_id BIGINT NULL,
  PRIMARY KEY (booking_id, class_id),
  CONSTRAINT fk_booking_class_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  CONSTRAINT fk_booking_class_class_group FOREIGN KEY (class_id) REFERENCES class_group (id),
  CONSTRAINT fk_booking_class_card_group FOREIGN KEY (card_group_id) REFERENCES card_group (id),
  KEY ix_booking_class_class (class_id)
);

-- The trainers to whom a booking was offered, in which order and why: WAITING, OFFERED, ACCEPTED, DECLINED, EXPIRED or CLOSED.
-- A booking that is offered again starts a new round; the order of every round is kept.
CREATE TABLE booking_offer (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  booking_id  BIGINT       NOT NULL,
  round       INT          NOT NULL,
  place       INT          NOT NULL,
  trainer_id  BIGINT       NOT NULL,
  state       VARCHAR(10)  NOT NULL,
  kilometres  INT          NULL,
  why         VARCHAR(400) NOT NULL,
  offered_at  DATETIME(6)  NULL,
  expires_at  DATETIME(6)  NULL,
  answered_at DATETIME(6)  NULL,
  answer      VARCHAR(400) NULL,
  swap_for    BIGINT       NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_booking_offer_place UNIQUE (booking_id, round, place),
  CONSTRAINT uk_booking_offer_trainer UNIQUE (booking_id, round, trainer_id),
  CONSTRAINT fk_booking_offer_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  CONSTRAINT fk_booking_offer_trainer FOREIGN KEY (trainer_id) REFERENCES staff (id),
  KEY ix_booking_offer_trainer (trainer_id, state),
  KEY ix_booking_offer_last (trainer_id, offered_at),
  KEY ix_booking_offer_expiry (state, expires_at)
);

-- --- booked time in quarter hours: the keys refuse two bookings for one trainer or class at the same time

CREATE TABLE trainer_time (
  trainer_id BIGINT      NOT NULL,
  quarter    DATETIME(6) NOT NULL,
  booking_id BIGINT      NOT NULL,
  PRIMARY KEY (trainer_id, quarter),
  CONSTRAINT fk_trainer_time_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  KEY ix_trainer_time_booking (booking_id)
);

CREATE TABLE class_time (
  class_id   BIGINT      NOT NULL,
  quarter    DATETIME(6) NOT NULL,
  booking_id BIGINT      NOT NULL,
  PRIMARY KEY (class_id, quarter),
  CONSTRAINT fk_class_time_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  KEY ix_class_time_booking (booking_id)
);

-- A trainer's day has as many places as they take sessions; a booking takes the first free place.
CREATE TABLE trainer_day (
  trainer_id BIGINT NOT NULL,
  local_date DATE   NOT NULL,
  place      INT    NOT NULL,
  booking_id BIGINT NOT NULL,
  PRIMARY KEY (trainer_id, local_date, place),
  CONSTRAINT uk_trainer_day_booking UNIQUE (booking_id),
  CONSTRAINT fk_trainer_day_booking FOREIGN KEY (booking_id) REFERENCES booking (id)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW booking_v AS
  SELECT id, public_id, school_id, module_key, audience, heads, room, needs, avoid, state, local_date, session_id, closed_by,
    closed_why, version
  FROM booking;
