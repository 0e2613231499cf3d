CREATE TABLE module (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  module_key VARCHAR(60) NOT NULL COLLATE utf8mb4_bin,
  band_key   VARCHAR(10) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_module_key UNIQUE (module_key),
  CONSTRAINT fk_module_age_band FOREIGN KEY (band_key) REFERENCES age_band (band_key)
);

-- Never changed once published: answers point at a version and a question's key.
CREATE TABLE module_version (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  module_id    BIGINT       NOT NULL,
  number       INT          NOT NULL,
  language     VARCHAR(5)   NOT NULL,
  title        VARCHAR(120) NOT NULL,
  content_hash VARCHAR(64)     NOT NULL,
  content      LONGTEXT     NOT NULL,
  published_at DATETIME(6)  NOT NULL,
  withdrawn_at DATETIME(6)  NULL,
  withdrawn_by VARCHAR(120) NULL,
  withdrawn_why VARCHAR(400) NULL,
  reviewed_by  VARCHAR(120) NULL,
  reviewed_at  DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_module_version_number UNIQUE (module_id, number),
  CONSTRAINT uk_module_version_hash UNIQUE (module_id, content_hash),
  CONSTRAINT fk_module_version_module FOREIGN KEY (module_id) REFERENCES module (id)
);

-- A drawing is kept once under the hash of its bytes, whatever versions use it.
CREATE TABLE picture (
  hash    VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  content LONGBLOB    NOT NULL,
  PRIMARY KEY (hash)
);
