-- --- who is signed in

-- Keycloak's number of the account (the claim sub), known from the first sign-in on. A sign-in with this user name and another number is
-- another account, and is turned away. NULL before the first sign-in, and once the person is erased.
ALTER TABLE staff ADD COLUMN subject VARCHAR(64) NULL COLLATE utf8mb4_bin;

-- --- join codes in QR codes

-- From when no instance of a version before 1.4.0 runs. Until then the seal behind a scanned code is as short as that version reads it.
ALTER TABLE upgrade_day ADD COLUMN long_seals_from DATETIME(6) NOT NULL DEFAULT '1970-01-01';
UPDATE upgrade_day SET long_seals_from = UTC_TIMESTAMP(6) + INTERVAL 1 DAY WHERE EXISTS (SELECT 1 FROM installation);
