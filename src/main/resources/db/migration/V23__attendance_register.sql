-- --- registers

-- heads is for a session without classes: an assembly, parents, staff, professionals.
CREATE TABLE register (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  session_id BIGINT      NOT NULL,
  state      VARCHAR(10) NOT NULL,
  opened_at  DATETIME(6) NOT NULL,
  heads      INT         NULL,
  -- Devices can no longer send anything that the signer would have to check.
  settled    BOOLEAN     NOT NULL DEFAULT FALSE,
  version    INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_register_session UNIQUE (session_id),
  CONSTRAINT fk_register_session FOREIGN KEY (session_id) REFERENCES session (id)
);

-- The signer's entries for each class: heads, guests without a device, children who did not take part, whether there was a list or
-- a head count only, and whether it is unknown which marks were too many.
CREATE TABLE register_section (
  register_id      BIGINT     NOT NULL,
  place            INT        NOT NULL,
  class_id         BIGINT     NOT NULL,
  kept             VARCHAR(5) NOT NULL,
  heads            INT        NULL,
  guests           INT        NOT NULL DEFAULT 0,
  not_taking_part  INT        NOT NULL DEFAULT 0,
  which_is_unknown BOOLEAN    NOT NULL DEFAULT FALSE,
  PRIMARY KEY (register_id, place),
  CONSTRAINT uk_register_section_class UNIQUE (register_id, class_id),
  CONSTRAINT fk_register_section_register FOREIGN KEY (register_id) REFERENCES register (id)
);

-- One card of a class of the session: here, absent, or still to be checked by the signer, and the source of the mark.
-- by_device is the result of counting rule 1; its facts are the steps viewed and the seconds from first to last activity.
CREATE TABLE mark (
  register_id    BIGINT     NOT NULL,
  place          INT        NOT NULL,
  class_id       BIGINT     NOT NULL,
  card_number    INT        NOT NULL,
  presence       VARCHAR(6) NOT NULL,
  source         VARCHAR(8) NOT NULL,
  by_device      VARCHAR(6) NOT NULL,
  steps_seen     INT        NOT NULL,
  active_seconds INT        NOT NULL,
  PRIMARY KEY (register_id, place),
  CONSTRAINT uk_mark_card UNIQUE (register_id, class_id, card_number),
  CONSTRAINT fk_mark_register FOREIGN KEY (register_id) REFERENCES register (id)
);

-- One visitor's badge: who the visitor said they were, the class they came with, and the signer's decision: class_id and
-- card_number are set if the visitor is a card, of this class or of another.
CREATE TABLE visitor_mark (
  register_id    BIGINT     NOT NULL,
  place          INT        NOT NULL,
  visitor_number INT        NOT NULL,
  visitor        VARCHAR(6) NOT NULL,
  standing       VARCHAR(8) NOT NULL,
  class_id       BIGINT     NULL,
  card_number    INT        NULL,
  came_with      BIGINT     NOT NULL,
  steps_seen     INT        NOT NULL,
  active_seconds INT        NOT NULL,
  PRIMARY KEY (register_id, place),
  CONSTRAINT uk_visitor_mark_number UNIQUE (register_id, visitor_number),
  CONSTRAINT fk_visitor_mark_register FOREIGN KEY (register_id) REFERENCES register (id)
);

-- --- signed returns

