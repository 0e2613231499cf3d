-- Terms tile the academic year of a nation: a term runs to the day before the next, the last to the day before the new year.
CREATE TABLE academic_year (
  nation    VARCHAR(20) NOT NULL,
  year_key  VARCHAR(7)     NOT NULL,
  first_day DATE        NOT NULL,
  last_day  DATE        NOT NULL,
  PRIMARY KEY (nation, year_key)
);

CREATE TABLE term (
  nation    VARCHAR(20) NOT NULL,
  year_key  VARCHAR(7)     NOT NULL,
  term_key  VARCHAR(10) NOT NULL,
  first_day DATE        NOT NULL,
  last_day  DATE        NOT NULL,
  PRIMARY KEY (nation, year_key, term_key),
  CONSTRAINT fk_term_academic_year FOREIGN KEY (nation, year_key) REFERENCES academic_year (nation, year_key)
);

-- Age bands have changed before and will again: a figure stays in the band that was in force on the day.
CREATE TABLE age_band (
  band_key   VARCHAR(10) NOT NULL,
  lowest_age  INT    NOT NULL,
  highest_age INT    NOT NULL,
  valid_from DATE        NOT NULL,
  valid_to   DATE        NULL,
  PRIMARY KEY (band_key)
);

INSERT INTO age_band (band_key, lowest_age, highest_age, valid_from) VALUES
  ('4-7', 4, 7, '2025-08-01'), ('8-10', 8, 10, '2025-08-01'), ('11-13', 11, 13, '2025-08-01'), ('14-18', 14, 18, '2025-08-01');

-- One common pattern a nation; authorities differ, and later years are added as data.
INSERT INTO academic_year (nation, year_key, first_day, last_day) VALUES
  ('england', '2025-26', '2025-09-01', '2026-08-31'),
  ('england', '2026-27', '2026-09-01', '2027-08-31'),
  ('england', '2027-28', '2027-09-01', '2028-08-31'),
  ('england', '2028-29', '2028-09-01', '2029-09-02'),
  ('wales', '2025-26', '2025-09-01', '2026-08-31'),
  ('wales', '2026-27', '2026-09-01', '2027-08-31'),
  ('wales', '2027-28', '2027-09-01', '2028-08-31'),
  ('wales', '2028-29', '2028-09-01', '2029-09-02'),
  ('scotland', '2025-26', '2025-08-18', '2026-08-16'),
  ('scotland', '2026-27', '2026-08-17', '2027-08-15'),
  ('scotland', '2027-28', '2027-08-16', '2028-08-13'),
  ('scotland', '2028-29', '2028-08-14', '2029-08-19'),
  ('northern-ireland', '2025-26', '2025-09-01', '2026-08-31'),
  ('northern-ireland', '2026-27', '2026-09-01', '2027-08-31'),
  ('northern-ireland', '2027-28', '2027-09-01', '2028-08-31'),
  ('northern-ireland', '2028-29', '2028-09-01', '2029-09-02');

INSERT INTO term (nation, year_key, term_key, first_day, last_day) VALUES
  ('england', '2025-26', 'autumn', '2025-09-01', '2026-01-04'),
  ('england', '2025-26', 'spring', '2026-01-05', '2026-04-12'),
  ('england', '2025-26', 'summer', '2026-04-13', '2026-08-31'),
  ('england', '2026-27', 'autumn', '2026-09-01', '2027-01-03'),
  ('england', '2026-27', 'spring', '2027-01-04', '2027-04-11'),
  ('england', '2026-27', 'summer', '2027-04-12', '2027-08-31'),
  ('england', '2027-28', 'autumn', '2027-09-01', '2028-01-03'),
  ('england', '2027-28', 'spring', '2028-01-04', '2028-04-17'),
  ('england', '2027-28', 'summer', '2028-04-18', '2028-08-31'),
  ('england', '2028-29', 'autumn', '2028-09-01', '2029-01-02'),
  ('england', '2028-29', 'spring', '2029-01-03', '2029-04-15'),
  ('england', '2028-29', 'summer', '2029-04-16', '2029-09-02'),
  ('wales', '2025-26', 'autumn', '2025-09-01', '2026-01-04'),
  ('wales', '2025-26', 'spring', '2026-01-05', '2026-04-12'),
  ('wales', '2025-26', 'summer', '2026-04-13', '2026-08-31'),
  ('wales', '2026-27', 'autumn', '2026-09-01', '2027-01-03'),
  ('wales', '2026-27', 'spring', '2027-01-04', '2027-04-11'),
  ('wales', '2026-27', 'summer', '2027-04-12', '2027-08-31'),
  ('wales', '2027-28', 'autumn', '2027-09-01', '2028-01-03'),
  ('wales', '2027-28', 'spring', '2028-01-04', '2028-04-17'),
  ('wales', '2027-28', 'summer', '2028-04-18', '2028-08-31'),
  ('wales', '2028-29', 'autumn', '2028-09-01', '2029-01-02'),
  ('wales', '2028-29', 'spring', '2029-01-03', '2029-04-15'),
  ('wales', '2028-29', 'summer', '2029-04-16', '2029-09-02'),
  ('scotland', '2025-26', 'autumn', '2025-08-18', '2026-01-04'),
  ('scotland', '2025-26', 'spring', '2026-01-05', '2026-04-19'),
  ('scotland', '2025-26', 'summer', '2026-04-20', '2026-08-16'),
  ('scotland', '2026-27', 'autumn', '2026-08-17', '2027-01-04'),
  ('scotland', '2026-27', 'spring', '2027-01-05', '2027-04-11'),
  ('scotland', '2026-27', 'summer', '2027-04-12', '2027-08-15'),
  ('scotland', '2027-28', 'autumn', '2027-08-16', '2028-01-04'),
  ('scotland', '2027-28', 'spring', '2028-01-05', '2028-04-17'),
  ('scotland', '2027-28', 'summer', '2028-04-18', '2028-08-13'),
  ('scotland', '2028-29', 'autumn', '2028-08-14', '2029-01-03'),
  ('scotland', '2028-29', 'spring', '2029-01-04', '2029-04-15'),
  ('scotland', '2028-29', 'summer', '2029-04-16', '2029-08-19'),
  ('northern-ireland', '2025-26', 'autumn', '2025-09-01', '2026-01-04'),
  ('northern-ireland', '2025-26', 'spring', '2026-01-05', '2026-04-12'),
  ('northern-ireland', '2025-26', 'summer', '2026-04-13', '2026-08-31'),
  ('northern-ireland', '2026-27', 'autumn', '2026-09-01', '2027-01-03'),
  ('northern-ireland', '2026-27', 'spring', '2027-01-04', '2027-04-11'),
  ('northern-ireland', '2026-27', 'summer', '2027-04-12', '2027-08-31'),
  ('northern-ireland', '2027-28', 'autumn', '2027-09-01', '2028-01-03'),
  ('northern-ireland', '2027-28', 'spring', '2028-01-04', '2028-04-17'),
  ('northern-ireland', '2027-28', 'summer', '2028-04-18', '2028-08-31'),
  ('northern-ireland', '2028-29', 'autumn', '2028-09-01', '2029-01-02'),
  ('northern-ireland', '2028-29', 'spring', '2029-01-03', '2029-04-15'),
  ('northern-ireland', '2028-29', 'summer', '2029-04-16', '2029-09-02');
