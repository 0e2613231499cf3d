-- Files of lessons as their authors keep them, each under the hash of its bytes: drawings, recordings, module.yaml itself.
CREATE TABLE lesson_file (
  hash    VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  content LONGBLOB    NOT NULL,
  PRIMARY KEY (hash)
);

-- The folder that a version was published from, file by file: the next draft begins with these bytes.
CREATE TABLE module_version_file (
  module_version_id BIGINT       NOT NULL,
  name              VARCHAR(120) NOT NULL COLLATE utf8mb4_bin,
  hash              VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (module_version_id, name),
  CONSTRAINT fk_module_version_file_version FOREIGN KEY (module_version_id) REFERENCES module_version (id),
  CONSTRAINT fk_module_version_file_file FOREIGN KEY (hash) REFERENCES lesson_file (hash)
);

-- A lesson that is being written. The words are module.yaml; title, band and language are read from it for lists.
CREATE TABLE lesson_draft (
  id                   BIGINT       NOT NULL AUTO_INCREMENT,
  public_id            VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  module_key           VARCHAR(40)  NOT NULL COLLATE utf8mb4_bin,
  title                VARCHAR(200) NOT NULL,
  band_key             VARCHAR(10)  NOT NULL,
  language             VARCHAR(5)   NOT NULL,
  content              MEDIUMTEXT   NOT NULL,
  revision             INT          NOT NULL,
  state                VARCHAR(30)  NOT NULL,
  to_mend              INT          NOT NULL,
  to_think             INT          NOT NULL,
  based_on             BIGINT       NULL,
  published_version_id BIGINT       NULL,
  publish_at           DATETIME(6)  NULL,
  release_note         TEXT         NULL,
  changed_by           BIGINT       NOT NULL,
  changed_at           DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_lesson_draft_public_id UNIQUE (public_id),
  CONSTRAINT fk_lesson_draft_based_on FOREIGN KEY (based_on) REFERENCES module_version (id),
  CONSTRAINT fk_lesson_draft_published FOREIGN KEY (published_version_id) REFERENCES module_version (id),
  CONSTRAINT fk_lesson_draft_changed_by FOREIGN KEY (changed_by) REFERENCES staff (id),
  INDEX ix_lesson_draft_module (module_key),
  INDEX ix_lesson_draft_due (state, publish_at)
);

-- The files of a draft but for module.yaml.
CREATE TABLE lesson_draft_file (
  draft_id BIGINT       NOT NULL,
  name     VARCHAR(120) NOT NULL COLLATE utf8mb4_bin,
  hash     VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (draft_id, name),
  CONSTRAINT fk_lesson_draft_file_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_file_file FOREIGN KEY (hash) REFERENCES lesson_file (hash)
);

-- What a draft was before: nothing that was saved is lost. What one person types at one place within minutes is one row.
CREATE TABLE lesson_draft_revision (
  draft_id BIGINT       NOT NULL,
  number   INT          NOT NULL,
  what     VARCHAR(200) NOT NULL,
  place    VARCHAR(60)  NOT NULL,
  content  MEDIUMTEXT   NOT NULL,
  staff_id BIGINT       NOT NULL,
  saved_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (draft_id, number),
  CONSTRAINT fk_lesson_draft_revision_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_revision_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);

-- Who has a draft open now, and where in it.
CREATE TABLE lesson_draft_visit (
  draft_id BIGINT      NOT NULL,
  staff_id BIGINT      NOT NULL,
  place    VARCHAR(60) NOT NULL,
  seen_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (draft_id, staff_id),
  CONSTRAINT fk_lesson_draft_visit_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_visit_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);

-- What a reviewer says of a step, until somebody says it is settled.
CREATE TABLE lesson_draft_comment (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  draft_id    BIGINT       NOT NULL,
  place       VARCHAR(60)  NOT NULL,
  words       TEXT         NOT NULL,
  staff_id    BIGINT       NOT NULL,
  written_at  DATETIME(6)  NOT NULL,
  resolved_by BIGINT       NULL,
  resolved_at DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_lesson_draft_comment_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_comment_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT fk_lesson_draft_comment_resolved FOREIGN KEY (resolved_by) REFERENCES staff (id)
);

-- What happened to a draft on its way to classes: sent, approved, sent back, published, and by whom. Rows are only added.
CREATE TABLE lesson_draft_event (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  draft_id    BIGINT       NOT NULL,
  what        VARCHAR(30)  NOT NULL,
  revision    INT          NOT NULL,
  words       TEXT         NULL,
  staff_id    BIGINT       NOT NULL,
  happened_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_lesson_draft_event_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_event_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);
