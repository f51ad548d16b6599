SELECT count(*) FROM award_made WHERE call_id IS NULL AND effective_on BETWEEN :from AND :until
    AND award_id NOT IN (SELECT award_id FROM published)
-- exceptions
, near AS (
    SELECT a.position, a.award_id, a.fund_id, a.recipient, a.decided_by, a.effective_on, a.pence,
        (SELECT (s.p ->> 'limitPence')::bigint FROM seen s WHERE s.type = 'registry.DelegatedLimitSet'
            AND s.id = a.funder AND s.p ->> 'personId' = a.decided_by
            AND a.effective_on >= (s.p ->> 'from')::date
            AND a.effective_on <= COALESCE((s.p ->> 'until')::date, a.effective_on)
            AND s.position < a.position
            ORDER BY s.position DESC LIMIT 1) AS limit_pence
    FROM award_made a
    WHERE a.call_id IS NULL AND a.effective_on BETWEEN :from AND :until
        AND a.award_id NOT IN (SELECT award_id FROM published)
)
-- found
SELECT a.award_id || ' and ' || b.award_id AS key,
    a.decided_by || ' awarded {pence:' || a.pence || '} and {pence:' || b.pence || '} from {fund:' || a.fund_id
        || '} to {organisation:' || a.recipient || '} on {day:' || a.effective_on || '} and {day:' || b.effective_on
        || '}: together {pence:' || a.pence + b.pence || '}, each just within the limit of {pence:' || b.limit_pence
        || '}.' AS sentence,
    'AWARD' AS subject, b.award_id AS subject_id, ARRAY[a.position, b.position] AS positions, a.pence + b.pence AS pence
FROM near a JOIN near b USING (fund_id, recipient, decided_by)
WHERE a.position < b.position AND abs(b.effective_on - a.effective_on) <= :days
    AND a.pence <= b.limit_pence AND b.pence <= b.limit_pence AND a.pence + b.pence > b.limit_pence
    AND a.pence * 100 >= b.limit_pence * :percent AND b.pence * 100 >= b.limit_pence * :percent
