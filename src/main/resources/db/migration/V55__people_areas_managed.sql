-- A manager looks after a nation, a region or an authority; whoever has none looks after the whole programme.
ALTER TABLE staff
  ADD COLUMN area_kind VARCHAR(9)  NULL AFTER region_key,
  ADD COLUMN area_key  VARCHAR(40) NULL AFTER area_kind,
  ADD CONSTRAINT ck_staff_area CHECK ((area_kind IS NULL) = (area_key IS NULL)
    AND (area_kind IS NULL OR area_kind IN ('nation', 'region', 'authority')));

UPDATE staff SET area_kind = 'region', area_key = region_key WHERE region_key IS NOT NULL;

ALTER TABLE staff
  DROP FOREIGN KEY fk_staff_region,
  DROP COLUMN region_key;
