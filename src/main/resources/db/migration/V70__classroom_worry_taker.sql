-- Who deals with a worry is known by number: two leads can have one name, and a name can change. Nobody deals with a worry whose lead is
-- not found here, so the leads are reminded of it.
ALTER TABLE worry ADD COLUMN taken_by_id BIGINT NULL AFTER taken_by;
UPDATE worry w SET w.taken_by_id = (
  SELECT MAX(l.staff_id) FROM safeguarding_lead_v l JOIN staff_v p ON p.id = l.staff_id AND p.name = w.taken_by
  WHERE l.school_id = w.school_id AND l.valid_to IS NULL)
WHERE w.state = 'TAKEN';
