-- Somebody who was erased: her row stays under a number. Until Keycloak has been told, the hash of her user name keeps whoever
-- still signs in with it from being written down anew.
ALTER TABLE staff
  ADD COLUMN erased_at   DATETIME(6) NULL,
  ADD COLUMN erased_hash BINARY(32)  NULL,
  ADD KEY ix_staff_erased_hash (erased_hash);
