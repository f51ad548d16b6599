-- Instalments that are paid in arrears, and the latest claim for each.
ALTER TABLE payment ADD COLUMN in_arrears boolean NOT NULL DEFAULT false;
ALTER TABLE payment ADD COLUMN claim integer NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN claim_state text;
ALTER TABLE payment ADD COLUMN claim_pence bigint NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN claim_spent jsonb NOT NULL DEFAULT '[]';
ALTER TABLE payment ADD COLUMN claimed_on date;
ALTER TABLE payment ADD COLUMN claim_question text NOT NULL DEFAULT '';
