-- What children answered, as numbers that outlive their answers: added to when the answers of sessions are deleted, 30 days
-- after them. No card, class, school or session; by module version and school year, for the people who write lessons.
-- answer is the key of an option, "thing=place", or how long a step took; '' where there is no more to say.
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
