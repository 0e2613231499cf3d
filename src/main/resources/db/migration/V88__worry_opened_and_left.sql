-- What was opened before and has nobody who deals with it is reminded of as well, a day from now on.
UPDATE worry SET alert_due_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY WHERE state = 'READ' AND alert_due_at IS NULL;
