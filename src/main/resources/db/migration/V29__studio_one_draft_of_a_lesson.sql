-- A lesson has one draft of which something is still to come. Where there are several from before, the last one stays open.
UPDATE lesson_draft d
  JOIN (SELECT module_key, MAX(id) AS id FROM lesson_draft WHERE state NOT IN ('published', 'discarded') GROUP BY module_key) l
    ON l.module_key = d.module_key AND l.id <> d.id
  SET d.state = 'discarded'
  WHERE d.state NOT IN ('published', 'discarded');

ALTER TABLE lesson_draft
  ADD COLUMN open_key VARCHAR(40) COLLATE utf8mb4_bin
    AS (CASE WHEN state IN ('published', 'discarded') THEN NULL ELSE module_key END) PERSISTENT,
  ADD CONSTRAINT uk_lesson_draft_open UNIQUE (open_key);
