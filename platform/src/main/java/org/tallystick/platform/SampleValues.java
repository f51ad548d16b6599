package org.tallystick.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary behind {@link Samples}: a value per component name, or per record and component where the name alone
 * says too little. A fictional region, Northmoor; whoever is named here does not exist.
 */
final class SampleValues {

    /** The day the examples play on, in the financial year 2026-27. */
    static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private static final String FUNDER = "360G-northmoor-authority";
    private static final String CENTRE = "GB-CHC-9000142";
    private static final Map<String, Object> VALUES = new HashMap<>();

    static {
        ids();
        registry();
        money();
        calls();
        awards();
        published();
        budgets();
        bids();
        questions();
        history();
        controls();
    }

    private SampleValues() {}

    /** The value for a record's component, if the dictionary has one. */
    static @Nullable Object of(String owner, String component) {
        Object own = VALUES.get(owner + "." + component);
        return own == null ? VALUES.get(component) : own;
    }

    private static void ids() {
        VALUES.put("organisationId", CENTRE);
        VALUES.put("recipient", CENTRE);
        VALUES.put("funder", FUNDER);
        VALUES.put("holder", FUNDER);
        VALUES.put("contributor", FUNDER);
        VALUES.put("verifierOrganisationId", "GB-CHC-9000357");
        VALUES.put("fundId", "northmoor-womens-centres");
        VALUES.put("callId", "womens-centres-2026");
        VALUES.put("awardId", "threshold-house-2026");
        VALUES.put("personId", "person-7f3a");
        VALUES.put("decidedBy", "person-0a17");
        VALUES.put("approverId", "person-2c81");
        VALUES.put("payerId", "person-5b0e");
        VALUES.put("verifierId", "person-9d46");
        VALUES.put("assessorId", "person-9d46");
        VALUES.put("assessorOrganisationId", "GB-CHC-9000357");
        VALUES.put("proposedBy", "person-7f3a");
        VALUES.put("confirmedBy", "person-5b0e");
        VALUES.put("challengedBy", "person-2c81");
    }

    private static void registry() {
        VALUES.put("name", "Threshold House Women's Centre");
        VALUES.put("kind", org.tallystick.registry.OrganisationKind.VOLUNTARY_ORGANISATION);
        VALUES.put("place", "Northmoor");
        VALUES.put("identifier", "GB-COH-09900142");
        VALUES.put("otherIdentifiers", List.of("GB-COH-09900142"));
        VALUES.put("accountName", "Threshold House");
        VALUES.put("sortCode", "000000");
        VALUES.put("accountNumber", "12345678");
        VALUES.put("maskedAccountNumber", "•••••678");
        VALUES.put("groups", List.of("DEI050000"));
        VALUES.put("boardPercent", 80);
        VALUES.put("seniorStaffPercent", 67);
        VALUES.put("servedPercent", 92);
        VALUES.put("evidence", "Minutes of the annual meeting; annual report 2025, pages 4 to 7.");
        VALUES.put("verifierIsOfCommunity", true);
        VALUES.put("assessorIsOfCommunity", true);
        VALUES.put("from", LocalDate.of(2026, 4, 1));
        VALUES.put("until", LocalDate.of(2028, 3, 31));
        VALUES.put("limitPence", 10_000_000L);
        VALUES.put("fullTimeEquivalentHundredths", 650);
        VALUES.put("weeklyHours", 35);
        VALUES.put("runningCostPence", 31_240_000L);
        VALUES.put("version", 1);
        VALUES.put("OverheadPool.name", "Premises and office");
        VALUES.put("OverheadPool.amountPence", 4_000_000L);
        VALUES.put("OverheadPool.source", "Accounts to 31 March 2026, note 7");
    }

