-- --- claims, invitations and accounts

-- An invitation by e-mail, either to a school with a part or to the programme with a role. Only the hash of its link is
-- stored; the link opens one account once.
CREATE TABLE invitation (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  public_id    VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  school_id    BIGINT       NULL,
  email        VARCHAR(120) NOT NULL,
  name         VARCHAR(120) NOT NULL,
  part         VARCHAR(20)  NULL,
  role         VARCHAR(40)  NULL,
  key_hash     BINARY(32)   NOT NULL,
  invited_by   VARCHAR(120) NOT NULL,
  invited_at   DATETIME(6)  NOT NULL,
  expires_at   DATETIME(6)  NOT NULL,
  used_at      DATETIME(6)  NULL,
  used_by      BIGINT       NULL,
  withdrawn_at DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_invitation_public_id UNIQUE (public_id),
  CONSTRAINT uk_invitation_key_hash UNIQUE (key_hash),
  KEY ix_invitation_school (school_id),
  CONSTRAINT ck_invitation_whither CHECK ((school_id IS NULL) = (part IS NULL) AND (part IS NULL) = (role IS NOT NULL)),
  CONSTRAINT fk_invitation_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fk_invitation_used_by FOREIGN KEY (used_by) REFERENCES staff (id)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW invitation_v AS
  SELECT id, public_id, school_id, email, name, part, invited_by, invited_at, used_at
  FROM invitation;
