package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tallystick.call.CallFit.Facts;
import org.tallystick.call.CallFit.Reason;
import org.tallystick.call.CallFit.Verdict;
import org.tallystick.call.CallTerms.Criterion;
import org.tallystick.call.CallTerms.EligibilityQuestion;
import org.tallystick.call.CallTerms.Envelope;
import org.tallystick.call.CallTerms.Question;
import org.tallystick.platform.FinancialYear;
import org.tallystick.registry.ByAndForStanding;
import org.tallystick.registry.OrganisationKind;
import org.tallystick.registry.OrganisationState;

/** A call of £60,000 for Northmoor that closes on 30 June 2026 and is decided by 15 July. */
class CallFitTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void a_call_without_conditions_fits_an_organisation_that_is_there() {
        CallFit fit = fit(0, facts(ByAndForStanding.NONE, null, "Northmoor", 5_000_000L));
        assertThat(fit.verdict()).isEqualTo(Verdict.FITS);
        assertThat(fit.reasons())
                .extracting(Reason::sentence)
                .containsExactly("It is for Northmoor and the Wend valley, where you are.");
    }

    @Test
    void what_is_kept_for_by_and_for_organisations_is_said_to_each_as_it_is_for_them() {
        said(30_000_00, ByAndForStanding.VERIFIED, LocalDate.of(2027, 1, 1), Verdict.FITS, "as yours is");
        said(30_000_00, ByAndForStanding.VERIFIED, LocalDate.of(2026, 7, 14), Verdict.PERHAPS, "runs out before");
        said(30_000_00, ByAndForStanding.VERIFIED, LocalDate.of(2026, 7, 15), Verdict.FITS, "as yours is");
        said(30_000_00, ByAndForStanding.NONE, null, Verdict.FITS, "You can bid for the other £30,000.");
        said(55_000_01, ByAndForStanding.NONE, null, Verdict.NO, "yours has not claimed to be one");
        said(55_000_00, ByAndForStanding.NONE, null, Verdict.FITS, "the other £5,000");
        said(60_000_00, ByAndForStanding.CLAIMED, null, Verdict.PERHAPS, "must be verified by the day");
    }

    @Test
    void what_speaks_against_it_comes_first_and_decides() {
        CallFit fit = CallFit.of(
                terms(60_000_00, 1, 12),
                new Facts(
                        OrganisationKind.STATUTORY_BODY,
                        OrganisationState.REGISTERED,
                        "Eastmoor",
                        ByAndForStanding.NONE,
                        null,
                        null),
                TODAY);
        assertThat(fit.verdict()).isEqualTo(Verdict.NO);
        assertThat(fit.reasons())
                .extracting(Reason::verdict)
                .containsExactly(Verdict.NO, Verdict.NO, Verdict.PERHAPS, Verdict.PERHAPS);
        assertThat(fit.reasons().getLast().sentence()).contains("no cost profile");
    }

    @Test
    void who_is_elsewhere_small_late_or_not_registered_has_something_to_see_to() {
        assertThat(fit(0, facts(ByAndForStanding.NONE, null, "Northfield", 5_000_000L))
                        .reasons())
                .extracting(Reason::sentence)
                .containsExactly(
                        "It is for Northmoor and the Wend valley, and your organisation is in Northfield. Do you work"
                                + " there?");
        assertThat(fit(0, facts(ByAndForStanding.NONE, null, "Northmoor", 4_999_99L))
                        .reasons())
                .first()
                .extracting(Reason::sentence)
                .asString()
                .contains("The smallest award, £5,000, is more than the £4,999.99");
        Facts ours = facts(ByAndForStanding.NONE, null, "Northmoor", 5_000_000L);
        assertThat(CallFit.of(terms(0, 2, 12), ours, LocalDate.of(2026, 6, 29)).reasons())
                .first()
                .extracting(Reason::sentence)
                .isEqualTo("A bid takes about 10 hours, and there is 1 working day left.");
        Facts applied = new Facts(
                OrganisationKind.VOLUNTARY_ORGANISATION,
                OrganisationState.APPLIED,
                "Northmoor",
                ByAndForStanding.NONE,
                null,
                5_000_000L);
        assertThat(CallFit.of(terms(0, 1, 12), applied, TODAY).verdict()).isEqualTo(Verdict.PERHAPS);
    }

    @Test
    void effort_is_worked_out_from_questions_words_and_years() {
        Effort effort = Effort.of(terms(0, 3, 30));
        assertThat(effort.parts())
                .extracting(Effort.Part::minutes)
                .as("an hour and 5 minutes for a question; 3 × 15 and 1,500 words; 3 years; half an hour")
                .containsExactly(65, 645, 120, 30);
        assertThat(effort.hours()).isEqualTo(15);
        assertThat(Effort.of(terms(0, 1, 12)).hours()).isEqualTo(7);
    }

    private static void said(
            long ringFencePence, ByAndForStanding standing, @Nullable LocalDate until, Verdict verdict, String words) {
        CallFit fit = fit(ringFencePence, facts(standing, until, "Northmoor", 5_000_000L));
        assertThat(fit.verdict()).as(words).isEqualTo(verdict);
        assertThat(fit.reasons())
                .extracting(Reason::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains(words));
    }

    private static CallFit fit(long ringFencePence, Facts facts) {
        return CallFit.of(terms(ringFencePence, 1, 12), facts, TODAY);
    }

    private static Facts facts(
            ByAndForStanding standing, @Nullable LocalDate until, String place, @Nullable Long yearlyPence) {
        return new Facts(
                OrganisationKind.VOLUNTARY_ORGANISATION,
                OrganisationState.REGISTERED,
                place,
                standing,
                until,
                yearlyPence);
    }

    /** Each question takes up to 500 words. */
    private static CallTerms terms(long ringFencePence, int questions, int months) {
        return new CallTerms(
                "Doors",
                "Purpose",
                "Need",
                "Northmoor and the Wend valley",
                "Women",
                List.of(new Envelope("f", new FinancialYear(2026), "", 60_000_00)),
                ringFencePence,
                5_000_00,
                30_000_00,
                months,
                "One winter",
                true,
                null,
                new Substance(false, false, true, true),
                List.of(new EligibilityQuestion("Are you here?", true)),
                IntStream.range(0, questions)
                        .mapToObj(i -> new Question("Question " + i, 500))
                        .toList(),
                List.of(new Criterion("All", 100, "Weak", "Strong")),
                new Timetable(
                        Instant.parse("2026-05-01T09:00:00Z"),
                        Instant.parse("2026-06-30T16:00:00Z"),
                        LocalDate.of(2026, 7, 15),
                        LocalDate.of(2026, 7, 20),
                        LocalDate.of(2026, 9, 1)),
                "In writing");
    }
}
