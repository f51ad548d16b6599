package org.tallystick.platform;

import org.tallystick.registry.ByAndFor;

/**
 * Each sort of duty as the rows it consists of; {@code :me} is the asker's organisation and {@code :person} the asker.
 */
final class DutyKinds {

    private static final String PAYMENT = " AS kind, p.award_id AS subject, p.instalment AS part,"
            + " COALESCE(r.name, a.recipient) AS name, p.amount_pence AS amount, ";
    private static final String PAYMENTS = " FROM payment p JOIN award a USING (award_id)"
            + " LEFT JOIN organisation r ON r.organisation_id = a.recipient WHERE a.funder = :me";
    private static final String ORGANISATION =
            " AS kind, o.organisation_id AS subject, NULL::integer AS part, o.name, 0 AS amount, ";

    static final String REGISTER = "SELECT 'register-organisation'" + ORGANISATION + "o.applied_on AS since"
            + " FROM organisation o WHERE o.state = 'APPLIED' AND o.organisation_id <> :me";

    /** Not those who made the award or gave or confirmed the account: the commands would refuse them. */
    private static final String NO_HAND_IN_IT = " AND a.decided_by <> :person"
            + " AND r.bank_confirmed_by IS DISTINCT FROM :person AND r.bank_proposed_by IS DISTINCT FROM :person";

    /** Not by those who have approved it already; not what a published register planned, which may long be paid. */
    static final String APPROVE = "SELECT 'approve-payment'" + PAYMENT + "p.due_on AS since" + PAYMENTS
            + " AND a.state = 'ACTIVE' AND p.state = 'SCHEDULED' AND p.due_on <= :soon AND a.source = ''"
            + " AND (NOT p.in_arrears OR p.claim_state = 'ACCEPTED') AND NOT :person = ANY (p.approvers)"
            + NO_HAND_IN_IT;

    static final String DECIDE_CLAIM = "SELECT 'decide-claim'" + PAYMENT + "p.claimed_on AS since" + PAYMENTS
            + " AND a.state = 'ACTIVE' AND p.claim_state = 'SUBMITTED'";

    /** To claim, or to answer what was asked about the claim by claiming again. */
    static final String CLAIM = "SELECT CASE WHEN p.claim_state = 'QUERIED' THEN 'answer-claim' ELSE 'submit-claim' END"
            + " AS kind, p.award_id AS subject, p.instalment AS part,"
            + " a.title AS name, p.amount_pence AS amount, p.due_on AS since"
            + " FROM payment p JOIN award a USING (award_id) WHERE a.recipient = :me AND a.state = 'ACTIVE'"
            + " AND p.state = 'SCHEDULED' AND p.in_arrears"
            + " AND (p.claim_state = 'QUERIED' OR (p.claim_state IS NULL AND p.due_on <= :soon))";

    static final String INSTRUCT = "SELECT 'instruct-payment'" + PAYMENT + "p.state_since AS since" + PAYMENTS
            + " AND a.state = 'ACTIVE' AND p.state IN ('PAYABLE', 'FAILED') AND NOT :person = ANY (p.approvers)"
            + NO_HAND_IN_IT;

    static final String CONFIRM_PAYMENT = "SELECT 'confirm-payment'" + PAYMENT + "p.state_since AS since" + PAYMENTS
            + " AND p.state = 'INSTRUCTED' AND NOT :person = ANY (p.approvers) AND a.decided_by <> :person";

    static final String SIGN = "SELECT 'sign-agreement' AS kind, a.award_id AS subject, NULL::integer AS part,"
            + " a.title AS name, a.awarded_pence AS amount, COALESCE(g.offered_on, a.awarded_on) AS since"
            + " FROM award a LEFT JOIN agreement g"
            + " ON g.award_id = a.award_id AND g.version = a.agreement_version WHERE a.recipient = :me"
            + " AND (a.state = 'OFFERED' OR (a.state = 'COMMITTED' AND a.call_id IS NULL)) AND " + Sight.TOLD;

