-- Since when an account is here; unknown for those that are older than this column.
ALTER TABLE staff ADD COLUMN created_at DATETIME(6) NULL;
ALTER TABLE staff ALTER COLUMN created_at SET DEFAULT (UTC_TIMESTAMP(6));
