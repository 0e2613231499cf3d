-- --- lists of drafts that do not read the lessons

-- The list of all drafts read every lesson, so one that took too long took the list down. step_count and lesson_locked are read from
-- content whenever it is stored. Drafts from before: the steps of a list as the studio writes it, until the next change counts them.
ALTER TABLE lesson_draft
  ADD COLUMN step_count    INT     NOT NULL DEFAULT 0,
  ADD COLUMN lesson_locked BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE lesson_draft SET lesson_locked = TRUE WHERE content REGEXP '(?m)^locked: *true *$';

UPDATE lesson_draft d
  JOIN (SELECT id, REGEXP_REPLACE(SUBSTRING(content, LOCATE('\nsteps:', content) + 7), '(?s)\\n[^ \\n#].*', '') AS steps
    FROM lesson_draft WHERE LOCATE('\nsteps:', content) > 0) s ON s.id = d.id
  SET d.step_count = COALESCE((CHAR_LENGTH(s.steps) - CHAR_LENGTH(REPLACE(s.steps, '\n  - ', ''))) DIV 5, 0);
