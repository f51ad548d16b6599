SELECT count(*) FROM paid WHERE effective_on BETWEEN :from AND :until
-- exceptions
, at_payment AS (
    SELECT d.*,
        (SELECT min(s.effective_on) FROM seen s WHERE s.type = 'award.AgreementSigned' AND s.id = d.award_id) AS signed_on,
        r.position AS state_position, r.type AS state, r.effective_on AS since
    FROM paid d LEFT JOIN LATERAL (
        SELECT position, type, effective_on FROM seen o WHERE o.id = d.recipient
            AND o.type IN ('registry.OrganisationRegistered', 'registry.OrganisationReinstated',
                'registry.OrganisationSuspended', 'registry.OrganisationClosed')
            AND o.effective_on <= d.effective_on
        ORDER BY o.position DESC LIMIT 1) r ON true
    WHERE d.effective_on BETWEEN :from AND :until
)
-- found
SELECT award_id || '/' || instalment || '@' || position AS key,
    'Payment ' || instalment || ' of “{award:' || award_id || '}”, {pence:' || pence || '}, was made on {day:'
        || effective_on || '}; ' || CASE
            WHEN signed_on IS NULL THEN 'the agreement is not signed.'
            WHEN signed_on > effective_on THEN 'the agreement was signed on {day:' || signed_on || '} only.'
            WHEN state IS NULL THEN '{organisation:' || recipient || '} was not registered by then.'
            ELSE '{organisation:' || recipient || '} had been '
                || CASE state WHEN 'registry.OrganisationClosed' THEN 'closed' ELSE 'suspended' END
                || ' since {day:' || since || '}.' END AS sentence,
    'AWARD' AS subject, award_id AS subject_id,
    array_remove(ARRAY[LEAST(position, state_position), GREATEST(position, state_position)],
        CASE WHEN state_position IS NULL THEN 0 END) AS positions, pence
FROM at_payment
WHERE signed_on IS NULL OR signed_on > effective_on
    OR (award_id NOT IN (SELECT award_id FROM published)
        AND (state IS NULL OR state NOT IN ('registry.OrganisationRegistered', 'registry.OrganisationReinstated')))
