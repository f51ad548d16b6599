SELECT count(*) FROM paid WHERE stays AND effective_on BETWEEN :from AND :until
-- exceptions
, account AS (
    SELECT d.position, d.award_id, d.instalment, d.recipient, d.pence, d.effective_on,
        (SELECT c.p -> 'bankDetails' ->> 'sortCode' || ' ' || (c.p -> 'bankDetails' ->> 'accountNumber')
            FROM seen c WHERE c.type = 'registry.BankDetailsConfirmed' AND c.id = d.recipient
            AND c.position < d.position ORDER BY c.position DESC LIMIT 1) AS bank
    FROM paid d WHERE d.stays AND d.effective_on BETWEEN :from AND :until
)
-- found
SELECT b.award_id || '/' || b.instalment || ' and ' || a.award_id || '/' || a.instalment AS key,
    'On {day:' || b.effective_on || '} payment ' || b.instalment || ' of “{award:' || b.award_id || '}” paid {pence:'
        || b.pence || '} to {organisation:' || b.recipient || '}, as did payment ' || a.instalment || ' of “{award:'
        || a.award_id || '}” on {day:' || a.effective_on || '}'
        || CASE WHEN a.recipient = b.recipient THEN '.'
            ELSE ' to {organisation:' || a.recipient || '}, which has the same bank account.' END AS sentence,
    'AWARD' AS subject, b.award_id AS subject_id, ARRAY[a.position, b.position] AS positions, b.pence
FROM account a JOIN account b ON a.pence = b.pence AND a.position < b.position
    AND (a.recipient = b.recipient OR a.bank = b.bank)
    AND abs(b.effective_on - a.effective_on) <= :days
