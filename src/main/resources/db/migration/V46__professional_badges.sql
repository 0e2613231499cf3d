-- A credential for an event that was attended: an Open Badge, made anew from these rows whenever its holder fetches it. Its
-- number is its place on the published list of those that are revoked.
CREATE TABLE training_badge (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  public_id  VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  place_id   BIGINT       NOT NULL,
  salt       VARCHAR(32)  NOT NULL,
  issued_at  DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  revoked_at DATETIME(6)  NULL,
  reason     VARCHAR(20)  NULL,
  open_for   BIGINT AS (IF(revoked_at IS NULL, place_id, NULL)) STORED,
  PRIMARY KEY (id),
  CONSTRAINT uk_training_badge_public_id UNIQUE (public_id),
  CONSTRAINT uk_training_badge_open UNIQUE (open_for),
  KEY ix_training_badge_place (place_id),
  CONSTRAINT fk_training_badge_place FOREIGN KEY (place_id) REFERENCES training_place (id),
  CONSTRAINT ck_training_badge_reason CHECK ((revoked_at IS NULL) = (reason IS NULL))
);
