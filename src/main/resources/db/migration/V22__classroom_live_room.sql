-- What a teacher does to a room while it runs: pausing it, taking the class to a step, showing an answer, locking the door.
-- revealed has "question:milliseconds" with spaces between: when each question was closed because its answer was shown.
ALTER TABLE room
  ADD COLUMN locked   BOOLEAN       NOT NULL DEFAULT FALSE AFTER sharing,
  ADD COLUMN paused   BOOLEAN       NOT NULL DEFAULT FALSE AFTER locked,
  ADD COLUMN step     VARCHAR(40)   NULL AFTER paused,
  ADD COLUMN revealed VARCHAR(4000) NOT NULL DEFAULT '' AFTER step;

-- When each instance last heard of the devices in a room, and how many answers they said still wait there: one row for
-- a room and an instance, so that no child costs a statement. seats has "seat:milliseconds:waiting" with spaces between.
CREATE TABLE room_pulse (
  session_id BIGINT        NOT NULL,
  instance   BIGINT        NOT NULL,
  seats      VARCHAR(8000) NOT NULL,
  PRIMARY KEY (session_id, instance)
);

-- Hands counted at the projector for an answer. They belong to the class: no card has given them.
CREATE TABLE hand_count (
  session_id BIGINT      NOT NULL,
  step       VARCHAR(40) NOT NULL,
  answer     VARCHAR(40) NOT NULL,
  hands      INT         NOT NULL,
  PRIMARY KEY (session_id, step, answer)
);

-- Heads counted in the room at the end of the lesson, class by class; the register begins with them.
CREATE TABLE head_count (
  session_id BIGINT NOT NULL,
  class_id   BIGINT NOT NULL,
  heads      INT    NOT NULL,
  PRIMARY KEY (session_id, class_id)
);

-- A step that was taken out of a module at once: the version that had it, and the version that runs instead.
CREATE TABLE withdrawn_step (
  module_version_id BIGINT       NOT NULL,
  step              VARCHAR(40)  NOT NULL,
  title             VARCHAR(200) NOT NULL,
  new_version_id    BIGINT       NOT NULL,
  withdrawn_by      VARCHAR(120) NOT NULL,
  why               VARCHAR(400) NOT NULL,
  withdrawn_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (module_version_id, step),
  CONSTRAINT fk_withdrawn_step_version FOREIGN KEY (module_version_id) REFERENCES module_version (id),
  CONSTRAINT fk_withdrawn_step_new_version FOREIGN KEY (new_version_id) REFERENCES module_version (id)
);
