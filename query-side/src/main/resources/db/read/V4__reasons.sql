-- Why an organisation is in the state it is in, and why its standing is: what the person wrote who decided it.
ALTER TABLE organisation ADD COLUMN state_reason text NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN standing_reason text NOT NULL DEFAULT '';
