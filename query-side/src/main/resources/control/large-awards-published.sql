SELECT count(*) FROM award_made WHERE pence > :pence AND effective_on BETWEEN :from AND :until
    AND award_id NOT IN (SELECT award_id FROM published)
-- exceptions
, told AS (
    SELECT a.position, a.award_id, a.recipient, a.effective_on, a.pence,
        CASE WHEN a.call_id IS NULL THEN a.recorded_on ELSE i.recorded_on END AS published_on,
        CASE WHEN a.call_id IS NULL THEN a.position ELSE i.position END AS told_position
    FROM award_made a LEFT JOIN LATERAL (
        SELECT position, recorded_on FROM seen s WHERE s.type = 'call.ApplicantsInformed' AND s.id = a.call_id
        ORDER BY position LIMIT 1) i ON true
    WHERE a.pence > :pence AND a.effective_on BETWEEN :from AND :until
        AND a.award_id NOT IN (SELECT award_id FROM published)
)
-- found
SELECT award_id AS key,
    'The award of {pence:' || pence || '} to {organisation:' || recipient || '} counts from {day:' || effective_on
        || '}; it was to be published by {day:' || effective_on + :days::int || '} and '
        || COALESCE('was on {day:' || published_on || '}.', 'is not yet.') AS sentence,
    'AWARD' AS subject, award_id AS subject_id,
    CASE WHEN told_position IS NULL OR told_position = position THEN ARRAY[position]
        ELSE ARRAY[position, told_position] END AS positions, pence
FROM told, today WHERE COALESCE(published_on, today.day) - effective_on > :days
