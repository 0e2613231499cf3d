-- A row is a cell of the table of targets: what is counted, where, when and of whom, with the number in force (NULL while none
-- is). version moves with everything that happens to the cell. What was proposed for it, by whom and why, and what became of
-- that, stands in target_change. The key of a trust is its name.
ALTER TABLE target
  DROP CONSTRAINT uk_target,
  DROP CONSTRAINT ck_target_children,
  ADD COLUMN measure VARCHAR(14) NOT NULL DEFAULT 'children' AFTER year_key,
  CHANGE COLUMN band_key slice_key VARCHAR(12) NOT NULL DEFAULT 'all',
  CHANGE COLUMN children number INT NULL,
  MODIFY COLUMN area_key VARCHAR(120) NOT NULL;

ALTER TABLE target
  ADD CONSTRAINT uk_target UNIQUE (year_key, measure, area_kind, area_key, term_key, slice_key),
  ADD CONSTRAINT ck_target_number CHECK (number >= 0);

-- Changes that one manager proposed together, for one reason.
CREATE TABLE target_proposal (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  public_id      VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  why            VARCHAR(400) NOT NULL,
  proposed_by_id BIGINT       NULL,
  proposed_by    VARCHAR(120) NOT NULL,
  proposed_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_target_proposal_public_id UNIQUE (public_id),
  CONSTRAINT fk_target_proposal_staff FOREIGN KEY (proposed_by_id) REFERENCES staff (id)
);

-- wanted is NULL where the target is to be taken away. open_for lets a cell have one change at a time that waits for a decision.
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
  open_for      BIGINT AS (IF(state = 'PROPOSED', target_id, NULL)) STORED,
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

-- What was set before a second manager had to approve it stays in force, and says so.
INSERT INTO target_proposal (public_id, why, proposed_by, proposed_at)
SELECT SUBSTRING(MD5(CONCAT('target-', id)), 1, 10), 'Set before targets needed the approval of a second manager', set_by, set_at
FROM target ORDER BY id;

INSERT INTO target_change (proposal_id, target_id, was, wanted, state, decided_at)
SELECT p.id, t.id, NULL, t.number, 'APPROVED', t.set_at
FROM target t JOIN target_proposal p ON p.public_id = SUBSTRING(MD5(CONCAT('target-', t.id)), 1, 10);

ALTER TABLE target DROP COLUMN set_by, DROP COLUMN set_at;
