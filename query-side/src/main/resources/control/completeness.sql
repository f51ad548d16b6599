SELECT count(*) FROM history.event_log WHERE position <= :position
-- exceptions
, numbered AS (
    SELECT position, lag(position, 1, 0::bigint) OVER (ORDER BY position) AS before
    FROM history.event_log WHERE position <= :position
), money AS (
    SELECT s.position, s.type, (SELECT sum((x ->> 'amountPence')::bigint)
        FROM jsonb_array_elements(COALESCE(s.p -> 'slices', s.p -> 'gaps')) x)::bigint AS pence
    FROM seen s WHERE type IN ('fund.ContributionReceived', 'fund.ContributionReturned', 'fund.MoneyAllocated',
        'fund.AllocationReleased', 'fund.MoneyCommitted', 'fund.CommitmentReleased', 'fund.UnspentMoneyFreed',
        'fund.UnspentMoneyReturned', 'award.AgreementSigned', 'award.InstalmentMadePayable', 'award.PaymentPaid',
        'award.PaymentBounced', 'award.PaymentCancelled', 'award.MoneyReturned', 'award.InstalmentReduced',
        'award.MoneyLapsed', 'award.GapRecorded', 'award.GapReleased')
), entered AS (
    SELECT position, sum(amount_pence)::bigint AS pence FROM posting WHERE position <= :position GROUP BY position
), later AS (
    -- What is still being written is looked at next time.
    SELECT e.aggregate_id AS id FROM history.event_log l JOIN history.event e ON e.insertion = l.insertion
    WHERE l.position > :position AND l.position <= :beyond
), in_ledger AS (
    SELECT award_id, sum(amount_pence) FILTER (WHERE debit_account LIKE 'fund:%:committed:%')::bigint AS committed,
        (COALESCE(sum(amount_pence) FILTER (WHERE debit_account LIKE 'org:%:received'), 0)
            - COALESCE(sum(amount_pence) FILTER (WHERE credit_account LIKE 'org:%:received'), 0))::bigint AS received
    FROM posting WHERE award_id IS NOT NULL AND position <= :position GROUP BY award_id
)
-- found
SELECT 'gap ' || position AS key,
    'The event before position ' || position || ' is missing from the log: the last one before it is ' || before || '.'
        AS sentence, 'EVENT' AS subject, position::text AS subject_id, ARRAY[position] AS positions, 0 AS pence
FROM numbered WHERE position <> before + 1
UNION ALL
SELECT 'ledger ' || position,
    'The event moves {pence:' || m.pence || '}; the ledger has entries for {pence:' || COALESCE(e.pence, 0)
        || '} from it.', 'EVENT', position::text, ARRAY[position], m.pence
FROM money m LEFT JOIN entered e USING (position) WHERE m.pence IS DISTINCT FROM e.pence
UNION ALL
SELECT 'entry ' || e.position,
    'The ledger has {pence:' || e.pence || '} from an event that moves no money.', 'EVENT', e.position::text,
    ARRAY[e.position], e.pence
FROM entered e LEFT JOIN money m USING (position) WHERE m.position IS NULL
UNION ALL
SELECT 'leaf ' || g.position, 'An entry in the ledger names another event than the log has at its position.', 'EVENT',
    g.position::text, ARRAY[g.position], g.amount_pence
FROM posting g JOIN history.event_log l USING (position) JOIN history.event e ON e.insertion = l.insertion
WHERE g.position <= :position AND (g.leaf_hash <> l.leaf_hash OR g.event_id <> e.event_id)
UNION ALL
SELECT 'register ' || m.award_id, 'The award stands in the log and is missing from the register of awards.', 'EVENT',
    m.position::text, ARRAY[m.position], m.pence
FROM award_made m LEFT JOIN award a USING (award_id) WHERE a.award_id IS NULL
UNION ALL
SELECT 'amounts ' || a.award_id,
    'The register says {pence:' || a.awarded_pence || '} awarded and {pence:' || a.paid_pence - a.returned_pence
        || '} with the organisation; the ledger {pence:' || COALESCE(g.committed, 0) || '} and {pence:'
        || COALESCE(g.received, 0) || '}.', 'AWARD', a.award_id,
    ARRAY[COALESCE((SELECT position FROM award_made m WHERE m.award_id = a.award_id), 0)], a.awarded_pence
FROM award a LEFT JOIN in_ledger g USING (award_id)
WHERE (a.awarded_pence <> COALESCE(g.committed, 0) OR a.paid_pence - a.returned_pence <> COALESCE(g.received, 0))
    AND a.award_id NOT IN (SELECT id FROM later)