    static final String OFFER = "SELECT 'offer-agreement' AS kind, a.award_id AS subject, NULL::integer AS part,"
            + " COALESCE(r.name, a.recipient) AS name, a.awarded_pence AS amount, a.awarded_on AS since"
            + " FROM award a LEFT JOIN organisation r ON r.organisation_id = a.recipient"
            + " WHERE a.funder = :me AND a.state = 'COMMITTED' AND " + Sight.TOLD;

    static final String GIVE_BANK = "SELECT 'give-bank-details'" + ORGANISATION
            + "(SELECT min(a.awarded_on) FROM award a"
            + " WHERE a.recipient = :me AND a.state IN ('COMMITTED', 'OFFERED', 'ACTIVE'))"
            + " AS since FROM organisation o WHERE o.organisation_id = :me AND o.bank_account_number IS NULL"
            + " AND o.waiting_account_number IS NULL AND EXISTS (SELECT FROM award a WHERE a.recipient = :me"
            + " AND a.state IN ('COMMITTED', 'OFFERED', 'ACTIVE') AND " + Sight.TOLD + ")";

    static final String CONFIRM_OWN_BANK = "SELECT 'confirm-bank-details'" + ORGANISATION + "o.waiting_since AS since"
            + " FROM organisation o WHERE o.organisation_id = :me AND o.waiting_account_number IS NOT NULL"
            + " AND o.waiting_proposed_by <> :person";

    static final String CONFIRM_BANK_OF_RECIPIENT = "SELECT 'confirm-bank-details'" + ORGANISATION
            + "o.waiting_since AS since FROM organisation o WHERE o.waiting_account_number IS NOT NULL"
            + " AND o.waiting_proposed_by <> :person AND EXISTS (SELECT FROM award a"
            + " WHERE a.recipient = o.organisation_id AND a.funder = :me AND a.state IN ('COMMITTED', 'OFFERED', 'ACTIVE'))";

    static final String VERIFY = "SELECT 'verify-standing'" + ORGANISATION + "o.standing_since AS since"
            + " FROM organisation o WHERE o.standing_state = 'EVIDENCED' AND o.organisation_id <> :me"
            + " AND o.first_verifier IS DISTINCT FROM :person";

    static final String DECIDE_CHALLENGE = "SELECT 'decide-challenge'" + ORGANISATION + "o.standing_since AS since"
            + " FROM organisation o WHERE o.standing_state = 'CHALLENGED' AND o.organisation_id <> :me"
            + " AND o.standing_challenger IS DISTINCT FROM :person AND NOT :person = ANY (o.challenge_assessors)";

    /** Those whose word is needed: of a verified by-and-for organisation, or of an infrastructure body. */
    private static final String AS_PEER = " AND EXISTS (SELECT FROM organisation m"
            + " WHERE m.organisation_id = :me AND (m.kind = 'INFRASTRUCTURE_BODY' OR " + ByAndFor.holds("m") + "))";

    static final String VERIFY_AS_PEER = VERIFY + AS_PEER;

    static final String DECIDE_CHALLENGE_AS_PEER = DECIDE_CHALLENGE + AS_PEER;

    static final String DECIDE_UNSPENT = "SELECT 'decide-unspent' AS kind, f.fund_id AS subject, NULL::integer AS part,"
            + " f.name, sum(b.net_pence)::bigint AS amount, (SELECT max(p.effective_on) FROM posting p"
            + " WHERE p.fund_id = f.fund_id AND p.event_type IN"
            + " ('award.MoneyReturned', 'award.MoneyLapsed', 'award.InstalmentReduced')) AS since"
            + " FROM fund f JOIN fund_balance b USING (fund_id) WHERE f.holder = :me"
            + " AND b.kind IN ('RETURNED', 'LAPSED') GROUP BY f.fund_id, f.name HAVING sum(b.net_pence) > 0";

    static final String RENEW = "SELECT 'renew-standing'" + ORGANISATION + "o.standing_until AS since"
            + " FROM organisation o WHERE o.organisation_id = :me AND o.standing_state = 'VERIFIED'"
            + " AND o.standing_until <= :renewal";

    private static final String CALL =
            " AS kind, c.call_id AS subject, NULL::integer AS part, c.title AS name, c.envelope_pence AS amount, ";

