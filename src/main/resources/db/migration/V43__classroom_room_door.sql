-- --- the door of a room

-- Devices that wait until the teacher lets them in, because too many came in one second or every place is taken. The key
-- is the one the device made for its request, so that asking again is the same row.
CREATE TABLE door_request (
  session_id    BIGINT      NOT NULL,
  seat_key      BINARY(16)  NOT NULL,
  asked_at      DATETIME(6) NOT NULL,
  last_asked_at DATETIME(6) NOT NULL,
  let_in_at     DATETIME(6) NULL,
  PRIMARY KEY (session_id, seat_key)
);

-- What other rooms may read of a seat: also when its device left it.
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW seat_v AS
  SELECT id, session_id, class_id, card_number, visitor, visitor_number, taken_at, to_check, freed_at
  FROM seat;

-- --- join codes of eight symbols

-- How many symbols of the derived code are this room's: seven if it was opened before codes had eight.
ALTER TABLE room ADD COLUMN code_length INT NOT NULL DEFAULT 7;

-- --- worries of one device

-- Keyed hash by which worries of one device are shown together: of the seat of a card, or of the network address of a
-- visitor. NULL if no device sent it.
ALTER TABLE worry ADD COLUMN device BINARY(16) NULL;
ALTER TABLE worry ADD KEY ix_worry_device (session_id, device);
