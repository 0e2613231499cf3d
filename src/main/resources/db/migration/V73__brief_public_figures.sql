-- Whether the figures of approved periods lie open to everyone: one row, or none while nobody ever switched them on.
CREATE TABLE public_figures (
  id         INT          NOT NULL,
  shown      BOOLEAN      NOT NULL,
  changed_by VARCHAR(120) NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_public_figures_one_row CHECK (id = 1)
);
