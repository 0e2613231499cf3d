-- A class that a manager sent to one of several successors goes back when the import that named them is undone, like any other.
UPDATE class_move m JOIN school_link_v l ON l.predecessor_id = m.from_school AND l.successor_id = m.to_school
SET m.begun_by = l.begun_by WHERE m.begun_by IS NULL;
