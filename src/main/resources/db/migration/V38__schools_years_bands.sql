-- Age bands are data: which classes a band suits is in its row, and its key is its two ages, for example "14-16".
ALTER TABLE age_band ADD COLUMN youngest_group INT NULL AFTER highest_age;

-- The youngest year group of a band, in years after the first year of school (Reception in England and Wales).
UPDATE age_band SET youngest_group = CASE band_key WHEN '4-7' THEN 0 WHEN '8-10' THEN 3 WHEN '11-13' THEN 7 ELSE 10 END;

ALTER TABLE age_band
  MODIFY COLUMN youngest_group INT NOT NULL,
  ADD CONSTRAINT ck_age_band_key CHECK (band_key = CONCAT(lowest_age, '-', highest_age)),
  ADD CONSTRAINT ck_age_band_days CHECK (valid_to IS NULL OR valid_to >= valid_from);

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW holiday_v AS
  SELECT nation, year_key, holiday_key, first_day, last_day
  FROM holiday;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW age_band_v AS
  SELECT band_key, lowest_age, highest_age, youngest_group, valid_from, valid_to
  FROM age_band;
