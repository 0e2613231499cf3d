-- Names and addresses that an account had before, so that its erasure takes them out, too. They are deleted with it.
CREATE TABLE former_name (
  id       BIGINT       NOT NULL AUTO_INCREMENT,
  staff_id BIGINT       NOT NULL,
  name     VARCHAR(120) NOT NULL,
  email    VARCHAR(254) NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_former_name_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  KEY ix_former_name_name (name)
);

-- An account that was made at its first sign-in is called by its user name until then.
CREATE TRIGGER tr_staff_former_name AFTER UPDATE ON staff
FOR EACH ROW
  INSERT INTO former_name (staff_id, name, email)
  SELECT OLD.id, OLD.name, OLD.email
  WHERE NEW.erased_at IS NULL AND (NEW.name <> OLD.name AND OLD.name <> OLD.username OR NEW.email <> OLD.email);
