package org.tallystick.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.BidQuery;
import org.tallystick.call.CallTerms.Criterion;
import org.tallystick.call.CallTerms.EligibilityQuestion;
import org.tallystick.call.CallTerms.Envelope;
import org.tallystick.call.CallTerms.OverheadCap;
import org.tallystick.call.CallTerms.Question;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.Calls;
import org.tallystick.call.GrantCallQuery.FittingCall;
import org.tallystick.call.GrantCallQuery.FittingCalls;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.call.GrantCallQuery.QuestionAndAnswer;
import org.tallystick.call.GrantCallQuery.Version;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** Calls for tests of pages; the id of one says which state it is in, such as "c-open". */
public final class CallSamples {

    static final String LONG_TITLE =
            "A place to start from: somewhere to stay, somebody to meet you, and work for women leaving prison in the Wend valley";

    /** At 5pm and some milliseconds, which a form must not lose. */
    static final Instant CLOSES = Instant.parse("2026-12-04T17:00:00.123Z");

    private CallSamples() {}

    /** What it says; a cap, a ring-fence, less than two years. */
    public static CallTerms terms() {
        return terms(LONG_TITLE, new Substance(false, false, true, true));
    }

    static CallTerms terms(String title, Substance substance) {
        return terms(title, substance, new Question("What will be different for the women you work with?", 300));
    }

    /** The same with another question. */
    static CallTerms asking(Question question) {
        return terms(LONG_TITLE, new Substance(false, false, true, true), question);
    }

    private static CallTerms terms(String title, Substance substance, Question question) {
        return new CallTerms(
                title,
                "Women leave prison with <somewhere> to go.",
                "Of 212 women released last year, 71 had no address.",
                "Northmoor and the Wend valley",
                "Women leaving prison",
                List.of(
                        new Envelope("f-1", new FinancialYear(2026), "unrestricted", 10_000_000),
                        new Envelope("f-1", new FinancialYear(2027), "women only services", 20_000_050)),
                7_500_000,
                500_000,
                5_000_000,
                18,
                "The money is for two financial years.",
                true,
                new OverheadCap(10, "The fund was given with that cap."),
                substance,
                List.of(new EligibilityQuestion("Does your organisation work in Northmoor?", true)),
                List.of(question),
                List.of(
                        new Criterion("Reach", 60, "Counts leaflets", "Names who comes, and why they stay"),
                        new Criterion("Led by women", 40, "Asked once", "Women decide")),
                new Timetable(
                        Instant.parse("2026-11-01T09:00:00Z"),
                        CLOSES,
                        LocalDate.of(2027, 1, 15),
                        LocalDate.of(2027, 1, 29),
                        LocalDate.of(2027, 4, 1)),
                "Scores and reasons in writing.");
    }

    static CallSummary summary(String callId, GrantCallState state) {
        CallTerms terms = terms();
        return new CallSummary(
                callId,
                terms.title(),
                "o-1",
                "HMP Northfield",
                state,
                terms.place(),
                terms.envelopePence(),
                terms.ringFencePence(),
                terms.smallestPence(),
                terms.largestPence(),
                terms.months(),
                terms.timetable().opensAt(),
                terms.timetable().closesAt());
    }

    /** A call as it stands. */
    public static CallView view(String callId, GrantCallState state) {
        return view(callId, state, 2, terms());
    }

    static CallView view(String callId, GrantCallState state, int version, CallTerms terms) {
        boolean announced = state != GrantCallState.DRAFTED;
        return new CallView(
                summary(callId, state),
                version,
                terms,
                Map.of("f-1", "Northfield resettlement fund"),
                announced ? new Substance.Finding(Substance.Conclusion.GRANT, "Found at the time.") : null,
                state == GrantCallState.WITHDRAWN ? "The prison closes." : null,
                null,
                List.of("p-commissioner"),
                announced
                        ? List.of(new Version(2, Instant.parse("2026-11-10T10:00:00Z"), "More time over the holidays."))
                        : List.of(),
                announced ? List.of(question("q-1", "Yes, with one lead."), question("q-2", null)) : List.of());
    }

    private static QuestionAndAnswer question(String id, @Nullable String answer) {
        return new QuestionAndAnswer(
                id,
                Instant.parse("2026-11-11T10:00:00Z"),
                "May we apply with <partners>? " + id,
                answer,
                answer == null ? null : Instant.parse("2026-11-12T10:00:00Z"));
    }

    /** One of each state; drafts for those of Northfield only, as the query side decides it. */
    public static void into(FakeSides sides) {
        sides.answer(BidQuery.Bids.class, query -> new Paged<>(List.of(), 0, 1, Math.max(1, query.size())));
        sides.answer(
                FittingCalls.class,
                query -> new Paged<>(
                        List.of(new FittingCall(
                                summary("c-open", GrantCallState.OPEN),
                                7,
                                new CallFit(
                                        CallFit.Verdict.PERHAPS,
                                        List.of(new CallFit.Reason(
                                                CallFit.Verdict.PERHAPS,
                                                "It is for <Northmoor>. Do you work there?"))))),
                        1,
                        1,
                        500));
        sides.answer(Calls.class, query -> {
            List<CallSummary> all = Stream.of(GrantCallState.values())
                    .filter(state -> query.state() == null || query.state() == state)
                    .map(state -> summary("c-" + state.name().toLowerCase(Locale.ROOT), state))
                    .toList();
            return new Paged<>(all, all.size(), query.page(), Math.max(1, query.size()));
        });
        sides.answer(
                OneCall.class,
                query -> Stream.of(GrantCallState.values())
                        .filter(state ->
                                query.callId().equals("c-" + state.name().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .map(state -> view(query.callId(), state, 2, terms()))
                        .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "There is no such call.")));
    }
}
