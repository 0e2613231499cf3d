-- A return that was withdrawn is kept with its versions and its lines, and counts no longer from that moment on.
ALTER TABLE signed_return
  ADD COLUMN withdrawn_by VARCHAR(250) NULL,
  ADD COLUMN withdrawn_at DATETIME(6) NULL,
  ADD COLUMN withdrawn_why VARCHAR(400) NULL,
  ADD CONSTRAINT ck_signed_return_withdrawn CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL));
