-- --- signed returns

-- The register signed by the person who delivered. COUNTED, or NOBODY: a session without attendance has a return and no lines.
-- UNCONFIRMED: nobody of the school has confirmed the heads of a visit yet; it has no lines and does not count.
-- WITHDRAWN: kept with its versions and lines, and not counted from withdrawn_at on.
-- An amended return is a new version; in_force holds the session only for the version that counts, so that a second cannot count.
-- source: from the register of the room (ROOM), or entered from paper afterwards (PAPER).
CREATE TABLE signed_return (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  public_id     VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  session_id    BIGINT       NOT NULL,
  number        INT          NOT NULL DEFAULT 1,
  superseded_at DATETIME(6)  NULL,
  in_force      BIGINT       AS (IF(superseded_at IS NULL, session_id, NULL)) PERSISTENT,
  state         VARCHAR(12)  NOT NULL,
  signed_by     VARCHAR(120) NOT NULL,
  signer        VARCHAR(120) NOT NULL DEFAULT '',
  signed_at     DATETIME(6)  NOT NULL,
  confirmed_by  VARCHAR(120) NULL,
  confirmed_at  DATETIME(6)  NULL,
  rules         INT          NOT NULL,
  version       INT          NOT NULL DEFAULT 0,
  withdrawn_by  VARCHAR(250) NULL,
  withdrawn_at  DATETIME(6)  NULL,
  withdrawn_why VARCHAR(400) NULL,
  source        VARCHAR(5)   NOT NULL DEFAULT 'ROOM',
  PRIMARY KEY (id),
  CONSTRAINT uk_signed_return_public_id UNIQUE (public_id),
  CONSTRAINT uk_signed_return_session UNIQUE (session_id, number),
  CONSTRAINT uk_signed_return_in_force UNIQUE (in_force),
  CONSTRAINT fk_signed_return_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT ck_signed_return_withdrawn CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL))
);

-- A change to a return that counts, until a second person has signed it: an amendment (the signed register is the new version) or
-- a withdrawal. A session has at most one waiting change.
CREATE TABLE return_change (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  session_id  BIGINT       NOT NULL,
  kind        VARCHAR(10)  NOT NULL,
  why         VARCHAR(400) NOT NULL,
  asker       BIGINT       NOT NULL,
  asked_at    DATETIME(6)  NOT NULL,
  state       VARCHAR(8)   NOT NULL,
  waiting     BIGINT       AS (IF(state = 'WAITING', session_id, NULL)) PERSISTENT,
  decided_by  VARCHAR(120) NULL,
  decided_at  DATETIME(6)  NULL,
  decided_why VARCHAR(400) NULL,
  version     INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_return_change_waiting UNIQUE (waiting),
  CONSTRAINT fk_return_change_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT fk_return_change_asker FOREIGN KEY (asker) REFERENCES staff (id),
  CONSTRAINT ck_return_change_decided CHECK ((state = 'WAITING') = (decided_at IS NULL))
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW signed_return_v AS
  SELECT id, public_id, session_id, number, superseded_at, in_force, state, signed_by, signed_at, confirmed_by, confirmed_at,
    rules, version, withdrawn_by, withdrawn_at, withdrawn_why, source
  FROM signed_return;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW return_change_v AS
  SELECT id, session_id, kind, asker, asked_at, state
  FROM return_change;
