-- Counts of children's answers that are kept after the answers: added when a session's answers are deleted, after 30 days.
-- By module version and school year, without card, class, school or session, for the authors of lessons.
-- answer is the key of an option, "thing=place", or the time spent on a step; '' if there is no detail.
CREATE TABLE answer_tally (
  module_version_id BIGINT       NOT NULL,
  year_key          VARCHAR(7)   NOT NULL COLLATE utf8mb4_bin,
  step              VARCHAR(40)  NOT NULL COLLATE utf8mb4_bin,
  what              VARCHAR(16)  NOT NULL COLLATE utf8mb4_bin,
  answer            VARCHAR(100) NOT NULL COLLATE utf8mb4_bin,
  children          INT          NOT NULL,
  PRIMARY KEY (module_version_id, year_key, step, what, answer),
  CONSTRAINT fk_answer_tally_module_version FOREIGN KEY (module_version_id) REFERENCES module_version (id),
  CONSTRAINT ck_answer_tally_children CHECK (children > 0)
);
