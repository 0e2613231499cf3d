-- Hands counted at the projector for an answer. They belong to the class, not to a card.
CREATE TABLE hand_count (
  session_id BIGINT      NOT NULL,
  step       VARCHAR(40) NOT NULL,
  answer     VARCHAR(40) NOT NULL,
  hands      INT         NOT NULL,
  PRIMARY KEY (session_id, step, answer)
);

-- Heads counted in the room at the end of the lesson, class by class; the register starts with these numbers.
CREATE TABLE head_count (
  session_id BIGINT NOT NULL,
  class_id   BIGINT NOT NULL,
  heads      INT    NOT NULL,
  PRIMARY KEY (session_id, class_id)
);