    /** Not by those who wrote it: the command would refuse them. */
    static final String APPROVE_CALL = "SELECT 'approve-call'" + CALL + "c.drafted_on AS since FROM grant_call c"
            + " WHERE c.holder = :me AND c.state = 'DRAFTED' AND NOT :person = ANY (c.drafters)";

    static final String ANSWER_QUESTIONS = "SELECT 'answer-questions'" + CALL
            + "(min(q.asked_at) AT TIME ZONE 'Europe/London')::date AS since"
            + " FROM grant_call c JOIN call_question q USING (call_id)"
            + " WHERE c.holder = :me AND c.state <> 'WITHDRAWN' AND q.answer IS NULL GROUP BY c.call_id";

    private static final String BID = " AS kind, b.bid_id AS subject, NULL::integer AS part,"
            + " COALESCE(NULLIF(b.title, ''), c.title) AS name, b.asked_pence AS amount,"
            + " (c.closes_at AT TIME ZONE 'Europe/London')::date AS since"
            + " FROM bid b JOIN grant_call c USING (call_id) WHERE b.applicant = :me AND c.state = 'OPEN'";

    static final String FINISH_BID = "SELECT 'finish-bid'" + BID + " AND b.state = 'STARTED'";

    /** Somebody stands for it, and only leads may send it. */
    static final String SEND_BID = "SELECT 'send-bid'" + BID + " AND b.state = 'READY'";

    static final String AGREE_AS_PARTNER =
            "SELECT 'agree-as-partner'" + asked("b.applicant", "q.state_since") + "q.partner = :me";

    /** Only when time runs short. */
    static final String CHASE_PARTNER = "SELECT 'chase-partner'" + asked("q.partner", "c.closes_at")
            + "b.applicant = :me AND (c.closes_at AT TIME ZONE 'Europe/London')::date <= :soon";

    private static final String ASSESSMENT = " AS kind, s.assessment_id AS subject, NULL::integer AS part,"
            + " COALESCE(o.name, b.applicant) AS name, b.asked_pence AS amount, s.since AS since"
            + " FROM assessment s JOIN grant_call c ON c.call_id = s.call_id AND c.state = 'ASSESSING'"
            + " JOIN bid b ON b.bid_id = s.bid_id LEFT JOIN organisation o ON o.organisation_id = b.applicant"
            + " WHERE s.assessor = :person AND s.state = ";

    static final String ACCEPT_ASSESSMENT = "SELECT 'accept-assessment'" + ASSESSMENT + "'INVITED'";

    static final String SCORE_BID = "SELECT 'score-bid'" + ASSESSMENT + "'ACCEPTED'";

    private static final String OF_CALL = " FROM grant_call c WHERE c.holder = :me AND c.state = ";
    private static final String CLOSED_ON = "(c.closes_at AT TIME ZONE 'Europe/London')::date AS since";
    private static final String DECIDED_CALL =
            " FROM grant_call c JOIN call_decision d USING (call_id)" + " WHERE c.holder = :me AND c.state = ";

    static final String INVITE_ASSESSORS = "SELECT 'invite-assessors'" + CALL + CLOSED_ON + OF_CALL + "'CLOSED'"
            + " AND EXISTS (SELECT FROM bid b WHERE b.call_id = c.call_id AND b.state = 'SUBMITTED')";

    /** Its money stays set aside until somebody does. */
    static final String WITHDRAW_CALL = "SELECT 'withdraw-call'" + CALL + CLOSED_ON + OF_CALL + "'CLOSED'"
            + " AND NOT EXISTS (SELECT FROM bid b WHERE b.call_id = c.call_id AND b.state = 'SUBMITTED')";

    /** A bid was withdrawn since it was recommended what becomes of it. */
    private static final String OUT_OF_DATE = "EXISTS (SELECT FROM call_decision d"
            + " CROSS JOIN jsonb_array_elements(d.recommendations) r JOIN bid b ON b.bid_id = r ->> 'bidId'"
            + " WHERE d.call_id = c.call_id AND b.state <> 'SUBMITTED')";

