-- Keycloak's number of the account an order is for, as the account of that user name had it when the order was given. Without it an order
-- would reach another account that has got the user name since. NULL before the account's first sign-in: then the user name decides.
ALTER TABLE account_order ADD COLUMN subject VARCHAR(64) NULL COLLATE utf8mb4_bin;
