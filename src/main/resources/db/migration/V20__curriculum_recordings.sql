-- A film, sound or captions, kept once under the hash of its bytes, whatever versions use it.
CREATE TABLE recording (
  hash    VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  content LONGBLOB    NOT NULL,
  PRIMARY KEY (hash)
);
