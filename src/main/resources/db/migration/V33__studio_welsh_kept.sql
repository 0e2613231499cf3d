-- The Welsh that a draft had at each revision: an earlier state can be gone back to, as for its other words.
ALTER TABLE lesson_draft_revision
  ADD COLUMN welsh VARCHAR(64) NULL COLLATE utf8mb4_bin,
  ADD CONSTRAINT fk_lesson_draft_revision_welsh FOREIGN KEY (welsh) REFERENCES lesson_file (hash);

UPDATE lesson_draft_revision r
  JOIN lesson_draft d ON d.id = r.draft_id AND d.revision = r.number
  JOIN lesson_draft_file f ON f.draft_id = r.draft_id AND f.name = 'module.cy.yaml'
  SET r.welsh = f.hash;
