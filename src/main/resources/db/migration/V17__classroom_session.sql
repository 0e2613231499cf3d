-- --- sessions

-- One delivery of a module to one or more classes at a school at a time.
CREATE TABLE session (
  id                BIGINT       NOT NULL AUTO_INCREMENT,
  public_id         VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  start_key         VARCHAR(40)  NOT NULL COLLATE utf8mb4_bin,
  school_id         BIGINT       NOT NULL,
  module_version_id BIGINT       NOT NULL,
  audience          VARCHAR(16)  NOT NULL,
  confirmer         BIGINT       NULL,
  devices           BOOLEAN      NOT NULL,
  -- The language at the start; each child may choose another on their device.
  language          VARCHAR(5)   NOT NULL DEFAULT 'en',
  state             VARCHAR(12)  NOT NULL,
  started_by        BIGINT       NOT NULL,
  -- The colleague who signs instead of the person who started it; NULL without one.
  handed_to         BIGINT       NULL,
  started_at        DATETIME(6)  NOT NULL,
  ended_at          DATETIME(6)  NULL,
  -- When its register was signed, and when its return began to count: the same moment except for a visit, where the school
  -- confirms the heads.
  signed_at         DATETIME(6)  NULL,
  returned_at       DATETIME(6)  NULL,
  -- Started by mistake: who said so, when and why. Such a session never counts.
  cancelled_by      BIGINT       NULL,
  cancelled_at      DATETIME(6)  NULL,
  cancelled_why     VARCHAR(200) NULL,
  local_date        DATE         NOT NULL,
  year_key          VARCHAR(7)   NOT NULL,
  term_key          VARCHAR(10)  NOT NULL,
  version           INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_session_public_id UNIQUE (public_id),
  CONSTRAINT uk_session_start_key UNIQUE (school_id, start_key),
  CONSTRAINT fk_session_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_session_module_version FOREIGN KEY (module_version_id) REFERENCES module_version (id),
  CONSTRAINT fk_session_staff FOREIGN KEY (started_by) REFERENCES staff (id),
  CONSTRAINT fk_session_confirmer FOREIGN KEY (confirmer) REFERENCES staff (id),
  CONSTRAINT fk_session_handed_to FOREIGN KEY (handed_to) REFERENCES staff (id),
  CONSTRAINT fk_session_cancelled_by FOREIGN KEY (cancelled_by) REFERENCES staff (id),
  CONSTRAINT ck_session_cancelled CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL) AND NOT (state = 'CANCELLED' AND returned_at IS NOT NULL)),
  KEY ix_session_school_date (school_id, local_date),
  -- Ended sessions without a return that counts: by school year, and the oldest first.
  KEY ix_session_awaited (year_key, returned_at, state, audience, term_key, school_id),
  KEY ix_session_missing (returned_at, state, ended_at)
);

-- The classes of a session, with the cards it was for and the cards in force that day. Start fixes them, as the counting rules
-- need them.
CREATE TABLE session_class (
  session_id    BIGINT NOT NULL,
  class_id      BIGINT NOT NULL,
  card_group_id BIGINT NULL,
  for_low       BIGINT NOT NULL,
  for_high      BIGINT NOT NULL,
  in_force_low  BIGINT NOT NULL,
  in_force_high BIGINT NOT NULL,
  PRIMARY KEY (session_id, class_id),
  CONSTRAINT fk_session_class_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT fk_session_class_class_group FOREIGN KEY (class_id) REFERENCES class_group (id),
  CONSTRAINT fk_session_class_card_group FOREIGN KEY (card_group_id) REFERENCES card_group (id)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW session_v AS
  SELECT id, public_id, school_id, module_version_id, audience, confirmer, devices, language, state, started_by, handed_to,
    started_at, ended_at, signed_at, returned_at, cancelled_at, cancelled_why, local_date, year_key, term_key, version
  FROM session;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW session_class_v AS
  SELECT session_id, class_id, card_group_id, for_low, for_high, in_force_low, in_force_high
  FROM session_class;
