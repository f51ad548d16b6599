package org.tallystick.bid;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.tallystick.call.CallTerms;
import org.tallystick.call.Substance;
import org.tallystick.call.Timetable;
import org.tallystick.platform.FinancialYear;

/** A call with one question, and all parts of a bid for it, as plain as they can be. */
public final class PlainBids {

    private static final String ELIGIBLE = "Do you work in Manchester?";
    private static final String QUESTION = "What will you do?";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private PlainBids() {}

    /** The call: awards from a penny to all of it. */
    public static CallTerms terms(List<CallTerms.Envelope> envelope, long ringFencePence, Timetable timetable) {
        return new CallTerms(
                "Somewhere to go",
                "A place women can walk into on the day they leave prison.",
                "Of 212 women who left in 2025, 97 had nowhere to go.",
                "Manchester",
                "Women leaving prison",
                envelope,
                ringFencePence,
                1,
                envelope.stream().mapToLong(CallTerms.Envelope::amountPence).sum(),
                24,
                "",
                false,
                null,
                new Substance(false, false, true, true),
                List.of(new CallTerms.EligibilityQuestion(ELIGIBLE, true)),
                List.of(new CallTerms.Question(QUESTION, 300)),
                List.of(new CallTerms.Criterion("People", 100, "No word of who it is for", "People took part")),
                timetable,
                "In writing.");
    }

    /** Open between two moments, decided a month later. */
    public static Timetable timetable(Instant opens, Instant closes) {
        LocalDate decided = closes.atZone(LONDON).toLocalDate().plusDays(30);
        return new Timetable(opens, closes, decided, decided.plusDays(10), decided.plusDays(30));
    }

    /** Whoever may apply. */
    public static BidCommand eligible(String bidId, int readVersion) {
        return new BidCommand.AnswerEligibility(bidId, readVersion, List.of(new EligibilityAnswer(ELIGIBLE, true)));
    }

    /** A project. */
    public static BidCommand project(String bidId, int readVersion, LocalDate startsOn) {
        return new BidCommand.DescribeProject(
                bidId, readVersion, "Somewhere to go", "A drop-in.", "Manchester", startsOn);
    }

    /** An answer to the question. */
    public static BidCommand.AnswerBidQuestion answer(String bidId, int readVersion, String text) {
        return new BidCommand.AnswerBidQuestion(bidId, QUESTION, readVersion, text);
    }

    /** Stands for it. */
    public static BidCommand certified(String bidId, int readVersion) {
        return new BidCommand.CertifyBid(bidId, readVersion, Certification.STATEMENT);
    }

    /** A year that asks for all that it costs but what the organisation carries. */
    public static Budget.Year year(FinancialYear year, long askedPence, long carriedPence) {
        DirectCosts.Spending spending =
                new DirectCosts.Spending(CostKind.DELIVERY, "Drop-in", askedPence + carriedPence, false);
        List<Funding.Carried> carried =
                carriedPence == 0 ? List.of() : List.of(new Funding.Carried(GapCarrier.RESERVES, "", carriedPence));
        return new Budget.Year(
                year,
                Uplift.NONE,
                new DirectCosts(List.of(), List.of(spending), List.of()),
                Overheads.none(year),
                new Funding(askedPence, List.of(), carried));
    }
}
