, item AS (
    SELECT award_id || '/' || instalment || '@' || position AS key, position, pence,
        'Payment ' || instalment || ' of “{award:' || award_id || '}” to {organisation:' || recipient || '}, made on {day:'
            || effective_on || '}' AS sentence, 'AWARD' AS subject, award_id AS subject_id
    FROM paid WHERE stays AND effective_on BETWEEN :from AND :until
)
