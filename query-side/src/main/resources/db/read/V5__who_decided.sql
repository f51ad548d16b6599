-- Who decided, and who gave the bank details that hold: they have no hand in payments, so these are no duties of theirs.
ALTER TABLE award ADD COLUMN decided_by text NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN bank_proposed_by text;
