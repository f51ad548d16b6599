SELECT (SELECT count(*) FROM award_made) + (SELECT count(*) FROM paid) + (SELECT count(*) FROM fund_balance)
-- exceptions
, committed AS (
    SELECT position, p ->> 'awardId' AS award_id,
        (SELECT sum((s ->> 'amountPence')::bigint) FROM jsonb_array_elements(p -> 'slices') s)::bigint AS pence
    FROM seen WHERE type = 'fund.MoneyCommitted'
), recommended AS (
    SELECT DISTINCT ON (r ->> 'awardId') s.position, r ->> 'awardId' AS award_id,
        (SELECT sum((y ->> 'amountPence')::bigint) FROM jsonb_array_elements(r -> 'amounts') y)::bigint AS pence
    FROM seen s, jsonb_array_elements(CASE s.type WHEN 'call.AwardsRecommended' THEN s.p -> 'recommendations'
        ELSE jsonb_build_array(s.p -> 'recommendation') END) r
    WHERE s.type IN ('call.AwardsRecommended', 'call.PromotionRecommended') AND r ->> 'outcome' = 'AWARD'
    ORDER BY r ->> 'awardId', s.position DESC
), payable AS (
    SELECT i.award_id, i.instalment, i.pence - COALESCE((
        SELECT sum((x ->> 'amountPence')::bigint) FROM seen r, jsonb_array_elements(r.p -> 'slices') x
        WHERE r.type = 'award.InstalmentReduced' AND r.id = i.award_id
            AND (r.p ->> 'instalment')::int = i.instalment), 0)::bigint AS pence
    FROM instalment i
), side AS (
    SELECT fund_id, debit_account AS account, amount_pence AS pence FROM posting
    UNION ALL SELECT fund_id, credit_account, -amount_pence FROM posting
), summed AS (
    SELECT fund_id, upper(CASE WHEN account LIKE 'contributor:%' OR account LIKE 'gap:%' OR account LIKE 'unfunded:%'
        THEN split_part(account, ':', 1) ELSE split_part(account, ':', 3) END) AS kind, sum(pence)::bigint AS pence
    FROM side GROUP BY 1, 2
)
-- found
SELECT 'award ' || a.award_id AS key,
    'The instalments come to {pence:' || a.pence || '}; {pence:' || COALESCE(c.pence, 0) || '} was committed.'
        AS sentence, 'AWARD' AS subject, a.award_id AS subject_id, array_remove(ARRAY[c.position, a.position], NULL)
        AS positions, a.pence
FROM award_made a LEFT JOIN committed c USING (award_id) WHERE c.pence IS DISTINCT FROM a.pence
UNION ALL
SELECT 'decision ' || a.award_id,
    'The award is {pence:' || a.pence || '}; {pence:' || r.pence || '} was recommended and approved.', 'AWARD',
    a.award_id, ARRAY[r.position, a.position], a.pence
FROM award_made a JOIN recommended r USING (award_id) WHERE a.call_id IS NOT NULL AND r.pence <> a.pence
UNION ALL
SELECT 'payment ' || d.award_id || '/' || d.instalment,
    'Payment ' || d.instalment || ' was {pence:' || d.pence || '}; its instalment is {pence:' || COALESCE(y.pence, 0)
        || '}.', 'AWARD', d.award_id, ARRAY[d.position], d.pence
FROM paid d LEFT JOIN payable y USING (award_id, instalment) WHERE y.pence IS DISTINCT FROM d.pence
UNION ALL
SELECT 'balance ' || COALESCE(b.fund_id, s.fund_id) || ' ' || COALESCE(b.kind, s.kind),
    'The balance “' || lower(COALESCE(b.kind, s.kind)) || '” is shown as {pence:' || COALESCE(b.net_pence, 0)
        || '}; its entries come to {pence:' || COALESCE(s.pence, 0) || '}.', 'FUND', COALESCE(b.fund_id, s.fund_id),
    ARRAY[:position::bigint], COALESCE(b.net_pence, 0)
FROM fund_balance b FULL JOIN summed s ON s.fund_id = b.fund_id AND s.kind = b.kind
WHERE COALESCE(b.net_pence, 0) <> COALESCE(s.pence, 0)
