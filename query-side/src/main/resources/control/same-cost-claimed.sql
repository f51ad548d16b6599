SELECT count(*) FROM seen c, jsonb_array_elements(c.p -> 'spent') l
WHERE c.type = 'award.ClaimSubmitted' AND c.effective_on BETWEEN :from AND :until
-- exceptions
, claim AS (
    SELECT DISTINCT ON (c.id, c.p ->> 'instalment') c.position, c.id AS award_id,
        (c.p ->> 'instalment')::int AS instalment, a.recipient, c.effective_on, c.p -> 'spent' AS spent
    FROM seen c JOIN award_made a ON a.award_id = c.id
    WHERE c.type = 'award.ClaimSubmitted' AND c.effective_on BETWEEN :from AND :until
    ORDER BY c.id, c.p ->> 'instalment', c.position DESC
), line AS (
    SELECT claim.*, row_number() OVER (ORDER BY claim.position, n.number) AS line,
        n.one ->> 'description' AS description, (n.one ->> 'amountPence')::bigint AS pence
    FROM claim, jsonb_array_elements(spent) WITH ORDINALITY n (one, number)
)
-- found
SELECT a.award_id || '/' || a.instalment || ' and ' || b.award_id || '/' || b.instalment || ' ' || a.line || ' ' || b.line
        AS key,
    '{organisation:' || a.recipient || '} claimed {pence:' || a.pence || '} for “'
        || translate(a.description, '{}', '()') || '” under “{award:' || a.award_id || '}”, payment ' || a.instalment
        || ', and for “' || translate(b.description, '{}', '()') || '” under “{award:' || b.award_id || '}”, payment '
        || b.instalment || '.' AS sentence,
    'AWARD' AS subject, b.award_id AS subject_id, ARRAY[a.position, b.position] AS positions, b.pence
FROM line a JOIN line b ON a.recipient = b.recipient AND a.pence = b.pence AND a.position < b.position
WHERE similarity(a.description, b.description) * 100 >= :percent
