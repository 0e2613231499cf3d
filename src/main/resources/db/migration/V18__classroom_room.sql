-- --- rooms

-- The classroom of a running session. The join code is not stored, only its hash with a pepper. With sharing, up to three
-- cards are held on one device. The teacher sets locked (no new devices), paused, step (the step of the whole class) and
-- revealed (answers shown).
-- revealed has "question:milliseconds", separated by spaces: when each question closed because its answer was shown.
CREATE TABLE room (
  session_id  BIGINT        NOT NULL,
  code_hash   BINARY(32)    NULL,
  code_serial INT           NOT NULL,
  open_until  DATETIME(6)   NOT NULL,
  state       VARCHAR(10)   NOT NULL,
  sharing     BOOLEAN       NOT NULL DEFAULT FALSE,
  locked      BOOLEAN       NOT NULL DEFAULT FALSE,
  paused      BOOLEAN       NOT NULL DEFAULT FALSE,
  step        VARCHAR(40)   NULL,
  revealed    VARCHAR(4000) NOT NULL DEFAULT '',
  revision    INT           NOT NULL,
  PRIMARY KEY (session_id),
  CONSTRAINT uk_room_code_hash UNIQUE (code_hash),
  CONSTRAINT fk_room_session FOREIGN KEY (session_id) REFERENCES session (id)
);

-- When each instance last heard from the devices in a room, and how many answers were still on them: one row per room and
-- instance, so that a child costs no statement. seats has "seat:milliseconds:waiting", separated by spaces.
CREATE TABLE room_pulse (
  session_id BIGINT        NOT NULL,
  instance   BIGINT        NOT NULL,
  seats      VARCHAR(8000) NOT NULL,
  PRIMARY KEY (session_id, instance)
);

-- --- seats and what they did

-- A card, or a visitor's badge, taken on a device in a session. A seat that is resumed, freed or moved has a new generation.
CREATE TABLE seat (
  id             BIGINT      NOT NULL AUTO_INCREMENT,
  session_id     BIGINT      NOT NULL,
  class_id       BIGINT      NULL,
  card_number    INT         NULL,
  visitor        VARCHAR(6)  NULL,
  visitor_number INT         NULL,
  seat_key       BINARY(16)  NOT NULL,
  generation     INT         NOT NULL,
  taken_at       DATETIME(6) NOT NULL,
  freed_at       DATETIME(6) NULL,
  to_check       BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  CONSTRAINT uk_seat_card UNIQUE (session_id, class_id, card_number),
  CONSTRAINT uk_seat_key UNIQUE (session_id, seat_key),
  CONSTRAINT uk_seat_visitor UNIQUE (session_id, visitor_number)
);

-- When each earlier generation of a seat ended: events dated before that are stored under it, later ones are refused.
CREATE TABLE seat_generation (
  seat_id    BIGINT      NOT NULL,
  generation INT         NOT NULL,
  ended_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (seat_id, generation)
);

-- A second device asks for a taken card. The teacher admits it, or it is admitted once the first device is silent. An instance that
-- heard from the first device writes holder_heard_at, so that no other instance takes that device for silent.
CREATE TABLE seat_request (
  seat_id         BIGINT      NOT NULL,
  seat_key        BINARY(16)  NOT NULL,
  session_id      BIGINT      NOT NULL,
  asked_at        DATETIME(6) NOT NULL,
  last_asked_at   DATETIME(6) NOT NULL,
  holder_heard_at DATETIME(6) NULL,
  answer          VARCHAR(8)  NULL,
  PRIMARY KEY (seat_id, seat_key),
  KEY ix_seat_request_session (session_id),
  KEY ix_seat_request_last_asked (last_asked_at)
);

-- The events of a seat. The primary key is seat and event key, so that children cannot collide and a child's rows are stored together.
CREATE TABLE event (
  seat_id    BIGINT        NOT NULL,
  event_key  BINARY(16)    NOT NULL,
  generation INT           NOT NULL,
  kind       VARCHAR(8)    NOT NULL,
  step       VARCHAR(40)   NOT NULL,
  question   VARCHAR(40)   NULL,
  answer     VARCHAR(1000) NULL,
  correct    BOOLEAN       NULL,
  at         DATETIME(6)   NOT NULL,
  PRIMARY KEY (seat_id, event_key),
  CONSTRAINT uk_event_answer UNIQUE (seat_id, question)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW seat_v AS
  SELECT id, session_id, class_id, card_number, visitor, visitor_number, taken_at, to_check
  FROM seat;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW event_v AS
  SELECT seat_id, event_key, kind, step, question, answer, correct, at
  FROM event;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW room_v AS
  SELECT session_id, state
  FROM room;
