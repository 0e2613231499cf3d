-- The classroom of a running session. The join code itself is stored nowhere: only its hash, peppered. Where tablets are
-- shared, up to three cards stay held on one device.
CREATE TABLE room (
  session_id BIGINT      NOT NULL,
  code_hash  BINARY(32)  NULL,
  code_serial INT   NOT NULL,
  open_until DATETIME(6) NOT NULL,
  state      VARCHAR(10) NOT NULL,
  sharing    BOOLEAN     NOT NULL DEFAULT FALSE,
  revision   INT         NOT NULL,
  PRIMARY KEY (session_id),
  CONSTRAINT uk_room_code_hash UNIQUE (code_hash),
  CONSTRAINT fk_room_session FOREIGN KEY (session_id) REFERENCES session (id)
);

-- A card, or a visitor's badge, taken on a device in a session. A seat that is resumed, freed or moved has a new generation.
CREATE TABLE seat (
  id             BIGINT      NOT NULL AUTO_INCREMENT,
  session_id     BIGINT      NOT NULL,
  class_id       BIGINT      NULL,
  card_number    INT    NULL,
  visitor        VARCHAR(6)  NULL,
  visitor_number INT    NULL,
  seat_key       BINARY(16)  NOT NULL,
  generation     INT    NOT NULL,
  taken_at       DATETIME(6) NOT NULL,
  freed_at       DATETIME(6) NULL,
  to_check       BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  CONSTRAINT uk_seat_card UNIQUE (session_id, class_id, card_number),
  CONSTRAINT uk_seat_key UNIQUE (session_id, seat_key),
  CONSTRAINT uk_seat_visitor UNIQUE (session_id, visitor_number)
);

-- When each earlier generation of a seat ended: events dated before are stored under it, later ones are refused.
CREATE TABLE seat_generation (
  seat_id    BIGINT      NOT NULL,
  generation INT    NOT NULL,
  ended_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (seat_id, generation)
);

-- A second device that asks for a card already taken; let through by the teacher or by the first device's silence. An
-- instance that has heard of the first device says so here, so that no other takes it for silent.
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

-- What a seat did. Keyed by seat and key, so that no child can collide with another's and a child's rows lie together.
CREATE TABLE event (
  seat_id    BIGINT        NOT NULL,
  event_key  BINARY(16)    NOT NULL,
  generation INT      NOT NULL,
  kind       VARCHAR(8)    NOT NULL,
  step       VARCHAR(40)   NOT NULL,
  question   VARCHAR(40)   NULL,
  answer     VARCHAR(1000) NULL,
  correct    BOOLEAN       NULL,
  at         DATETIME(6)   NOT NULL,
  PRIMARY KEY (seat_id, event_key),
  CONSTRAINT uk_event_answer UNIQUE (seat_id, question)
);