    /** Once nobody is waited for any more. */
    static final String RECOMMEND_AWARDS = "SELECT 'recommend-awards'" + CALL + CLOSED_ON + OF_CALL + "'ASSESSING'"
            + " AND (NOT EXISTS (SELECT FROM call_decision d WHERE d.call_id = c.call_id) OR " + OUT_OF_DATE + ")"
            + " AND NOT EXISTS (SELECT FROM assessment s WHERE s.call_id = c.call_id"
            + " AND s.state IN ('INVITED', 'ACCEPTED'))";

    /** Not by those who recommended, or who assessed a bid of it: the command would refuse them. */
    static final String APPROVE_DECISION = "SELECT 'approve-decision'" + CALL + "d.recommended_on AS since"
            + DECIDED_CALL + "'ASSESSING' AND NOT :person = ANY (d.recommenders) AND NOT " + OUT_OF_DATE
            + " AND NOT EXISTS (SELECT FROM assessment s WHERE s.call_id = c.call_id AND s.assessor = :person"
            + " AND s.state IN ('ACCEPTED', 'SUBMITTED'))";

    static final String INFORM_APPLICANTS =
            "SELECT 'inform-applicants'" + CALL + "d.approved_on AS since" + DECIDED_CALL + "'DECIDED'";

    private static final String WAITS = "EXISTS (SELECT FROM call_promotion p WHERE p.call_id = c.call_id"
            + " AND p.approved_by IS NULL AND NOT EXISTS (SELECT FROM call_promotion later"
            + " WHERE later.call_id = p.call_id AND later.version > p.version))";

    /** An award came to nothing, nobody was promoted for it yet, and somebody is in reserve. */
    static final String RECOMMEND_PROMOTION = "SELECT 'recommend-promotion'" + CALL
            + "COALESCE(c.informed_on, (c.closes_at AT TIME ZONE 'Europe/London')::date) AS since" + OF_CALL
            + "'INFORMED' AND NOT " + WAITS
            + " AND EXISTS (SELECT FROM bid b WHERE b.call_id = c.call_id AND b.state = 'RESERVED')"
            + " AND (SELECT count(*) FROM award a WHERE a.call_id = c.call_id"
            + " AND a.state IN ('DECLINED', 'EXPIRED', 'RESCINDED')) > (SELECT count(*) FROM call_promotion p"
            + " WHERE p.call_id = c.call_id AND p.approved_by IS NOT NULL)";

    /** Not by those who recommended it, or who assessed a bid of the call. */
    static final String APPROVE_PROMOTION = "SELECT 'approve-promotion'" + CALL + "p.recommended_on AS since"
            + " FROM grant_call c JOIN call_promotion p USING (call_id) WHERE c.holder = :me"
            + " AND c.state = 'INFORMED' AND p.approved_by IS NULL AND NOT :person = ANY (p.recommenders)"
            + " AND NOT EXISTS (SELECT FROM call_promotion later WHERE later.call_id = p.call_id"
            + " AND later.version > p.version) AND NOT EXISTS (SELECT FROM assessment s"
            + " WHERE s.call_id = c.call_id AND s.assessor = :person AND s.state IN ('ACCEPTED', 'SUBMITTED'))";

    /** From the day on which awards begin: until then somebody in reserve may still get one. */
    static final String ARCHIVE_CALL = "SELECT 'archive-call'" + CALL
            + "(c.terms -> 'timetable' ->> 'startsFrom')::date AS since" + OF_CALL + "'INFORMED'"
            + " AND (c.terms -> 'timetable' ->> 'startsFrom')::date <= :today AND NOT " + WAITS;

    private DutyKinds() {}

    /** A partner that has not agreed yet: named as the other side knows it. */
    private static String asked(String other, String since) {
        return " AS kind, b.bid_id AS subject, NULL::integer AS part, COALESCE(o.name, " + other + ") AS name,"
                + " q.asked_pence AS amount, (" + since + " AT TIME ZONE 'Europe/London')::date AS since"
                + " FROM bid_partner q JOIN bid b USING (bid_id) JOIN grant_call c USING (call_id)"
                + " LEFT JOIN organisation o ON o.organisation_id = " + other
                + " WHERE q.state = 'INVITED' AND b.state IN ('STARTED', 'READY') AND c.state = 'OPEN' AND ";
    }
}
