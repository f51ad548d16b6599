SELECT count(DISTINCT id) FROM seen WHERE type = 'assessment.ScoresSaved' AND effective_on BETWEEN :from AND :until
-- exceptions
, scored AS (
    SELECT s.id, max(s.position) AS position, min(s.position) AS first_position, max(s.effective_on) AS day
    FROM seen s WHERE s.type = 'assessment.ScoresSaved' AND s.effective_on BETWEEN :from AND :until GROUP BY s.id
), reader AS (
    SELECT c.*, i.p ->> 'assessorId' AS person, i.p ->> 'bidId' AS bid_id,
        (SELECT min(position) FROM seen a WHERE a.type = 'assessment.AssessmentAccepted' AND a.id = c.id) AS declared,
        (SELECT min(position) FROM seen a WHERE a.type = 'assessment.AssessmentRecused' AND a.id = c.id) AS recused
    FROM scored c JOIN seen i ON i.type = 'assessment.AssessorInvited' AND i.id = c.id
), party AS (
    SELECT p ->> 'bidId' AS bid_id, p ->> 'applicant' AS organisation_id FROM seen WHERE type = 'bid.BidStarted'
    UNION SELECT p ->> 'bidId', p ->> 'partner' FROM seen WHERE type = 'bid.PartnerInvited'
)
-- found
SELECT 'undeclared ' || id AS key,
    person || ' gave scores before declaring that there is no interest.' AS sentence,
    'BID' AS subject, bid_id AS subject_id, array_remove(ARRAY[first_position, declared], NULL) AS positions, 0 AS pence
FROM reader WHERE declared IS NULL OR declared > first_position
UNION ALL
SELECT 'recused ' || id, person || ' stepped back, and gave scores after that.', 'BID', bid_id,
    ARRAY[recused, position], 0
FROM reader WHERE recused < position
UNION ALL
SELECT 'role ' || d.id || ' ' || g.position,
    d.person || ' scored the bid on {day:' || d.day || '} and has had a role at {organisation:' || g.organisation_id
        || '}, whose bid it is, since {day:' || g.first_day || '}.', 'BID', d.bid_id,
    ARRAY[LEAST(d.position, g.position), GREATEST(d.position, g.position)], 0
FROM reader d JOIN party t USING (bid_id)
JOIN role_given g ON g.organisation_id = t.organisation_id AND g.person = d.person
    AND g.first_day <= d.day + :days::int AND (g.last_day IS NULL OR g.last_day >= d.day)
