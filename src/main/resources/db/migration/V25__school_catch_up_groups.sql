-- A group made to catch up with a lesson is for one day; until now only the beginning of its name said so.
ALTER TABLE card_group ADD COLUMN catch_up_on DATE NULL;

UPDATE card_group SET catch_up_on = DATE(created_at) WHERE name LIKE 'Catch-up of %';
