-- --- random checks: a second draw by risk

-- risky: those of among that had a sign of risk, so that anyone can repeat the second draw too.
ALTER TABLE figure_draw ADD COLUMN risky MEDIUMTEXT NOT NULL DEFAULT '';

-- How the return was picked: by CHANCE among all, or by RISK for the reasons given. The two are never added up.
ALTER TABLE figure_question
  ADD COLUMN draw_kind VARCHAR(6)   NOT NULL DEFAULT 'CHANCE',
  ADD COLUMN reasons   VARCHAR(200) NOT NULL DEFAULT '',
  ADD CONSTRAINT ck_figure_question_reasons CHECK ((draw_kind = 'RISK') = (reasons <> ''));

-- --- what other rooms may read

CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW figure_question_v AS
  SELECT id, public_id, session_id, state, answered_by, answered_at, version, draw_kind, reasons
  FROM figure_question;
