-- Why an accreditation was given, and why it was withdrawn; those of before have no words.
ALTER TABLE trainer_accreditation
  ADD COLUMN why           VARCHAR(400) NULL,
  ADD COLUMN withdrawn_why VARCHAR(400) NULL;
