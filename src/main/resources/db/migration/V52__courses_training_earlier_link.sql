-- Whether the id of a place alone opens it, as in links that versions before 1.5 sent. The default is for places that an older instance
-- books during the upgrade.
ALTER TABLE training_place ADD COLUMN earlier_link BOOLEAN NOT NULL DEFAULT TRUE AFTER attended;
