package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.call.CallFit.Reason;
import org.tallystick.call.CallFit.Verdict;
import org.tallystick.call.GrantCallQuery.FittingCall;
import org.tallystick.call.GrantCallQuery.FittingCalls;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Event;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Samples;
import org.tallystick.registry.ByAndForClaim;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.OrganisationEvent;
import org.tallystick.registry.OrganisationKind;

/** Two open calls, one wholly for by-and-for organisations and one for all; and one that has closed. */
class FitAnswersTest {

    private static final String COUNCIL = "GB-LAE-MAN";
    private static final String CENTRE = "GB-CHC-9000142";
    private static final String OTHER = "GB-CHC-9000357";
    private static final Instant OPENS = Instant.parse("2026-06-01T09:00:00Z");

    private static QueryFixture sides;

    @BeforeAll
    static void calls() {
        sides = new QueryFixture();
        for (String organisation : List.of(CENTRE, OTHER)) {
            happened(
                    organisation,
                    new OrganisationEvent.OrganisationApplied(
                            organisation,
                            "Organisation",
                            OrganisationKind.VOLUNTARY_ORGANISATION,
                            List.of(),
                            Samples.of(CallTerms.class).place()));
            happened(organisation, new OrganisationEvent.OrganisationRegistered(organisation));
            happened(
                    organisation,
                    new OrganisationEvent.CostProfileRecorded(
                            organisation,
                            new CostProfile(new FinancialYear(2026), List.of(), 650, 37, 1_000_000_000),
                            1));
        }
        happened(
                CENTRE,
                new OrganisationEvent.ByAndForStandingClaimed(
                        CENTRE, new ByAndForClaim(List.of("DEI010000"), 80, 60, 90)));
        happened(
                CENTRE,
                new OrganisationEvent.ByAndForStandingVerified(
                        CENTRE, "v", COUNCIL, true, LocalDate.of(2026, 6, 1), LocalDate.of(2028, 5, 31)));
        call("kept", true, 20);
        call("all", false, 30);
        call("closed", false, 10);
        happened("closed", new GrantCallEvent.CallClosed("closed", OPENS));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void what_fits_comes_first_with_the_reasons_and_the_effort() {
        List<FittingCall> other = ask(OTHER);
        assertThat(other).extracting(call -> call.call().callId()).containsExactly("all", "kept");
        assertThat(other.getFirst().fit().verdict()).isEqualTo(Verdict.FITS);
        assertThat(other.getLast().fit().verdict()).isEqualTo(Verdict.NO);
        assertThat(other.getLast().fit().reasons())
                .first()
                .extracting(Reason::sentence)
                .asString()
                .contains("only for verified by-and-for organisations");
        assertThat(other.getFirst().effortHours())
                .isEqualTo(Effort.of(terms(false, 30)).hours())
                .isPositive();
    }

    @Test
    void a_verified_organisation_sees_what_is_kept_for_it() {
        assertThat(ask(CENTRE))
                .extracting(call -> call.call().callId() + " " + call.fit().verdict())
                .containsExactly("kept FITS", "all FITS");
    }

    @Test
    void an_organisation_without_an_entry_has_things_to_see_to_first() {
        assertThat(ask("GB-CHC-9000999").getFirst().fit().reasons())
                .extracting(Reason::sentence)
                .anyMatch(sentence -> sentence.contains("once your organisation is registered"))
                .anyMatch(sentence -> sentence.contains("no cost profile"));
    }

    @Test
    void it_is_a_question_of_those_who_may_bid() {
        for (Actor asker : List.of(Actor.ANYONE, actor(Role.GOVERNOR, COUNCIL), actor(Role.AUDITOR, COUNCIL))) {
            assertThatThrownBy(() -> sides.ask(asker, new FittingCalls(1, 50)))
                    .isInstanceOfSatisfying(
                            Rejection.class,
                            rejection ->
                                    assertThat(rejection.refusal()).isIn(Refusal.NOT_ALLOWED, Refusal.NOT_LOGGED_IN));
        }
    }

    private static List<FittingCall> ask(String organisation) {
        return sides.ask(actor(Role.APPLICANT_MEMBER, organisation), new FittingCalls(1, 50))
                .items();
    }

    private static void call(String id, boolean kept, int days) {
        happened(id, new GrantCallEvent.CallDrafted(id, COUNCIL, terms(kept, days)));
        happened(
                id,
                new GrantCallEvent.CallApproved(
                        id, 1, new Substance.Finding(Substance.Conclusion.GRANT, "It is one.")));
        happened(id, new GrantCallEvent.CallOpened(id, OPENS));
    }

    private static CallTerms terms(boolean kept, int days) {
        CallTerms sample = Samples.of(CallTerms.class);
        Instant closes = OPENS.plusSeconds(86_400L * (14 + days));
        LocalDate day = LocalDate.of(2026, 9, 1);
        return new CallTerms(
                sample.title(),
                sample.purpose(),
                sample.need(),
                sample.place(),
                sample.whoFor(),
                sample.envelope(),
                kept ? sample.envelopePence() : 0,
                sample.smallestPence(),
                sample.largestPence(),
                sample.months(),
                sample.shortReason(),
                sample.unrestricted(),
                sample.overheadCap(),
                sample.substance(),
                sample.eligibility(),
                sample.questions(),
                sample.criteria(),
                new Timetable(OPENS, closes, day, day, day),
                sample.feedback());
    }

    private static void happened(String aggregate, Event event) {
        sides.log.add(aggregate, "carl", event);
    }
}