-- The rows that are counted: one for each signed return, class and group; a return without classes is one row of heads.
-- Sets of cards are two times 60 bits. group_slot lets a class appear once for its group and once as a whole: a child of the
-- class, not of the group, who came.
CREATE TABLE return_line (
  id                BIGINT      NOT NULL AUTO_INCREMENT,
  return_id         BIGINT      NOT NULL,
  session_id        BIGINT      NOT NULL,
  school_id         BIGINT      NOT NULL,
  class_id          BIGINT      NULL,
  card_group_id     BIGINT      NULL,
  group_slot        BIGINT      AS (COALESCE(card_group_id, 0)) PERSISTENT,
  local_date        DATE        NOT NULL,
  year_key          VARCHAR(7)  NOT NULL,
  term_key          VARCHAR(10) NOT NULL,
  audience          VARCHAR(16) NOT NULL,
  band_key          VARCHAR(10) NOT NULL,
  module_version_id BIGINT      NOT NULL,
  named_a_low       BIGINT      NOT NULL,
  named_a_high      BIGINT      NOT NULL,
  named_b_low       BIGINT      NOT NULL,
  named_b_high      BIGINT      NOT NULL,
  in_force_low      BIGINT      NOT NULL,
  in_force_high     BIGINT      NOT NULL,
  for_low           BIGINT      NOT NULL,
  for_high          BIGINT      NOT NULL,
  unnamed           INT         NOT NULL,
  guests            INT         NOT NULL,
  heads             INT         NOT NULL,
  not_taking_part   INT         NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_return_line_class UNIQUE (return_id, class_id, group_slot),
  CONSTRAINT fk_return_line_return FOREIGN KEY (return_id) REFERENCES signed_return (id),
  -- The invariants of the counting rules, repeated in the database, where nothing can bypass them.
  CONSTRAINT ck_return_line_once CHECK ((named_a_low & named_b_low) = 0 AND (named_a_high & named_b_high) = 0),
  CONSTRAINT ck_return_line_in_force CHECK (((named_a_low | named_b_low) & ~(in_force_low & for_low)) = 0 AND ((named_a_high | named_b_high) & ~(in_force_high & for_high)) = 0),
  CONSTRAINT ck_return_line_heads CHECK (heads = BIT_COUNT(named_a_low | named_b_low) + BIT_COUNT(named_a_high | named_b_high) + unnamed + guests),
  CONSTRAINT ck_return_line_class CHECK (class_id IS NOT NULL OR audience <> 'lesson'),
  CONSTRAINT ck_return_line_counts CHECK (unnamed >= 0 AND guests >= 0 AND not_taking_part >= 0),
  KEY ix_return_line_session (session_id),
  -- A covering index for the counting query, class by class within a year: a report reads only the index and never sorts.
  KEY ix_return_line_count (audience, year_key, class_id, term_key, school_id, session_id, band_key, local_date, group_slot,
    for_low, for_high, in_force_low, in_force_high, named_a_low, named_a_high, named_b_low, named_b_high, unnamed, guests),
  KEY ix_return_line_school (school_id, year_key)
);

-- The lines of versions that were amended or withdrawn: kept, and not counted. The same columns in the same order as return_line,
-- because rows are copied as a whole.
CREATE TABLE superseded_line (
  id                BIGINT      NOT NULL,
  return_id         BIGINT      NOT NULL,
  session_id        BIGINT      NOT NULL,
  school_id         BIGINT      NOT NULL,
  class_id          BIGINT      NULL,
  card_group_id     BIGINT      NULL,
  group_slot        BIGINT      NULL,
  local_date        DATE        NOT NULL,
  year_key          VARCHAR(7)  NOT NULL,
  term_key          VARCHAR(10) NOT NULL,
  audience          VARCHAR(16) NOT NULL,
  band_key          VARCHAR(10) NOT NULL,
  module_version_id BIGINT      NOT NULL,
  named_a_low       BIGINT      NOT NULL,
  named_a_high      BIGINT      NOT NULL,
  named_b_low       BIGINT      NOT NULL,
  named_b_high      BIGINT      NOT NULL,
  in_force_low      BIGINT      NOT NULL,
  in_force_high     BIGINT      NOT NULL,
  for_low           BIGINT      NOT NULL,
  for_high          BIGINT      NOT NULL,
  unnamed           INT         NOT NULL,
  guests            INT         NOT NULL,
  heads             INT         NOT NULL,
  not_taking_part   INT         NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_superseded_line_return FOREIGN KEY (return_id) REFERENCES signed_return (id)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW register_v AS
  SELECT id, session_id, state, heads, version
  FROM register;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW mark_v AS
  SELECT register_id, place, class_id, card_number, presence, source
  FROM mark;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW return_line_v AS
  SELECT id, return_id, session_id, school_id, class_id, card_group_id, group_slot, local_date, year_key, term_key,
    audience, band_key, module_version_id, named_a_low, named_a_high, named_b_low, named_b_high, in_force_low,
    in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part
  FROM return_line;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW superseded_line_v AS
  SELECT id, return_id, session_id, school_id, class_id, card_group_id, group_slot, local_date, year_key, term_key,
    audience, band_key, module_version_id, named_a_low, named_a_high, named_b_low, named_b_high, in_force_low,
    in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part
  FROM superseded_line;
