-- Whether Welsh that nobody has reviewed is shown to classes: no row means no. One row, changed by administrators.
CREATE TABLE welsh_drafts (
  id         TINYINT      NOT NULL,
  shown      BOOLEAN      NOT NULL,
  changed_by VARCHAR(120) NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_welsh_drafts_one CHECK (id = 1)
);

-- That a named person has reviewed the Welsh words of the pages: of these very words, by the hash of them all.
CREATE TABLE welsh_review (
  words_hash  VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  reviewed_by VARCHAR(120) NOT NULL,
  reviewed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (words_hash)
);

-- A module version in another language: the same keys, other words. What is mended becomes the next row; the newest holds.
CREATE TABLE module_translation (
  id                BIGINT       NOT NULL AUTO_INCREMENT,
  module_version_id BIGINT       NOT NULL,
  language          VARCHAR(5)   NOT NULL,
  content_hash      VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  content           LONGTEXT     NOT NULL,
  texts             INT          NOT NULL,
  missing           TEXT         NOT NULL,
  published_at      DATETIME(6)  NOT NULL,
  reviewed_by       VARCHAR(120) NULL,
  reviewed_at       DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_module_translation_hash UNIQUE (module_version_id, language, content_hash),
  CONSTRAINT fk_module_translation_version FOREIGN KEY (module_version_id) REFERENCES module_version (id)
);

-- The language in which a session begins; each child may choose another on her device.
ALTER TABLE session ADD COLUMN language VARCHAR(5) NOT NULL DEFAULT 'en' AFTER devices;
