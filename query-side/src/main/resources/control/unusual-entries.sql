SELECT count(DISTINCT position) FROM posting WHERE position <= :position AND effective_on BETWEEN :from AND :until
    AND fund_id NOT LIKE 'register-%'
-- exceptions
, entry AS (
    SELECT position, event_type, award_id, fund_id, entered_by, sum(amount_pence)::bigint AS pence, effective_on,
        (recorded_at AT TIME ZONE 'Europe/London')::date AS recorded_on
    FROM posting WHERE position <= :position AND effective_on BETWEEN :from AND :until
        AND fund_id NOT LIKE 'register-%'
    GROUP BY position, event_type, award_id, fund_id, entered_by, effective_on, recorded_at
)
-- found
SELECT 'back-dated ' || position AS key,
    entered_by || ' entered {pence:' || pence || '} on {day:' || recorded_on || '} with effect from {day:'
        || effective_on || '}, ' || recorded_on - effective_on || ' days before.' AS sentence,
    CASE WHEN award_id IS NULL THEN 'FUND' ELSE 'AWARD' END AS subject, COALESCE(award_id, fund_id) AS subject_id,
    ARRAY[position] AS positions, pence
FROM entry WHERE recorded_on - effective_on > :days
UNION ALL
SELECT 'round ' || position,
    entered_by || ' entered a round {pence:' || pence || '} as sent back, with effect from {day:' || effective_on
        || '}.', 'AWARD', award_id, ARRAY[position], pence
FROM entry WHERE event_type = 'award.MoneyReturned' AND :pence > 0 AND pence % GREATEST(:pence, 1) = 0
