-- --- random checks

-- Each week some of the returns that started to count are picked at random, and their schools are asked for the heads again.
-- The seed and all candidates are kept, so that anyone can repeat the draw.
CREATE TABLE figure_draw (
  id       BIGINT      NOT NULL AUTO_INCREMENT,
  week     DATE        NOT NULL,
  seed     VARCHAR(32) NOT NULL,
  among    MEDIUMTEXT  NOT NULL,
  drawn_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_figure_draw_week UNIQUE (week)
);

-- A return that was picked. A person at the school other than its signer answers.
CREATE TABLE figure_question (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  public_id   VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  draw_id     BIGINT       NOT NULL,
  session_id  BIGINT       NOT NULL,
  state       VARCHAR(8)   NOT NULL,
  due_at      DATETIME(6)  NOT NULL,
  reminded_at DATETIME(6)  NULL,
  answered_by VARCHAR(120) NULL,
  answered_at DATETIME(6)  NULL,
  version     INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_figure_question_public_id UNIQUE (public_id),
  CONSTRAINT uk_figure_question_session UNIQUE (draw_id, session_id),
  CONSTRAINT fk_figure_question_draw FOREIGN KEY (draw_id) REFERENCES figure_draw (id),
  CONSTRAINT fk_figure_question_session FOREIGN KEY (session_id) REFERENCES session (id),
  CONSTRAINT ck_figure_question_answered CHECK ((state = 'ANSWERED') = (answered_at IS NOT NULL)),
  KEY ix_figure_question_due (state, due_at)
);

-- The heads of each class: as signed when it was picked, and as answered.
CREATE TABLE figure_heads (
  question_id BIGINT       NOT NULL,
  place       INT          NOT NULL,
  class_id    BIGINT       NOT NULL,
  name        VARCHAR(120) NOT NULL,
  signed      INT          NOT NULL,
  said        INT          NULL,
  PRIMARY KEY (question_id, place),
  CONSTRAINT fk_figure_heads_question FOREIGN KEY (question_id) REFERENCES figure_question (id)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW figure_question_v AS
  SELECT id, public_id, session_id, state, answered_by, answered_at, version
  FROM figure_question;
