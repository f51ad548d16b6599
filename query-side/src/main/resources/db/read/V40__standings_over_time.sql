-- When organisations claimed to be by and for the people they serve, and when that was verified: figures about a
-- decision say what was so on its day, whatever became of it since. No last day: a claim that nobody has decided about.
CREATE TABLE standing_period (
    organisation_id text NOT NULL,
    standing        text NOT NULL,
    first_day       date NOT NULL,
    last_day        date
);
CREATE INDEX standing_period_organisation ON standing_period (organisation_id);

INSERT INTO standing_period
SELECT organisation_id, 'VERIFIED', standing_from, standing_until FROM organisation WHERE standing_from IS NOT NULL;

INSERT INTO standing_period
SELECT organisation_id, 'CLAIMED', standing_since, NULL FROM organisation
WHERE standing_state IN ('CLAIMED', 'EVIDENCED');