    private static void money() {
        VALUES.put("amountPence", 2_500_000L);
        VALUES.put("restriction", "women leaving prison");
        VALUES.put("restrictions", List.of("unrestricted", "women leaving prison"));
        VALUES.put("reference", "NMA remittance 20417");
        VALUES.put("again", false);
        VALUES.put("FundOpened.name", "Northmoor women's centres");
        VALUES.put("OpenFund.name", "Northmoor women's centres");
        VALUES.put("FundOpened.purpose", "Women's centres that people can walk into, all over Northmoor.");
        VALUES.put("OpenFund.purpose", "Women's centres that people can walk into, all over Northmoor.");
        VALUES.put("reason", "Agreed at the meeting of 1 September 2026.");
    }

    private static void history() {
        VALUES.put("logId", "log");
        VALUES.put("AuditPackOf.to", 10_482L);
        VALUES.put("AuditPackOf.fund", "northmoor-womens-centres");
        VALUES.put("account", "fund:northmoor-womens-centres:available");
        VALUES.put("InclusionOf.size", 10_482L);
        VALUES.put("ConsistencyOf.from", 10_400L);
        VALUES.put("ConsistencyOf.to", 10_482L);
        VALUES.put("origin", "grants.example.org/log");
        VALUES.put("publicKey", "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        VALUES.put("signature", "c2lnbmF0dXJl".repeat(7) + "AA==");
        VALUES.put("period", "2026-10");
        VALUES.put("lastDay", LocalDate.of(2026, 10, 31));
        VALUES.put("upTo", 10_482L);
        VALUES.put("ClosePeriod.accounts", 57L);
        VALUES.put("PeriodClosed.accounts", 57L);
        VALUES.put("debitPence", 12_000_000L);
        VALUES.put("creditPence", 12_000_000L);
        VALUES.put("replayId", "as-known-at-year-end");
        VALUES.put("ReplayRequested.name", "As known at the end of the year");
        VALUES.put("RequestReplay.name", "As known at the end of the year");
        VALUES.put("scope", org.tallystick.replay.ReplayScope.LEDGER);
        VALUES.put("recordedUntil", Instant.parse("2026-08-15T11:30:00Z"));
        VALUES.put("effectiveUntil", LocalDate.of(2026, 7, 31));
        VALUES.put("root", "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
    }

    private static void controls() {
        VALUES.put("test", org.tallystick.control.ControlTest.DUPLICATE_PAYMENTS);
        VALUES.put("OneControlTest.days", 14L);
        VALUES.put("OneControlTest.percent", 90L);
        VALUES.put("seed", 20_260_901L);
        VALUES.put("key", "threshold-house-2026/2 and lantern-2026/1");
        VALUES.put("positions", List.of(1_204L, 1_210L));
        VALUES.put("exceptionId", "exception-9b1f5c0e-7a35-3f0b-8c41-2f6d1f0e7a11");
    }

    private static void calls() {
        VALUES.put(
                "need", "Of 212 women who left prison for Northmoor in 2025, 97 had nowhere to go on the first day.");
        VALUES.put("whoFor", "Women leaving prison, and those at risk of going there.");
        VALUES.put("Envelope.amountPence", 12_000_000L);
        VALUES.put("ringFencePence", 6_000_000L);
        VALUES.put("smallestPence", 500_000L);
        VALUES.put("largestPence", 3_000_000L);
        VALUES.put("months", 18);
        VALUES.put("shortReason", "It is tried out for a year and a half before more is given.");
        VALUES.put("unrestricted", false);
        VALUES.put("percent", 15);
        VALUES.put("specifiedService", false);
        VALUES.put("rightToService", false);
        VALUES.put("testsSomethingNew", true);
        VALUES.put("supportsPurpose", true);
        VALUES.put("rule", "Money that tests something new is a grant.");
        VALUES.put("text", "Do you work with women in Northmoor?");
        VALUES.put("needed", true);
        VALUES.put("mostWords", 300);
        VALUES.put("Criterion.name", "What it changes for women");
        VALUES.put("weightPercent", 100);
        VALUES.put("weak", "It is not said what will be different.");
        VALUES.put("strong", "Women helped to plan it, and say what will be different.");
        VALUES.put("opensAt", Instant.parse("2026-09-14T08:00:00Z"));
        VALUES.put("closesAt", Instant.parse("2026-10-30T17:00:00Z"));
        VALUES.put("openedAt", Instant.parse("2026-09-14T08:00:00Z"));
        VALUES.put("closedAt", Instant.parse("2026-10-30T17:00:00Z"));
        VALUES.put("Timetable.decidedBy", LocalDate.of(2026, 12, 4));
        VALUES.put("informedBy", LocalDate.of(2026, 12, 11));
        VALUES.put("startsFrom", LocalDate.of(2027, 1, 4));
        VALUES.put("feedback", "In writing, for every criterion, within ten working days.");
        VALUES.put("questionId", "question-1");
        VALUES.put("answer", "Yes: rent is part of the full cost.");
        VALUES.put("readVersion", 1);
    }

    private static void awards() {
        VALUES.put("title", "A place to start from");
        VALUES.put("purpose", "Drop-in, advice and a named worker for women leaving prison.");
        VALUES.put("fullCostPence", 3_200_000L);
        VALUES.put("Gap.amountPence", 700_000L);
        VALUES.put("eligibleCost", "Wages of the worker, rent, food and travel; no alcohol.");
        VALUES.put("conditions", List.of("Nobody is charged for coming in."));
        VALUES.put("outcomes", List.of("Women have somewhere to go on the first day."));
        VALUES.put("inArrears", List.of(2));
        VALUES.put("advanceNeed", "It has six weeks of reserves and pays its staff monthly.");
        VALUES.put("reportsDue", List.of(LocalDate.of(2027, 10, 30)));
        VALUES.put("claim", 1);
        VALUES.put("fileId", "bank-20261001-a");
        VALUES.put("references", List.of("TS1QK6ZV3M0A9B4C"));
        VALUES.put("BankFileLine.reference", "TS1QK6ZV3M0A9B4C");
        VALUES.put("ClaimLine.description", "Wages of the worker, October to December");
        VALUES.put("expiresOn", LocalDate.of(2026, 9, 29));
        VALUES.put("instalment", 1);
        VALUES.put("number", 1);
        VALUES.put("attempt", 1);
        VALUES.put("dueOn", LocalDate.of(2026, 10, 1));
        VALUES.put("bankReference", "BACS-20261001-0007");
    }

    private static void published() {
        VALUES.put("description", "A women's centre three days a week, for a year.");
        VALUES.put("startsOn", LocalDate.of(2026, 10, 1));
        VALUES.put("endsOn", LocalDate.of(2027, 9, 30));
        VALUES.put("programme", "Women's centres");
        VALUES.put("regrantType", "FRG010");
        VALUES.put("source", "northmoor-grants-2026.json, row 17");
    }

    /** In shares that add up to all of the central functions' time. */
    private static void budgets() {
        VALUES.put("payBasisPoints", 300);
        VALUES.put("nonPayBasisPoints", 225);
        VALUES.put("Staff.role", "Support worker");
        VALUES.put("WorkingTime.hundredths", 200);
        VALUES.put("fullTimeHundredths", 100);
        VALUES.put("salaryPence", 2_700_000L);
        VALUES.put("onCostsPence", 300_000L);
        VALUES.put("inKind", false);
        VALUES.put("Spending.kind", org.tallystick.bid.CostKind.PARTICIPANTS);
        VALUES.put("Spending.description", "Fees and travel of people with lived experience");
        VALUES.put("Equipment.description", "Laptops");
        VALUES.put("pricePence", 150_000L);
        VALUES.put("yearsOfLife", 3);
        VALUES.put("yearOfUse", 1);
        VALUES.put("profileVersion", 1);
        VALUES.put("floorAreaSquareMetres", 40);
        VALUES.put("ThisProject.timeBasisPoints", 4_750);
        VALUES.put("timeBasisPoints", 1_750);
        VALUES.put("OtherProject.title", "Drop-in");
        VALUES.put("directCostPence", 12_000_000L);
        VALUES.put("askedPence", 2_000_000L);
        VALUES.put("OtherIncome.source", "Northmoor Community Trust");
        VALUES.put("Carried.note", "Agreed by the board on 1 September 2026.");
    }

    private static void bids() {
        VALUES.put("bidId", "threshold-house-bid");
        VALUES.put("applicant", CENTRE);
        VALUES.put("question", "What will be different for women?");
        VALUES.put("EligibilityAnswer.question", "Do you work with women in Northmoor?");
        VALUES.put("yes", true);
        VALUES.put("against", List.of("Do you work with women in Northmoor?"));
        VALUES.put("summary", "A drop-in three days a week, and a named worker from before release.");
        VALUES.put("BidQuestionAnswered.text", "They will have somewhere to go on the first day.");
        VALUES.put("AnswerBidQuestion.text", "They will have somewhere to go on the first day.");
        VALUES.put("statement", org.tallystick.bid.Certification.STATEMENT);
        VALUES.put("AcceptAssessment.statement", org.tallystick.assessment.NoInterest.STATEMENT);
        VALUES.put("AssessmentAccepted.statement", org.tallystick.assessment.NoInterest.STATEMENT);
        VALUES.put("callVersion", 1);
        VALUES.put("partner", "GB-CHC-9000357");
        VALUES.put("work", "Two peer mentors, from the last weeks in prison to the first months outside.");
        VALUES.put("budgetVersion", 2);
        VALUES.put("readBudgetVersion", 2);
        VALUES.put("AgreeAsPartner.statement", org.tallystick.bid.Certification.OF_PARTNER);
        VALUES.put("PartnerAgreed.statement", org.tallystick.bid.Certification.OF_PARTNER);
        VALUES.put("assessmentId", "threshold-house-assessment-1");
        VALUES.put("criterion", "What it changes for women");
        VALUES.put("points", 4);
        VALUES.put("Score.reason", "Women helped to plan it; how it is measured is not said.");
        VALUES.put("Recommendation.reason", "The strongest bid, with a plan made by women who have been to prison.");
        VALUES.put("hours", 12);
        VALUES.put("pool", "Premises and office");
        VALUES.put("recoveredPence", 1_200_000L);
        VALUES.put("poolPence", 4_000_000L);
        VALUES.put("submittedAt", Instant.parse("2026-10-29T15:12:00Z"));
        VALUES.put("lapsedAt", Instant.parse("2026-10-30T17:00:00Z"));
    }

    private static void questions() {
        VALUES.put("search", "threshold");
        VALUES.put("byAndForOnly", false);
        VALUES.put("overdueOnly", false);
        VALUES.put("ids", List.of(CENTRE, "threshold-house-2026"));
        VALUES.put("id", "northmoor-womens-centres");
        VALUES.put("about", "threshold-house-2026");
        VALUES.put("position", 1204L);
        VALUES.put("eventPosition", 1204L);
        VALUES.put("known", "1204");
        VALUES.put("fromKnown", "2026-03-31T14:05");
        VALUES.put("toKnown", "1204");
        VALUES.put("steps", 12);
        VALUES.put("Events.from", 1L);
        VALUES.put("type", "fund.MoneyCommitted");
        VALUES.put("by", "person-7f3a");
        VALUES.put("q", "TS1QK6ZV3M0A9B4C");
        VALUES.put("leastPence", 100_000L);
        VALUES.put("mostPence", 5_000_000L);
        VALUES.put("newestFirst", false);
        VALUES.put("page", 1);
        VALUES.put("size", 50);
    }
}
