-- Who may review is Keycloak's to know; whom a review can be passed on to is who was a reviewer when she was last here.
ALTER TABLE staff ADD COLUMN reviews BOOLEAN NOT NULL DEFAULT FALSE;
