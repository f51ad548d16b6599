, claimed AS (
    SELECT c.position, s ->> 'organisationId' AS organisation_id, s ->> 'financialYear' AS year,
        s ->> 'pool' AS pool, (s ->> 'recoveredPence')::bigint AS recovered, (s ->> 'poolPence')::bigint AS pool_pence
    FROM seen c, jsonb_array_elements(c.p -> 'shares') s
    WHERE c.type = 'bid.OverheadsClaimed' AND NOT EXISTS (
        SELECT FROM seen r WHERE r.type = 'bid.OverheadsReleased' AND r.id = c.id
            AND r.p ->> 'awardId' = c.p ->> 'awardId' AND r.position > c.position)
)
SELECT count(DISTINCT (organisation_id, year, lower(pool))) FROM claimed
-- exceptions
, claimed AS (
    SELECT c.position, s ->> 'organisationId' AS organisation_id, s ->> 'financialYear' AS year,
        s ->> 'pool' AS pool, (s ->> 'recoveredPence')::bigint AS recovered, (s ->> 'poolPence')::bigint AS pool_pence
    FROM seen c, jsonb_array_elements(c.p -> 'shares') s
    WHERE c.type = 'bid.OverheadsClaimed' AND NOT EXISTS (
        SELECT FROM seen r WHERE r.type = 'bid.OverheadsReleased' AND r.id = c.id
            AND r.p ->> 'awardId' = c.p ->> 'awardId' AND r.position > c.position)
), newest AS (
    SELECT DISTINCT ON (v.id, lower(o ->> 'name')) v.id AS organisation_id, lower(o ->> 'name') AS pool, v.position,
        (o ->> 'amountPence')::bigint AS pence
    FROM seen v, jsonb_array_elements(v.p -> 'costProfile' -> 'overheadPools') o
    WHERE v.type = 'registry.CostProfileRecorded'
    ORDER BY v.id, lower(o ->> 'name'), v.p -> 'costProfile' ->> 'financialYear' DESC, v.position DESC
), together AS (
    SELECT c.organisation_id, c.year, min(c.pool) AS pool, sum(c.recovered)::bigint AS recovered,
        sum(c.recovered::numeric / c.pool_pence) * 100 AS percent, n.pence AS newest_pence,
        array_agg(DISTINCT c.position) AS claims, max(n.position) AS profile
    FROM claimed c LEFT JOIN newest n ON n.organisation_id = c.organisation_id AND n.pool = lower(c.pool)
    GROUP BY c.organisation_id, c.year, lower(c.pool), n.pence
)
-- found
SELECT organisation_id || ' ' || year || ' ' || lower(pool) AS key,
    'Awards pay {pence:' || recovered || '} of “' || translate(pool, '{}', '()') || '” of {organisation:'
        || organisation_id || '} for ' || year || ': ' || CASE WHEN percent > :percent
        THEN round(percent, 1) || ' percent of it.'
        ELSE 'its newest accounts say that all of it costs {pence:' || newest_pence || '}.' END AS sentence,
    'ORGANISATION' AS subject, organisation_id AS subject_id,
    ARRAY(SELECT DISTINCT x FROM unnest(claims || profile) x WHERE x IS NOT NULL ORDER BY x) AS positions,
    recovered AS pence
FROM together
WHERE percent > :percent + 0.01 OR (newest_pence > 0 AND recovered * 100 > newest_pence * (:percent + 1))
