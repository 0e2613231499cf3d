-- The audit is a chain: a job seals each entry shortly after it was written, by a hash over it and the seal before. What an
-- entry says of people goes into the chain as a salted hash of its own, so that a name can be taken out later without
-- breaking it: the entry that says so (erased_in) seals what stands there instead.
ALTER TABLE audit_entry
  ADD COLUMN salt      BINARY(16) NULL,
  ADD COLUMN erased_in BIGINT     NULL;

CREATE TABLE audit_seal (
  seq        BIGINT      NOT NULL,
  entry_id   BIGINT      NOT NULL,
  words_hash BINARY(32)  NOT NULL,
  hash       BINARY(32)  NOT NULL,
  sealed_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (seq),
  CONSTRAINT uk_audit_seal_entry UNIQUE (entry_id)
);

-- Which entry had words about somebody taken out, by which later entry, and the hash of what stands there since.
CREATE TABLE audit_erasure (
  entry_id   BIGINT     NOT NULL,
  in_entry   BIGINT     NOT NULL,
  words_hash BINARY(32) NOT NULL,
  PRIMARY KEY (in_entry, entry_id),
  KEY ix_audit_erasure_entry (entry_id)
);

-- One row, locked by whoever seals: entries up to settled_to are sealed or will never come. Beside it the last check.
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

-- made anew by whoever runs this, who need not be the application's user any more
DROP TRIGGER tr_audit_entry_no_update;

DROP TRIGGER tr_audit_entry_no_delete;

CREATE TRIGGER tr_audit_entry_no_delete BEFORE DELETE ON audit_entry
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit is never shortened';

DELIMITER //
CREATE TRIGGER tr_audit_entry_only_erased BEFORE UPDATE ON audit_entry
FOR EACH ROW
BEGIN
  IF NEW.erased_in IS NULL OR NEW.erased_in <= OLD.id OR NEW.erased_in <= COALESCE(OLD.erased_in, 0)
      OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR BINARY NEW.act <> BINARY OLD.act OR BINARY NEW.subject <> BINARY OLD.subject THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit is never changed';
  END IF;
END//

CREATE TRIGGER tr_audit_seal_no_update BEFORE UPDATE ON audit_seal
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a seal is never changed'//

CREATE TRIGGER tr_audit_seal_no_delete BEFORE DELETE ON audit_seal
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a seal is never taken off'//

CREATE TRIGGER tr_audit_erasure_no_update BEFORE UPDATE ON audit_erasure
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was erased stays on record'//

CREATE TRIGGER tr_audit_erasure_no_delete BEFORE DELETE ON audit_erasure
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was erased stays on record'//

-- The only way in which an entry's words change. It runs with the rights of whoever made it, so that the application's own
-- user needs none to change the audit.
CREATE PROCEDURE audit_erase(
  IN the_entry BIGINT, IN the_later_entry BIGINT, IN the_salt BINARY(16), IN the_hash BINARY(32),
  IN the_staff_name VARCHAR(120), IN the_username VARCHAR(120), IN the_detail VARCHAR(400), IN the_was VARCHAR(400), IN the_became VARCHAR(400))
SQL SECURITY DEFINER
BEGIN
  UPDATE audit_entry
  SET staff_name = the_staff_name, username = the_username, detail = the_detail, was = the_was, became = the_became,
    salt = the_salt, erased_in = the_later_entry
  WHERE id = the_entry;
  INSERT INTO audit_erasure (entry_id, in_entry, words_hash) VALUES (the_entry, the_later_entry, the_hash);
END//
DELIMITER ;
