SELECT (SELECT count(DISTINCT position) FROM posting WHERE position <= :position
        AND effective_on BETWEEN :from AND :until AND (award_id IS NULL OR award_id NOT IN (SELECT award_id FROM published)))
    + (SELECT count(*) FROM seen WHERE type = 'award.ClaimSubmitted' AND effective_on BETWEEN :from AND :until)
-- exceptions
, entry AS (
    SELECT g.position, g.event_type, g.award_id, g.fund_id, sum(g.amount_pence)::bigint AS pence, g.effective_on,
        (g.recorded_at AT TIME ZONE 'Europe/London')::date AS recorded_on,
        make_date(extract(year FROM g.effective_on - interval '3 months')::int + 1, 3, 31) AS year_end
    FROM posting g WHERE g.position <= :position AND g.effective_on BETWEEN :from AND :until
        AND (g.award_id IS NULL OR g.award_id NOT IN (SELECT award_id FROM published))
        AND g.fund_id NOT LIKE 'register-%'
    GROUP BY g.position, g.event_type, g.award_id, g.fund_id, g.effective_on, g.recorded_at
), claimed AS (
    SELECT c.position, c.id AS award_id, (c.p ->> 'instalment')::int AS instalment,
        (c.p ->> 'amountPence')::bigint AS pence, c.effective_on,
        make_date(extract(year FROM i.due_on - interval '3 months')::int + 1, 3, 31) AS year_end
    FROM seen c JOIN instalment i ON i.award_id = c.id AND i.instalment = (c.p ->> 'instalment')::int
    WHERE c.type = 'award.ClaimSubmitted' AND (c.p ->> 'claim')::int = 1 AND c.effective_on BETWEEN :from AND :until
)
-- found
SELECT 'late ' || position AS key,
    '{pence:' || pence || '} was entered on {day:' || recorded_on || '} for {day:' || effective_on
        || '}, in a year that had ended on {day:' || year_end || '}.' AS sentence,
    CASE WHEN award_id IS NULL THEN 'FUND' ELSE 'AWARD' END AS subject, COALESCE(award_id, fund_id) AS subject_id,
    ARRAY[position] AS positions, pence
FROM entry WHERE recorded_on - year_end > :days
UNION ALL
SELECT 'claim ' || position,
    'Payment ' || instalment || ' was due in the year to {day:' || year_end || '}; {pence:' || pence
        || '} was claimed for it on {day:' || effective_on || '}.', 'AWARD', award_id, ARRAY[position], pence
FROM claimed WHERE effective_on - year_end > :days
UNION ALL
SELECT 'reversal ' || r.position,
    '{pence:' || r.pence || '} entered on {day:' || o.effective_on || '} was taken back on {day:' || r.effective_on
        || '}, after that year had ended.', 'AWARD', r.award_id, ARRAY[o.position, r.position], r.pence
FROM entry r JOIN seen t ON t.position = r.position
JOIN LATERAL (SELECT position, effective_on FROM seen s WHERE s.id = r.award_id AND s.position < r.position
    AND s.type = CASE r.event_type WHEN 'award.PaymentBounced' THEN 'award.PaymentPaid'
        ELSE 'award.InstalmentMadePayable' END AND s.p ->> 'instalment' = t.p ->> 'instalment'
    ORDER BY s.position DESC LIMIT 1) o ON true
WHERE r.event_type IN ('award.PaymentBounced', 'award.PaymentCancelled')
    AND o.effective_on <= make_date(extract(year FROM r.effective_on - interval '3 months')::int, 3, 31)
