SELECT count(*) FROM award_made WHERE effective_on BETWEEN :from AND :until
    AND award_id NOT IN (SELECT award_id FROM published)
-- exceptions
, decided AS (
    SELECT a.*, l.position AS limit_position, (l.p ->> 'limitPence')::bigint AS limit_pence
    FROM award_made a LEFT JOIN LATERAL (
        SELECT position, p FROM seen s WHERE s.type = 'registry.DelegatedLimitSet' AND s.id = a.funder
            AND s.p ->> 'personId' = a.decided_by
            AND a.effective_on >= (s.p ->> 'from')::date
            AND a.effective_on <= COALESCE((s.p ->> 'until')::date, a.effective_on)
        ORDER BY s.position DESC LIMIT 1) l ON true
    WHERE a.effective_on BETWEEN :from AND :until AND a.award_id NOT IN (SELECT award_id FROM published)
)
-- found
SELECT award_id AS key,
    decided_by || ' awarded {pence:' || pence || '} to {organisation:' || recipient || '} with effect from {day:'
        || effective_on || '}; ' || CASE WHEN limit_pence IS NULL THEN 'there was no delegated limit for that day.'
            ELSE 'the delegated limit for that day is {pence:' || limit_pence || '}'
                || CASE WHEN limit_position > position THEN ', as it was set afterwards.' ELSE '.' END END AS sentence,
    'AWARD' AS subject, award_id AS subject_id,
    array_remove(ARRAY[LEAST(position, limit_position), GREATEST(position, limit_position)],
        CASE WHEN limit_position IS NULL THEN 0 END) AS positions, pence
FROM decided WHERE limit_pence IS NULL OR pence > limit_pence
