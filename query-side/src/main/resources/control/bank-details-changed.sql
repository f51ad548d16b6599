SELECT count(*) FROM paid WHERE effective_on BETWEEN :from AND :until
-- exceptions
, change AS (
    SELECT position, id, effective_on,
        row_number() OVER (PARTITION BY id ORDER BY position) AS number
    FROM seen WHERE type = 'registry.BankDetailsConfirmed'
)
-- found
SELECT d.award_id || '/' || d.instalment || ' after ' || c.position AS key,
    'Payment ' || d.instalment || ' of “{award:' || d.award_id || '}”, {pence:' || d.pence
        || '}, was made on {day:' || d.effective_on || '}; the bank details of {organisation:' || d.recipient
        || '} had been changed on {day:' || c.effective_on || '}.' AS sentence,
    'AWARD' AS subject, d.award_id AS subject_id, ARRAY[c.position, d.position] AS positions, d.pence
FROM paid d JOIN change c ON c.id = d.recipient AND c.number > 1 AND c.position < d.position
    AND d.effective_on - c.effective_on <= :days
WHERE d.effective_on BETWEEN :from AND :until
