-- A name was not found where a line of a meeting was folded (RFC 5545, 3.1), and stayed in letters that wait after it was erased.
UPDATE letter SET calendar_body = REPLACE(calendar_body, '\r\n ', '') WHERE calendar_body IS NOT NULL;
