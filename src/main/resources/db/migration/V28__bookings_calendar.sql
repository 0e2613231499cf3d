-- Who received a confirmed session as a calendar invitation: they get an update for each change, and two reminders.
CREATE TABLE calendar_invitation (
  id               BIGINT      NOT NULL AUTO_INCREMENT,
  booking_id       BIGINT      NOT NULL,
  staff_id         BIGINT      NOT NULL,
  starts_at        DATETIME(6) NOT NULL,
  minutes          INT         NOT NULL,
  local_date       DATE        NOT NULL,
  invited_on       DATE        NOT NULL,
  week_reminded_at DATETIME(6) NULL,
  day_reminded_at  DATETIME(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_calendar_invitation UNIQUE (booking_id, staff_id),
  CONSTRAINT fk_calendar_invitation_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  CONSTRAINT fk_calendar_invitation_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  KEY ix_calendar_invitation_date (local_date)
);

-- A private address at which the calendar program of a member of staff reads their sessions; only the hash of its secret is
-- stored.
CREATE TABLE calendar_feed (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  public_id   VARCHAR(12) NOT NULL COLLATE utf8mb4_bin,
  staff_id    BIGINT      NOT NULL,
  secret_hash BINARY(32)  NOT NULL,
  made_at     DATETIME(6) NOT NULL,
  ended_at    DATETIME(6) NULL,
  in_force    TINYINT     AS (IF(ended_at IS NULL, 1, NULL)) VIRTUAL,
  PRIMARY KEY (id),
  CONSTRAINT uk_calendar_feed_public_id UNIQUE (public_id),
  CONSTRAINT uk_calendar_feed_secret UNIQUE (secret_hash),
  CONSTRAINT uk_calendar_feed_in_force UNIQUE (staff_id, in_force),
  CONSTRAINT fk_calendar_feed_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);
