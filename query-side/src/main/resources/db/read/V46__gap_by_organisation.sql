-- Whose part of the cost a gap is; those kept before are said of the organisation that leads, as their events say it.
ALTER TABLE award_gap ADD COLUMN organisation_id text NOT NULL DEFAULT '';
UPDATE award_gap g SET organisation_id = a.recipient FROM award a WHERE a.award_id = g.award_id;
ALTER TABLE award_gap ALTER COLUMN organisation_id DROP DEFAULT;
ALTER TABLE award_gap DROP CONSTRAINT award_gap_pkey;
ALTER TABLE award_gap ADD PRIMARY KEY (award_id, organisation_id, financial_year, carrier);
