-- --- lessons and their versions

CREATE TABLE module (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  module_key VARCHAR(60) NOT NULL COLLATE utf8mb4_bin,
  band_key   VARCHAR(10) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_module_key UNIQUE (module_key),
  CONSTRAINT fk_module_age_band FOREIGN KEY (band_key) REFERENCES age_band (band_key)
);

-- A published version never changes: answers refer to a version and the key of a question. Only its review and its withdrawal
-- are recorded later. reviewed_facts is a hash of the facts in the lesson at its review, '' if it has none: the review is valid
-- only while they stay the same.
CREATE TABLE module_version (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  module_id      BIGINT       NOT NULL,
  number         INT          NOT NULL,
  language       VARCHAR(5)   NOT NULL,
  title          VARCHAR(120) NOT NULL,
  content_hash   VARCHAR(64)  NOT NULL,
  content        LONGTEXT     NOT NULL,
  published_at   DATETIME(6)  NOT NULL,
  withdrawn_at   DATETIME(6)  NULL,
  withdrawn_by   VARCHAR(120) NULL,
  withdrawn_why  VARCHAR(400) NULL,
  reviewed_by    VARCHAR(120) NULL,
  reviewed_at    DATETIME(6)  NULL,
  reviewed_facts VARCHAR(64)  NOT NULL DEFAULT '' COLLATE utf8mb4_bin,
  PRIMARY KEY (id),
  CONSTRAINT uk_module_version_number UNIQUE (module_id, number),
  CONSTRAINT uk_module_version_hash UNIQUE (module_id, content_hash),
  CONSTRAINT fk_module_version_module FOREIGN KEY (module_id) REFERENCES module (id)
);

DELIMITER //
CREATE TRIGGER tr_module_version_content BEFORE UPDATE ON module_version
FOR EACH ROW
BEGIN
  IF (NEW.module_id, NEW.number, NEW.language, NEW.content_hash, NEW.published_at)
      <> (OLD.module_id, OLD.number, OLD.language, OLD.content_hash, OLD.published_at)
      OR BINARY NEW.title <> BINARY OLD.title OR BINARY NEW.content <> BINARY OLD.content THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published version never changes';
  END IF;
END//
DELIMITER ;

-- A translation of a version: same keys, other words. Each correction is a new row; the newest is used.
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

-- A step that was withdrawn from a lesson at once: the version that had it, and the version that replaced it.
CREATE TABLE withdrawn_step (
  module_version_id BIGINT       NOT NULL,
  step              VARCHAR(40)  NOT NULL,
  title             VARCHAR(200) NOT NULL,
  new_version_id    BIGINT       NOT NULL,
  withdrawn_by      VARCHAR(120) NOT NULL,
  why               VARCHAR(400) NOT NULL,
  withdrawn_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (module_version_id, step),
  CONSTRAINT fk_withdrawn_step_version FOREIGN KEY (module_version_id) REFERENCES module_version (id),
  CONSTRAINT fk_withdrawn_step_new_version FOREIGN KEY (new_version_id) REFERENCES module_version (id)
);

-- --- pictures, recordings and files: each is stored once under the hash of its bytes, for all versions that use it

CREATE TABLE picture (
  hash    VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  content LONGBLOB    NOT NULL,
  PRIMARY KEY (hash)
);

-- A film, a sound or captions.
CREATE TABLE recording (
  hash    VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  content LONGBLOB    NOT NULL,
  PRIMARY KEY (hash)
);

-- Files of lessons as their authors upload them: drawings, recordings, module.yaml itself.
CREATE TABLE lesson_file (
  hash    VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  content LONGBLOB    NOT NULL,
  PRIMARY KEY (hash)
);

CREATE TRIGGER tr_lesson_file_no_update BEFORE UPDATE ON lesson_file
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a file is kept under the hash of its bytes and never changes';

-- The files that a version was published from: the next draft begins with these bytes.
CREATE TABLE module_version_file (
  module_version_id BIGINT       NOT NULL,
  name              VARCHAR(120) NOT NULL COLLATE utf8mb4_bin,
  hash              VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (module_version_id, name),
  CONSTRAINT fk_module_version_file_version FOREIGN KEY (module_version_id) REFERENCES module_version (id),
  CONSTRAINT fk_module_version_file_file FOREIGN KEY (hash) REFERENCES lesson_file (hash)
);

CREATE TRIGGER tr_module_version_file_no_update BEFORE UPDATE ON module_version_file
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the files of a published version never change';

CREATE TRIGGER tr_module_version_file_no_delete BEFORE DELETE ON module_version_file
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the files of a published version never change';

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW module_v AS
  SELECT id, module_key, band_key
  FROM module;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW module_version_v AS
  SELECT id, module_id, number, title, withdrawn_at, withdrawn_by, withdrawn_why
  FROM module_version;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW withdrawn_step_v AS
  SELECT module_version_id, step, title, withdrawn_at
  FROM withdrawn_step;
