SELECT count(DISTINCT recipient) FROM award_made WHERE award_id NOT IN (SELECT award_id FROM ended)
-- exceptions
, granted AS (
    SELECT recipient, position, pence, extract(year FROM effective_on - interval '3 months')::int AS year
    FROM award_made WHERE award_id NOT IN (SELECT award_id FROM ended)
), three AS (
    SELECT y.recipient, y.year, sum(g.pence)::bigint AS pence, array_agg(g.position ORDER BY g.position) AS positions
    FROM (SELECT DISTINCT recipient, year FROM granted) y
    JOIN granted g ON g.recipient = y.recipient AND g.year BETWEEN y.year - 2 AND y.year
    GROUP BY y.recipient, y.year
)
-- found
SELECT DISTINCT ON (recipient) recipient AS key,
    '{organisation:' || recipient || '} was awarded {pence:' || pence || '} in the three financial years to 31 March '
        || year + 1 || ', {pence:' || pence - :pence || '} more than the limit.' AS sentence,
    'ORGANISATION' AS subject, recipient AS subject_id, positions, pence
FROM three WHERE pence > :pence ORDER BY recipient, year DESC
