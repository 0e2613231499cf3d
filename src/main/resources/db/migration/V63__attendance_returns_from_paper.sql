-- Where the return came from: from a register of the room's own (ROOM), or entered from paper afterwards (PAPER).
ALTER TABLE signed_return ADD COLUMN source VARCHAR(5) NOT NULL DEFAULT 'ROOM';
