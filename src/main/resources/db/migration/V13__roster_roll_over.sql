-- From one school year to the next: what a school said of which class came from which.
CREATE TABLE roll_over (
  id                 BIGINT       NOT NULL AUTO_INCREMENT,
  public_id          VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  school_id          BIGINT       NOT NULL,
  from_year          VARCHAR(7)   NOT NULL,
  to_year            VARCHAR(7)   NOT NULL,
  made_by            VARCHAR(120) NOT NULL,
  made_at            DATETIME(6)  NOT NULL,
  lists_destroyed_by VARCHAR(120) NULL,
  lists_destroyed_at DATETIME(6)  NULL,
  version            INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_roll_over_public_id UNIQUE (public_id),
  CONSTRAINT uk_roll_over_year UNIQUE (school_id, to_year),
  CONSTRAINT fk_roll_over_school FOREIGN KEY (school_id) REFERENCES school (id)
);

-- The classes it made, which undoing it removes; those that were there before stay.
CREATE TABLE roll_over_class (
  roll_over_id BIGINT NOT NULL,
  class_id     BIGINT NOT NULL,
  PRIMARY KEY (class_id),
  CONSTRAINT fk_roll_over_class_roll_over FOREIGN KEY (roll_over_id) REFERENCES roll_over (id),
  CONSTRAINT fk_roll_over_class_class_group FOREIGN KEY (class_id) REFERENCES class_group (id)
);

-- Children of one class went on in another. Same cards: the school confirmed "same children, same numbers".
CREATE TABLE class_link (
  roll_over_id BIGINT  NOT NULL,
  from_class   BIGINT  NOT NULL,
  to_class     BIGINT  NOT NULL,
  same_cards   BOOLEAN NOT NULL,
  PRIMARY KEY (from_class, to_class),
  KEY ix_class_link_to_class (to_class),
  CONSTRAINT fk_class_link_roll_over FOREIGN KEY (roll_over_id) REFERENCES roll_over (id),
  CONSTRAINT fk_class_link_from_class FOREIGN KEY (from_class) REFERENCES class_group (id),
  CONSTRAINT fk_class_link_to_class FOREIGN KEY (to_class) REFERENCES class_group (id)
);
