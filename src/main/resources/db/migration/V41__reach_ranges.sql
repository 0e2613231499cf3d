-- How a brief prints its figures. 1: a count as the least number of its children, and the most. 2: each figure with its range of
-- counting rules 4 and 7. A brief of layout 1 keeps its bytes; where the two differ, a corrected edition is the next brief.
ALTER TABLE brief ADD COLUMN layout INT NOT NULL DEFAULT 1;

-- At most so many children reached in the current school year. Coverage is computed again; until then, and where the version before
-- writes a row, it is 0 and read as reach.
ALTER TABLE coverage_school
  ADD COLUMN reach_upper INT NOT NULL DEFAULT 0,
  DROP KEY ix_coverage_school_share,
  ADD KEY ix_coverage_school_share
    (region_key, authority_key, phase, meals, surroundings, last_lesson, roll, reach, reach_upper, nation);
UPDATE coverage_state SET made_of = '' WHERE id = 1;
