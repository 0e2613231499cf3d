-- A disabled administrator of a school administers nothing.
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW staff_v AS
  SELECT id, public_id, username, name, email, school_id, signed_out_at, reviews, manages, disabled_at
  FROM staff;
