-- A cell of the table of targets: what is counted, where, when and in which slice, with the number in force (NULL without
-- one). term_key 'year' is the whole year; the key of a trust is its name. Each event of the cell increments version.
CREATE TABLE target (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  year_key  VARCHAR(7)   NOT NULL,
  measure   VARCHAR(14)  NOT NULL DEFAULT 'children',
  term_key  VARCHAR(10)  NOT NULL,
  area_kind VARCHAR(10)  NOT NULL,
  area_key  VARCHAR(120) NOT NULL,
  slice_key VARCHAR(12)  NOT NULL DEFAULT 'all',
  number    INT          NULL,
  version   INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_target UNIQUE (year_key, measure, area_kind, area_key, term_key, slice_key),
  CONSTRAINT ck_target_number CHECK (number >= 0)
);

-- Changes that one manager proposed together, for one reason.
CREATE TABLE target_proposal (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  public_id      VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  why            VARCHAR(400) NOT NULL,
  proposed_by_id BIGINT       NOT NULL,
  proposed_by    VARCHAR(120) NOT NULL,
  proposed_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_target_proposal_public_id UNIQUE (public_id),
  CONSTRAINT fk_target_proposal_staff FOREIGN KEY (proposed_by_id) REFERENCES staff (id)
);

-- wanted is NULL if the target is to be removed. open_for allows one undecided change per cell.
CREATE TABLE target_change (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  proposal_id   BIGINT       NOT NULL,
  target_id     BIGINT       NOT NULL,
  was           INT          NULL,
  wanted        INT          NULL,
  state         VARCHAR(10)  NOT NULL,
  decided_by_id BIGINT       NULL,
  decided_by    VARCHAR(120) NULL,
  decided_at    DATETIME(6)  NULL,
  decided_why   VARCHAR(400) NULL,
  open_for      BIGINT       AS (IF(state = 'PROPOSED', target_id, NULL)) STORED,
  PRIMARY KEY (id),
  CONSTRAINT uk_target_change_open UNIQUE (open_for),
  CONSTRAINT uk_target_change UNIQUE (proposal_id, target_id),
  KEY ix_target_change_target (target_id),
  KEY ix_target_change_state (state),
  CONSTRAINT fk_target_change_proposal FOREIGN KEY (proposal_id) REFERENCES target_proposal (id),
  CONSTRAINT fk_target_change_target FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT ck_target_change_wanted CHECK (wanted >= 0),
  CONSTRAINT ck_target_change_decided CHECK (state = 'PROPOSED' OR decided_at IS NOT NULL)
);
