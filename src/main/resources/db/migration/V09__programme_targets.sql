-- Children to reach who are new to the year, by term and area; for one band or for all. term_key 'year' is the whole year.
CREATE TABLE target (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  year_key  VARCHAR(7)      NOT NULL,
  term_key  VARCHAR(10)  NOT NULL,
  area_kind VARCHAR(10)  NOT NULL,
  area_key  VARCHAR(40)  NOT NULL,
  band_key  VARCHAR(10)  NOT NULL DEFAULT 'all',
  children  INT          NOT NULL,
  set_by    VARCHAR(120) NOT NULL,
  set_at    DATETIME(6)  NOT NULL,
  version   INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uk_target UNIQUE (year_key, term_key, area_kind, area_key, band_key),
  CONSTRAINT ck_target_children CHECK (children >= 0)
);
