SELECT (SELECT count(*) FROM award_made WHERE effective_on BETWEEN :from AND :until
        AND award_id NOT IN (SELECT award_id FROM published))
    + (SELECT count(*) FROM approved WHERE effective_on BETWEEN :from AND :until)
    + (SELECT count(*) FROM paid WHERE effective_on BETWEEN :from AND :until
        AND award_id NOT IN (SELECT award_id FROM published))
-- exceptions
, hand AS (
    SELECT position, award_id, 0 AS instalment, decided_by AS person, 'decided about' AS deed, effective_on
    FROM award_made WHERE award_id NOT IN (SELECT award_id FROM published)
    UNION ALL
    SELECT position, award_id, instalment, person, 'approved', effective_on FROM approved a
    WHERE NOT EXISTS (SELECT FROM seen c WHERE c.type = 'award.PaymentCancelled' AND c.id = a.award_id
        AND (c.p ->> 'instalment')::int = a.instalment AND c.position > a.position)
    UNION ALL
    SELECT position, id, (p ->> 'instalment')::int, p ->> 'payerId', 'instructed', effective_on
    FROM seen WHERE type = 'award.PaymentInstructed'
    UNION ALL
    SELECT position, award_id, instalment, actor, 'confirmed', effective_on
    FROM paid WHERE award_id NOT IN (SELECT award_id FROM published)
), of_award AS (
    SELECT h.*, a.recipient, a.pence FROM hand h JOIN award_made a USING (award_id)
    WHERE h.effective_on BETWEEN :from AND :until
)
-- found
SELECT a.award_id || ' ' || a.position || ' ' || b.position AS key,
    a.person || ' ' || a.deed || ' the award “{award:' || a.award_id || '}”'
        || CASE a.instalment WHEN 0 THEN '' ELSE ' (payment ' || a.instalment || ')' END || ' and also ' || b.deed
        || ' payment ' || b.instalment || '.' AS sentence,
    'AWARD' AS subject, a.award_id AS subject_id, ARRAY[a.position, b.position] AS positions, a.pence
FROM of_award a JOIN of_award b ON a.award_id = b.award_id AND a.person = b.person AND a.position < b.position
    AND (a.instalment = 0 OR a.instalment = b.instalment)
    AND (a.deed, b.deed) IN (('decided about', 'approved'), ('decided about', 'instructed'),
        ('decided about', 'confirmed'), ('approved', 'instructed'), ('approved', 'confirmed'))
UNION ALL
SELECT h.award_id || ' ' || h.position || ' role ' || min(r.position),
    h.person || ' ' || h.deed || ' the award “{award:' || h.award_id || '}”'
        || CASE h.instalment WHEN 0 THEN '' ELSE ' (payment ' || h.instalment || ')' END || ' on {day:'
        || h.effective_on || '} and has had a role at {organisation:' || h.recipient || '}, which gets it, since {day:'
        || min(r.first_day) || '}.', 'AWARD', h.award_id,
    ARRAY[LEAST(h.position, min(r.position)), GREATEST(h.position, min(r.position))], h.pence
FROM of_award h JOIN role_given r ON r.organisation_id = h.recipient AND r.person = h.person
    AND r.first_day <= h.effective_on + :days::int AND (r.last_day IS NULL OR r.last_day >= h.effective_on)
GROUP BY h.award_id, h.position, h.person, h.deed, h.instalment, h.effective_on, h.recipient, h.pence
