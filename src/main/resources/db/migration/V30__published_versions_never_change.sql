-- What was published stays as it was published, whoever asks: an answer given to it reads the same for ever. Reviewed and withdrawn
-- are said of it later, and change no word of it.
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

CREATE TRIGGER tr_module_version_file_no_update BEFORE UPDATE ON module_version_file
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the files of a published version never change'//

CREATE TRIGGER tr_module_version_file_no_delete BEFORE DELETE ON module_version_file
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the files of a published version never change'//

CREATE TRIGGER tr_lesson_file_no_update BEFORE UPDATE ON lesson_file
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a file is kept under the hash of its bytes and never changes'//
DELIMITER ;
