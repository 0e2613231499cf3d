-- Entries from which a person's name was removed, the later entry that removed it, and the hash of the words that replaced it.
CREATE TABLE audit_erasure (
  entry_id   BIGINT     NOT NULL,
  in_entry   BIGINT     NOT NULL,
  words_hash BINARY(32) NOT NULL,
  PRIMARY KEY (in_entry, entry_id),
  KEY ix_audit_erasure_entry (entry_id)
);

CREATE TRIGGER tr_audit_erasure_no_update BEFORE UPDATE ON audit_erasure
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was erased stays on record';

CREATE TRIGGER tr_audit_erasure_no_delete BEFORE DELETE ON audit_erasure
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was erased stays on record';

-- The entries form a chain: a job seals each entry soon after it was written, with a hash over the entry and the seal before.
-- The words about people enter the chain as a salted hash, so that a name can be taken out later without breaking the chain:
-- the entry in erased_in seals the words that replaced them.
CREATE TABLE audit_seal (
  seq        BIGINT      NOT NULL,
  entry_id   BIGINT      NOT NULL,
  words_hash BINARY(32)  NOT NULL,
  hash       BINARY(32)  NOT NULL,
  sealed_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (seq),
  CONSTRAINT uk_audit_seal_entry UNIQUE (entry_id)
);

CREATE TRIGGER tr_audit_seal_no_update BEFORE UPDATE ON audit_seal
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a seal is never changed';

CREATE TRIGGER tr_audit_seal_no_delete BEFORE DELETE ON audit_seal
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a seal is never taken off';

-- One row, locked by the job that seals: every entry up to settled_to is sealed, and no further entry gets such a number.
-- The other columns hold the result of the latest check.
CREATE TABLE audit_head (
  id           INT          NOT NULL,
  settled_to   BIGINT       NOT NULL,
  checked_at   DATETIME(6)  NULL,
  checked_seq  BIGINT       NULL,
  checked_to   BIGINT       NULL,
  checked_hash BINARY(32)   NULL,
  problem      VARCHAR(400) NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_audit_head_one CHECK (id = 1)
);

INSERT INTO audit_head (id, settled_to) VALUES (1, 0);
