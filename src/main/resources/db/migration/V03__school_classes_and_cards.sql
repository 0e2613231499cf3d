-- "class" is a word of Java's own, so the type and the table of a class are called class_group.
CREATE TABLE class_group (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  public_id VARCHAR(12) NOT NULL COLLATE utf8mb4_bin,
  school_id BIGINT      NOT NULL,
  year_key  VARCHAR(7)     NOT NULL,
  name      VARCHAR(60) NOT NULL,
  band_key  VARCHAR(10) NOT NULL,
  version   INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_class_group_public_id UNIQUE (public_id),
  CONSTRAINT uk_class_group_name UNIQUE (school_id, year_key, name),
  CONSTRAINT fk_class_group_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_class_group_age_band FOREIGN KEY (band_key) REFERENCES age_band (band_key)
);

-- The year its children started Reception; a mixed-age class has several.
CREATE TABLE class_cohort (
  class_id       BIGINT   NOT NULL,
  reception_year INT NOT NULL,
  PRIMARY KEY (class_id, reception_year),
  CONSTRAINT fk_class_cohort_class_group FOREIGN KEY (class_id) REFERENCES class_group (id)
);

-- One child's place in a class. The number is never given again within the year: a leaver's card is retired with a date.
CREATE TABLE card (
  class_id   BIGINT      NOT NULL,
  number     INT    NOT NULL,
  picture    VARCHAR(40) NOT NULL,
  issued_on  DATE        NOT NULL,
  retired_on DATE        NULL,
  PRIMARY KEY (class_id, number),
  CONSTRAINT fk_card_class_group FOREIGN KEY (class_id) REFERENCES class_group (id),
  CONSTRAINT ck_card_number CHECK (number BETWEEN 1 AND 120)
);

-- A set or a half class: some of a class's cards, as two sets of 60 bits (numbers 1 to 60, and 61 to 120).
CREATE TABLE card_group (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  public_id  VARCHAR(12) NOT NULL COLLATE utf8mb4_bin,
  class_id   BIGINT      NOT NULL,
  name       VARCHAR(60) NOT NULL,
  cards_low  BIGINT      NOT NULL,
  cards_high BIGINT      NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_card_group_public_id UNIQUE (public_id),
  CONSTRAINT uk_card_group_name UNIQUE (class_id, name),
  CONSTRAINT fk_card_group_class_group FOREIGN KEY (class_id) REFERENCES class_group (id)
);
