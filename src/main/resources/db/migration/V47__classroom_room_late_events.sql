-- --- what a device sends after it has lost its seat

-- An answer of the device that has the seat replaces a late one.
ALTER TABLE event ADD COLUMN late BOOLEAN NOT NULL DEFAULT FALSE;

-- Which generation of the seat sent it: each may send five.
ALTER TABLE worry ADD COLUMN generation INT NULL AFTER seat_id;
