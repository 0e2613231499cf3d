-- Whether classes see Welsh that nobody has reviewed: one row, changed by administrators; without it they do not.
CREATE TABLE welsh_drafts (
  id         TINYINT      NOT NULL,
  shown      BOOLEAN      NOT NULL,
  changed_by VARCHAR(120) NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_welsh_drafts_one CHECK (id = 1)
);

-- A review of the Welsh words of the pages by a named person. It is valid for exactly these words: words_hash is their hash.
CREATE TABLE welsh_review (
  words_hash  VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  reviewed_by VARCHAR(120) NOT NULL,
  reviewed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (words_hash)
);
