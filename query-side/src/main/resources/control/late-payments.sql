SELECT count(*) FROM paid WHERE stays AND effective_on BETWEEN :from AND :until
    AND award_id NOT IN (SELECT award_id FROM published)
-- exceptions
, due AS (
    SELECT d.position, d.award_id, d.instalment, d.recipient, d.pence, d.effective_on,
        GREATEST(i.due_on, (SELECT max(c.effective_on) FROM seen c WHERE c.type = 'award.ClaimAccepted'
            AND c.id = d.award_id AND (c.p ->> 'instalment')::int = d.instalment)) AS due_on
    FROM paid d JOIN instalment i USING (award_id, instalment)
    WHERE d.stays AND d.effective_on BETWEEN :from AND :until
        AND d.award_id NOT IN (SELECT award_id FROM published)
)
-- found
SELECT award_id || '/' || instalment AS key,
    'Payment ' || instalment || ' of “{award:' || award_id || '}”, {pence:' || pence || '} to {organisation:'
        || recipient || '}, was due on {day:' || due_on || '} and made on {day:' || effective_on || '}, '
        || effective_on - due_on || ' days later.' AS sentence,
    'AWARD' AS subject, award_id AS subject_id, ARRAY[position] AS positions, pence
FROM due WHERE effective_on - due_on > :days
