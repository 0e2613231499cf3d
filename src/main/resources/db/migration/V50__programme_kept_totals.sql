-- Totals kept as returns are signed, amended and withdrawn; each can be counted again from return_line to the same numbers.
-- term_key is a term or 'year', band_key a band or 'all'. A class has a row for each term from its first lesson on: before is the
-- year to the day before the term, at_end the year to the term's end, the rest the term by itself. A session that several classes
-- shared is counted with the first of them. school_id is where the class's latest lesson was; a class that moved is put where it
-- belongs when the totals are read.
CREATE TABLE class_total (
  class_id        BIGINT      NOT NULL,
  year_key        VARCHAR(7)  NOT NULL,
  term_key        VARCHAR(10) NOT NULL,
  band_key        VARCHAR(10) NOT NULL,
  school_id       BIGINT      NOT NULL,
  before_lower    INT         NOT NULL,
  before_upper    INT         NOT NULL,
  at_end_lower    INT         NOT NULL,
  at_end_upper    INT         NOT NULL,
  own_lower       INT         NOT NULL,
  own_upper       INT         NOT NULL,
  largest_session INT         NOT NULL,
  attendances     INT         NOT NULL,
  sessions        INT         NOT NULL,
  PRIMARY KEY (class_id, year_key, term_key, band_key),
  KEY ix_class_total_school (school_id, year_key)
);

-- What each week of a term added to a class, of all bands together.
CREATE TABLE class_week (
  year_key   VARCHAR(7)  NOT NULL,
  term_key   VARCHAR(10) NOT NULL,
  monday     DATE        NOT NULL,
  class_id   BIGINT      NOT NULL,
  school_id  BIGINT      NOT NULL,
  lower_more INT         NOT NULL,
  upper_more INT         NOT NULL,
  PRIMARY KEY (year_key, term_key, monday, class_id),
  KEY ix_class_week_class (class_id, year_key),
  KEY ix_class_week_school (school_id, year_key)
);

-- The sums over a school's classes, side by side as a report reads them.
CREATE TABLE school_total (
  year_key        VARCHAR(7)  NOT NULL,
  term_key        VARCHAR(10) NOT NULL,
  band_key        VARCHAR(10) NOT NULL,
  school_id       BIGINT      NOT NULL,
  before_lower    INT         NOT NULL,
  before_upper    INT         NOT NULL,
  at_end_lower    INT         NOT NULL,
  at_end_upper    INT         NOT NULL,
  own_lower       INT         NOT NULL,
  own_upper       INT         NOT NULL,
  largest_session INT         NOT NULL,
  attendances     INT         NOT NULL,
  sessions        INT         NOT NULL,
  PRIMARY KEY (year_key, term_key, band_key, school_id),
  KEY ix_school_total_school (school_id, year_key)
);

-- Whoever counts a class or a school again moves its row first: two at once do so one after the other.
CREATE TABLE counted_class (
  class_id BIGINT     NOT NULL,
  year_key VARCHAR(7) NOT NULL,
  times    INT        NOT NULL,
  PRIMARY KEY (class_id, year_key)
);

CREATE TABLE counted_school (
  school_id BIGINT     NOT NULL,
  year_key  VARCHAR(7) NOT NULL,
  times     INT        NOT NULL,
  PRIMARY KEY (school_id, year_key)
);

-- How far a rebuild has come: one that was cut off goes on from there. Before the first has ended nothing is complete.
CREATE TABLE totals_rebuild (
  id         INT         NOT NULL,
  complete   BOOLEAN     NOT NULL,
  at_year    VARCHAR(7)  NOT NULL,
  at_class   BIGINT      NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO totals_rebuild (id, complete, at_year, at_class) VALUES (1, FALSE, '', 0);
