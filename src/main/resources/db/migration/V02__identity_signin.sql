-- A sign-in session of staff. The key is in the browser's cookie; the row holds its hash, and Keycloak's tokens encrypted with it.
CREATE TABLE sign_in (
  key_hash         BINARY(32)   NOT NULL,
  username         VARCHAR(120) NOT NULL,
  keycloak_session VARCHAR(64)  NOT NULL,
  sealed_tokens    BLOB         NOT NULL,
  expires_at       DATETIME(6)  NOT NULL,
  PRIMARY KEY (key_hash),
  KEY ix_sign_in_username (username),
  KEY ix_sign_in_keycloak_session (keycloak_session),
  KEY ix_sign_in_expires_at (expires_at)
);
