-- A class was judged by the cards of a day in the order of the classes' ids: further cards for an old class passed the limit of the school
-- unseen. issued_at: when a card was issued, by the clock of the database; cards from before this migration have the same time.
ALTER TABLE card ADD COLUMN issued_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW card_v AS
  SELECT class_id, number, picture, issued_on, retired_on, issued_at
  FROM card;
