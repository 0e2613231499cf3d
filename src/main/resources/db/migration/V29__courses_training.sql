-- --- events and places

-- A training event for professionals who protect children, and for future trainers. Without a region it is for the whole
-- programme.
CREATE TABLE training_event (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  public_id     VARCHAR(12)   NOT NULL COLLATE utf8mb4_bin,
  title         VARCHAR(120)  NOT NULL,
  covers        VARCHAR(2000) NOT NULL,
  venue         VARCHAR(200)  NULL,
  link          VARCHAR(400)  NULL,
  region_key    VARCHAR(40)   NULL,
  starts_at     DATETIME(6)   NOT NULL,
  local_date    DATE          NOT NULL,
  minutes       INT           NOT NULL,
  places        INT           NOT NULL,
  leader_id     BIGINT        NOT NULL,
  sequence      INT           NOT NULL DEFAULT 0,
  marked_at     DATETIME(6)   NULL,
  cancelled_at  DATETIME(6)   NULL,
  cancelled_why VARCHAR(400)  NULL,
  version       INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_training_event_public_id UNIQUE (public_id),
  KEY ix_training_event_date (local_date),
  CONSTRAINT fk_training_event_region FOREIGN KEY (region_key) REFERENCES region (region_key),
  CONSTRAINT fk_training_event_leader FOREIGN KEY (leader_id) REFERENCES staff (id),
  CONSTRAINT ck_training_event_where CHECK ((venue IS NULL) <> (link IS NULL)),
  CONSTRAINT ck_training_event_minutes CHECK (minutes BETWEEN 15 AND 720),
  CONSTRAINT ck_training_event_places CHECK (places BETWEEN 1 AND 1000)
);

-- An adult who was booked on training. After kept_until every column that identifies them is emptied; the row still counts as one
-- person.
CREATE TABLE professional (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  public_id    VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  staff_id     BIGINT       NULL,
  name         VARCHAR(120) NULL,
  email        VARCHAR(254) NULL,
  organisation VARCHAR(160) NULL,
  job          VARCHAR(120) NULL,
  kept_until   DATE         NOT NULL,
  erased_at    DATETIME(6)  NULL,
  version      INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_professional_public_id UNIQUE (public_id),
  CONSTRAINT uk_professional_staff UNIQUE (staff_id),
  CONSTRAINT uk_professional_email UNIQUE (email),
  KEY ix_professional_kept_until (erased_at, kept_until),
  CONSTRAINT fk_professional_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT ck_professional_erased CHECK (
    erased_at IS NULL OR (staff_id IS NULL AND name IS NULL AND email IS NULL AND organisation IS NULL AND job IS NULL))
);

-- One row for each adult and event: a place, a turn on the waiting list, or given up. The waiting list is in the order of
-- asked_at.
CREATE TABLE training_place (
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  public_id       VARCHAR(12) NOT NULL COLLATE utf8mb4_bin,
  event_id        BIGINT      NOT NULL,
  professional_id BIGINT      NOT NULL,
  state           VARCHAR(8)  NOT NULL,
  asked_at        DATETIME(6) NOT NULL,
  minutes_there   INT         NULL,
  attended        BOOLEAN     NOT NULL DEFAULT FALSE,
  version         INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_training_place_public_id UNIQUE (public_id),
  CONSTRAINT uk_training_place_once UNIQUE (event_id, professional_id),
  KEY ix_training_place_professional (professional_id),
  CONSTRAINT fk_training_place_event FOREIGN KEY (event_id) REFERENCES training_event (id),
  CONSTRAINT fk_training_place_professional FOREIGN KEY (professional_id) REFERENCES professional (id),
  CONSTRAINT ck_training_place_state CHECK (state IN ('BOOKED', 'WAITING', 'GIVEN_UP')),
  CONSTRAINT ck_training_place_attended CHECK (attended = 0 OR (state = 'BOOKED' AND minutes_there IS NOT NULL))
);

-- Each change of whether somebody attended (was there for half an event), so that professionals can be counted as at a moment.
CREATE TABLE training_mark (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  place_id  BIGINT      NOT NULL,
  attended  BOOLEAN     NOT NULL,
  marked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY ix_training_mark_place (place_id, id),
  CONSTRAINT fk_training_mark_place FOREIGN KEY (place_id) REFERENCES training_place (id)
);

CREATE TRIGGER tr_training_mark_no_update BEFORE UPDATE ON training_mark
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was marked is kept: the next mark follows it';

CREATE TRIGGER tr_training_mark_no_delete BEFORE DELETE ON training_mark
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was marked is kept: the next mark follows it';

-- --- badges

-- A credential for an attended event: an Open Badge, built from these rows each time its holder fetches it. id is its place on
-- the published list of revoked badges. open_for allows one valid badge for each place.
CREATE TABLE training_badge (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  public_id  VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  place_id   BIGINT       NOT NULL,
  salt       VARCHAR(32)  NOT NULL,
  issued_at  DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  revoked_at DATETIME(6)  NULL,
  reason     VARCHAR(20)  NULL,
  open_for   BIGINT       AS (IF(revoked_at IS NULL, place_id, NULL)) STORED,
  PRIMARY KEY (id),
  CONSTRAINT uk_training_badge_public_id UNIQUE (public_id),
  CONSTRAINT uk_training_badge_open UNIQUE (open_for),
  KEY ix_training_badge_place (place_id),
  CONSTRAINT fk_training_badge_place FOREIGN KEY (place_id) REFERENCES training_place (id),
  CONSTRAINT ck_training_badge_reason CHECK ((revoked_at IS NULL) = (reason IS NULL))
);
