-- What all control tests stand on: the events up to the position, and what they say of awards and payments.
WITH seen AS NOT MATERIALIZED (
    SELECT l.position, e.type, e.aggregate_id AS id,
        (e.recorded_at AT TIME ZONE 'Europe/London')::date AS recorded_on,
        COALESCE((convert_from(e.metadata, 'UTF8')::jsonb ->> 'effectiveOn')::date,
            (e.recorded_at AT TIME ZONE 'Europe/London')::date) AS effective_on,
        convert_from(e.metadata, 'UTF8')::jsonb ->> 'actorId' AS actor,
        convert_from(e.payload, 'UTF8')::jsonb AS p
    FROM history.event_log l JOIN history.event e ON e.insertion = l.insertion
    WHERE l.position <= :position
), today AS (
    SELECT COALESCE(max(recorded_on), DATE '1900-01-01') AS day FROM seen WHERE position = :position
), award_made AS (
    SELECT position, p ->> 'awardId' AS award_id, p ->> 'fundId' AS fund_id, p ->> 'callId' AS call_id,
        p ->> 'funder' AS funder, p ->> 'recipient' AS recipient, p ->> 'decidedBy' AS decided_by,
        effective_on, recorded_on, p -> 'instalments' AS instalments,
        (SELECT sum((s ->> 'amountPence')::bigint) FROM jsonb_array_elements(p -> 'instalments') i,
            jsonb_array_elements(i -> 'slices') s)::bigint AS pence
    FROM seen WHERE type = 'award.AwardCommitted'
), published AS (
    SELECT p ->> 'awardId' AS award_id FROM seen WHERE type = 'award.PublishedGrantRecorded'
), ended AS (
    SELECT p ->> 'awardId' AS award_id FROM seen
    WHERE type IN ('award.AwardDeclined', 'award.OfferExpired', 'award.AwardRescinded')
), instalment AS (
    SELECT a.award_id, (i ->> 'number')::int AS instalment, (i ->> 'dueOn')::date AS due_on,
        (SELECT sum((s ->> 'amountPence')::bigint) FROM jsonb_array_elements(i -> 'slices') s)::bigint AS pence
    FROM award_made a, jsonb_array_elements(a.instalments) i
), bounced AS (
    SELECT p ->> 'awardId' AS award_id, (p ->> 'instalment')::int AS instalment, max(position) AS position
    FROM seen WHERE type = 'award.PaymentBounced' GROUP BY 1, 2
), paid AS (
    SELECT s.position, p ->> 'awardId' AS award_id, (p ->> 'instalment')::int AS instalment,
        p ->> 'recipient' AS recipient, s.actor, s.effective_on, s.recorded_on,
        (SELECT sum((x ->> 'amountPence')::bigint) FROM jsonb_array_elements(p -> 'slices') x)::bigint AS pence,
        COALESCE(b.position < s.position, true) AS stays
    FROM seen s LEFT JOIN bounced b ON b.award_id = p ->> 'awardId' AND b.instalment = (p ->> 'instalment')::int
    WHERE type = 'award.PaymentPaid'
), approved AS (
    SELECT position, p ->> 'awardId' AS award_id, (p ->> 'instalment')::int AS instalment,
        p ->> 'approverId' AS person, effective_on
    FROM seen WHERE type = 'award.PaymentApproved'
), role_given AS (
    SELECT g.position, g.p ->> 'organisationId' AS organisation_id, g.p ->> 'personId' AS person,
        g.recorded_on AS first_day,
        (SELECT min(t.recorded_on) FROM seen t WHERE t.type = 'registry.RoleTaken' AND t.id = g.id
            AND t.p ->> 'personId' = g.p ->> 'personId' AND t.p ->> 'role' = g.p ->> 'role'
            AND t.position > g.position) AS last_day
    FROM seen g WHERE g.type = 'registry.RoleGiven'
)
