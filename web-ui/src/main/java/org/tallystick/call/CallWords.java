package org.tallystick.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.FittingCall;
import org.tallystick.fund.FundQuery.FreeMoney;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundWords;
import org.tallystick.fund.Slice;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;
import org.tallystick.platform.UkTime;
import org.tallystick.platform.Words;

/** How calls are said. */
public final class CallWords {

    private static final int MONTHS_OF_A_YEAR = 12;

    private CallWords() {}

    /**
     * A call in a list: its state, when it opens or closes, and how much one may ask for.
     *
     * @param fit whether it is for the person's organisation; none where that is not the question
     */
    public record Line(
            CallSummary call,
            StateTag state,
            String when,
            String awards,
            @Nullable Fit fit) {

        /** As it is today. */
        public static Line of(CallSummary call, Words words) {
            return of(call, null, words);
        }

        /** The same, for an organisation that may bid. */
        public static Line of(FittingCall fitting, Words words) {
            return of(fitting.call(), Fit.of(fitting), words);
        }

        private static Line of(CallSummary call, @Nullable Fit fit, Words words) {
            return new Line(
                    call, CallWords.state(call.state()), CallWords.when(call, words), CallWords.awards(call), fit);
        }
    }

    /** Whether a call is for an organisation, why, and how long a bid takes. */
    public record Fit(StateTag tag, List<String> reasons, int effortHours) {

        static Fit of(FittingCall fitting) {
            return new Fit(
                    switch (fitting.fit().verdict()) {
                        case FITS -> StateTag.of("For you", Tone.GOOD);
                        case PERHAPS -> StateTag.of("Perhaps", Tone.WAITING);
                        case NO -> StateTag.of("Not for you", Tone.PLAIN);
                    },
                    fitting.fit().reasons().stream()
                            .map(CallFit.Reason::sentence)
                            .toList(),
                    fitting.effortHours());
        }
    }

    /**
     * Why a call could not be approved as things stand: a sentence for each fund, year and restriction of which less is
     * free than it is to get. Of funds that are not among these, nothing is said.
     */
    static List<String> notEnoughFree(CallTerms terms, List<FundSummary> funds) {
        Map<MoneyOf, Long> wanted = new LinkedHashMap<>();
        terms.envelope()
                .forEach(part -> wanted.merge(
                        new MoneyOf(part.fundId(), part.financialYear(), part.restriction()),
                        part.amountPence(),
                        Math::addExact));
        List<String> sentences = new ArrayList<>();
        wanted.forEach((money, pence) -> funds.stream()
                .filter(fund -> fund.fundId().equals(money.fundId()) && money.freeIn(fund) < pence)
                .forEach(fund -> sentences.add(MoneyText.say(pence) + " is to come from " + fund.name() + ", "
                        + FundWords.year(money.year()) + ", " + Slice.restrictionInWords(money.restriction()) + "; "
                        + MoneyText.say(money.freeIn(fund)) + " of that is free now.")));
        return sentences;
    }

    private record MoneyOf(String fundId, FinancialYear year, String restriction) {
        long freeIn(FundSummary fund) {
            return fund.free().stream()
                    .filter(free -> free.financialYear().equals(year)
                            && free.restriction().equals(restriction))
                    .mapToLong(FreeMoney::amountPence)
                    .sum();
        }
    }

    /** A state as its tag. */
    public static StateTag state(GrantCallState state) {
        return switch (state) {
            case DRAFTED -> StateTag.of("Draft", Tone.PLAIN);
            case SCHEDULED -> StateTag.of("To come", Tone.WAITING);
            case OPEN -> StateTag.of("Open", Tone.GOOD);
            case CLOSED -> StateTag.of("Closed", Tone.PLAIN);
            case ASSESSING -> StateTag.of("Being assessed", Tone.WAITING);
            case DECIDED -> StateTag.of("Decided", Tone.WAITING);
            case INFORMED -> StateTag.of("Applicants told", Tone.GOOD);
            case ARCHIVED -> StateTag.of("Over", Tone.PLAIN);
            case WITHDRAWN -> StateTag.of("Withdrawn", Tone.LATE);
        };
    }

    /** "closes in 12 days, 30 November 2026 at 5pm"; what matters next of its timetable. */
    public static String when(CallSummary call, Words words) {
        String opens = words.dateTime(call.opensAt());
        String closes = words.dateTime(call.closesAt());
        return switch (call.state()) {
            case DRAFTED -> "is to open " + opens;
            case SCHEDULED -> "opens " + words.when(UkTime.dayOf(call.opensAt())) + ", " + opens;
            case OPEN ->
                words.isPast(call.closesAt())
                        ? "closed " + closes
                        : "closes " + words.closes(call.closesAt()) + ", " + closes;
            case CLOSED, ASSESSING, DECIDED, INFORMED, ARCHIVED -> "closed " + closes;
            case WITHDRAWN -> "";
        };
    }

    /** "£5,000 to £50,000", or the one size there is. */
    public static String awards(CallSummary call) {
        return call.smallestPence() == call.largestPence()
                ? MoneyText.say(call.largestPence())
                : MoneyText.say(call.smallestPence()) + " to " + MoneyText.say(call.largestPence());
    }

    /** "3 years", or "18 months". */
    public static String months(int months, Words words) {
        return months % MONTHS_OF_A_YEAR == 0
                ? words.count(months / MONTHS_OF_A_YEAR, "year", "years")
                : words.count(months, "month", "months");
    }

    /** What happens next, and by whom. */
    static String next(CallView call, Words words) {
        CallSummary summary = call.summary();
        Timetable timetable = call.terms().timetable();
        return switch (summary.state()) {
            case DRAFTED ->
                "Only people of " + summary.holderName() + " and auditors see this draft. A governor who did not write"
                        + " it approves it; then its money is set aside and everybody can read it.";
            case SCHEDULED ->
                "It opens by itself " + words.when(UkTime.dayOf(summary.opensAt())) + ", on "
                        + words.dateTime(summary.opensAt()) + ". Questions about it can be asked now.";
            case OPEN ->
                words.isPast(summary.closesAt())
                        ? "It closed on " + words.dateTime(summary.closesAt()) + " UK time, and takes no more bids."
                        : "It closes " + words.closes(summary.closesAt()) + ", on " + words.dateTime(summary.closesAt())
                                + " UK time. A moment later is too late.";
            case CLOSED, ASSESSING ->
                "It takes no more bids. It is decided by " + words.date(timetable.decidedBy())
                        + ", and applicants hear by " + words.date(timetable.informedBy()) + ", all together.";
            case DECIDED ->
                "It is decided. Applicants hear by " + words.date(timetable.informedBy()) + ", all together.";
            case INFORMED -> "All applicants have been told what was decided.";
            case ARCHIVED -> "It is over. What it did not give is free again.";
            case WITHDRAWN -> "It will not be decided.";
        };
    }
}
