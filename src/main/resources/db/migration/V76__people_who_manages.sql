-- Who manages is Keycloak's to know; who is written to of what waits in an area is who was a manager when she was last here.
ALTER TABLE staff ADD COLUMN manages BOOLEAN NOT NULL DEFAULT FALSE;
