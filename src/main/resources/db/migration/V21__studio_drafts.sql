-- --- drafts of lessons

-- A draft of a lesson. content is module.yaml; title, band and language are read from it for lists.
-- review_wanted: a review was requested; before that, an empty field is not an error.
-- reviewer_id: the reviewer to whom the review was passed on; NULL if any reviewer may take it.
-- open_key allows one draft of a lesson that is neither published nor discarded.
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
  fault_count          INT          NOT NULL,
  advice_count         INT          NOT NULL,
  based_on             BIGINT       NULL,
  published_version_id BIGINT       NULL,
  publish_at           DATETIME(6)  NULL,
  release_note         TEXT         NULL,
  changed_by           BIGINT       NOT NULL,
  changed_at           DATETIME(6)  NOT NULL,
  open_key             VARCHAR(40)  COLLATE utf8mb4_bin
    AS (CASE WHEN state IN ('published', 'discarded') THEN NULL ELSE module_key END) PERSISTENT,
  reviewer_id          BIGINT       NULL,
  review_wanted        BOOLEAN      NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  CONSTRAINT uk_lesson_draft_public_id UNIQUE (public_id),
  CONSTRAINT uk_lesson_draft_open UNIQUE (open_key),
  CONSTRAINT fk_lesson_draft_based_on FOREIGN KEY (based_on) REFERENCES module_version (id),
  CONSTRAINT fk_lesson_draft_published FOREIGN KEY (published_version_id) REFERENCES module_version (id),
  CONSTRAINT fk_lesson_draft_changed_by FOREIGN KEY (changed_by) REFERENCES staff (id),
  KEY ix_lesson_draft_module (module_key),
  KEY ix_lesson_draft_due (state, publish_at),
  CONSTRAINT fk_lesson_draft_reviewer FOREIGN KEY (reviewer_id) REFERENCES staff (id)
);

-- The files of a draft except module.yaml.
CREATE TABLE lesson_draft_file (
  draft_id BIGINT       NOT NULL,
  name     VARCHAR(120) NOT NULL COLLATE utf8mb4_bin,
  hash     VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (draft_id, name),
  CONSTRAINT fk_lesson_draft_file_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_file_file FOREIGN KEY (hash) REFERENCES lesson_file (hash)
);

-- Every saved state of a draft, with its Welsh, so that an earlier one can be restored. Keystrokes of one person at one place
-- within minutes are one row.
CREATE TABLE lesson_draft_revision (
  draft_id BIGINT       NOT NULL,
  number   INT          NOT NULL,
  what     VARCHAR(200) NOT NULL,
  place    VARCHAR(60)  NOT NULL,
  content  MEDIUMTEXT   NOT NULL,
  staff_id BIGINT       NOT NULL,
  saved_at DATETIME(6)  NOT NULL,
  welsh    VARCHAR(64)  NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (draft_id, number),
  CONSTRAINT fk_lesson_draft_revision_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_revision_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT fk_lesson_draft_revision_welsh FOREIGN KEY (welsh) REFERENCES lesson_file (hash)
);

-- Who has a draft open now, and at which place.
CREATE TABLE lesson_draft_visit (
  draft_id BIGINT      NOT NULL,
  staff_id BIGINT      NOT NULL,
  place    VARCHAR(60) NOT NULL,
  seen_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (draft_id, staff_id),
  CONSTRAINT fk_lesson_draft_visit_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_visit_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);

-- --- reviews

-- A comment on a step, until it is resolved. An answer belongs to the comment in answers, and is resolved with it.
CREATE TABLE lesson_draft_comment (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  draft_id    BIGINT       NOT NULL,
  place       VARCHAR(60)  NOT NULL,
  words       TEXT         NOT NULL,
  staff_id    BIGINT       NOT NULL,
  written_at  DATETIME(6)  NOT NULL,
  resolved_by BIGINT       NULL,
  resolved_at DATETIME(6)  NULL,
  answers     BIGINT       NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_lesson_draft_comment_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_comment_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT fk_lesson_draft_comment_resolved FOREIGN KEY (resolved_by) REFERENCES staff (id),
  CONSTRAINT fk_lesson_draft_comment_answers FOREIGN KEY (answers) REFERENCES lesson_draft_comment (id) ON DELETE CASCADE
);

-- The history of a draft: sent, approved, sent back, published, and by whom. Rows are only added.
-- facts is a hash of the facts in the lesson at that moment, '' if it has none: an approval is valid only while they stay the
-- same, until the draft is published.
CREATE TABLE lesson_draft_event (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  draft_id    BIGINT       NOT NULL,
  what        VARCHAR(30)  NOT NULL,
  revision    INT          NOT NULL,
  words       TEXT         NULL,
  staff_id    BIGINT       NOT NULL,
  happened_at DATETIME(6)  NOT NULL,
  facts       VARCHAR(64)  NOT NULL DEFAULT '' COLLATE utf8mb4_bin,
  PRIMARY KEY (id),
  CONSTRAINT fk_lesson_draft_event_draft FOREIGN KEY (draft_id) REFERENCES lesson_draft (id) ON DELETE CASCADE,
  CONSTRAINT fk_lesson_draft_event_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);
