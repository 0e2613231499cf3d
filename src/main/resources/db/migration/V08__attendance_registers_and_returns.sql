CREATE TABLE register (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  session_id BIGINT      NOT NULL,
  state      VARCHAR(10) NOT NULL,
  opened_at  DATETIME(6) NOT NULL,
  version    INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_register_session UNIQUE (session_id),
  CONSTRAINT fk_register_session FOREIGN KEY (session_id) REFERENCES session (id)
);

-- A section for each class: the heads the signer saw, how many marks she made unnamed.
CREATE TABLE register_section (
  register_id     BIGINT   NOT NULL,
  class_id        BIGINT   NOT NULL,
  heads           INT NULL,
  not_taking_part INT NOT NULL DEFAULT 0,
  marks_unnamed   BOOLEAN  NOT NULL DEFAULT FALSE,
  PRIMARY KEY (register_id, class_id),
  CONSTRAINT fk_register_section_register FOREIGN KEY (register_id) REFERENCES register (id)
);

-- One place in a section: a card of the class, or a visitor. Here, absent, or still to be checked by the signer; graded by how it came about.
CREATE TABLE mark (
  id             BIGINT      NOT NULL AUTO_INCREMENT,
  register_id    BIGINT      NOT NULL,
  class_id       BIGINT      NOT NULL,
  card_number    INT    NULL,
  visitor_number INT    NULL,
  visitor        VARCHAR(6)  NULL,
  presence       VARCHAR(6)  NOT NULL,
  source         VARCHAR(8)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_mark_card UNIQUE (register_id, class_id, card_number),
  CONSTRAINT uk_mark_visitor UNIQUE (register_id, visitor_number),
  CONSTRAINT fk_mark_register FOREIGN KEY (register_id) REFERENCES register (id)
);

-- The register signed by the person who delivered.
CREATE TABLE signed_return (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  public_id  VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  session_id BIGINT       NOT NULL,
  state      VARCHAR(10)  NOT NULL,
  signed_by  VARCHAR(120) NOT NULL,
  signed_at  DATETIME(6)  NOT NULL,
  rules      INT      NOT NULL,
  version    INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_signed_return_public_id UNIQUE (public_id),
  CONSTRAINT uk_signed_return_session UNIQUE (session_id),
  CONSTRAINT fk_signed_return_session FOREIGN KEY (session_id) REFERENCES session (id)
);

-- What is kept for counting: one row a signed return, class and group. Sets of cards are two times 60 bits.
CREATE TABLE return_line (
  id                BIGINT      NOT NULL AUTO_INCREMENT,
  return_id         BIGINT      NOT NULL,
  session_id        BIGINT      NOT NULL,
  school_id         BIGINT      NOT NULL,
  class_id          BIGINT      NOT NULL,
  card_group_id     BIGINT      NULL,
  local_date        DATE        NOT NULL,
  year_key          VARCHAR(7)     NOT NULL,
  term_key          VARCHAR(10) NOT NULL,
  audience          VARCHAR(12) NOT NULL,
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
  unnamed           INT    NOT NULL,
  guests            INT    NOT NULL,
  heads             INT    NOT NULL,
  not_taking_part   INT    NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_return_line_class UNIQUE (return_id, class_id),
  CONSTRAINT fk_return_line_return FOREIGN KEY (return_id) REFERENCES signed_return (id),
  -- Led by date and carrying what the counting query reads, so that a report never touches the row itself.
  KEY ix_return_line_count (audience, local_date, class_id, school_id, band_key, card_group_id,
    named_a_low, named_a_high, named_b_low, named_b_high, in_force_low, in_force_high, for_low, for_high, unnamed, guests)
);
