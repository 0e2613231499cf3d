-- Whether classes see unreviewed Welsh: one row, changed by administrators; without it they do not.
CREATE TABLE welsh_drafts (
  id         TINYINT      NOT NULL,
  shown      BOOLEAN      NOT NULL,
  changed_by VARCHAR(120) NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_welsh_drafts_one CHECK (id = 1)
);

-- A named person's review of the Welsh text of pages. It is valid for exactly this text: words_hash is its hash.
CREATE TABLE welsh_review (
  words_hash  VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  reviewed_by VARCHAR(120) NOT NULL,
  reviewed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (words_hash)
);
