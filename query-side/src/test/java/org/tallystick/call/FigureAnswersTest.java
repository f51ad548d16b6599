package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Instalment;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.Budget;
import org.tallystick.bid.Certification;
import org.tallystick.bid.FullCost;
import org.tallystick.call.DecisionTimes.Spread;
import org.tallystick.call.GrantCallQuery.CallFigures;
import org.tallystick.call.GrantCallQuery.CallTimes;
import org.tallystick.call.GrantCallQuery.FiguresOfCall;
import org.tallystick.call.GrantCallQuery.FiguresOfFunder;
import org.tallystick.call.GrantCallQuery.FunderFigures;
import org.tallystick.call.StandingFigures.Counted;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Event;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Samples;
import org.tallystick.registry.ByAndForClaim;
import org.tallystick.registry.ByAndForStanding;
import org.tallystick.registry.OrganisationEvent;
import org.tallystick.registry.OrganisationKind;

/**
 * Two calls that closed on Monday 1 June 2026 and were decided on the 10th; applicants were told of one of them, on the
 * 12th. Each has twelve bids: six of verified organisations, of which five have an award, and six of others, of which
 * none has.
 */
class FigureAnswersTest {

    private static final String COUNCIL = "GB-LAE-MAN";
    private static final String FUND = "fund-1";
    private static final Instant CLOSED = Instant.parse("2026-06-01T11:00:00Z");
    private static final FinancialYear YEAR = new FinancialYear(2026);
    private static final CallTerms TERMS = terms();
    private static final Budget BUDGET = Samples.of(Budget.class);
    private static final long ASKED = FullCost.of(BUDGET).recovery().askedPence();
    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 10);

    private static QueryFixture sides;

    @BeforeAll
    static void two_calls() {
        sides = new QueryFixture();
        organisation(COUNCIL);
        for (int i = 1; i <= 12; i++) {
            organisation("o-" + i);
            if (i <= 6) {
                happened("o-" + i, claimed("o-" + i));
                happened(
                        "o-" + i,
                        new OrganisationEvent.ByAndForStandingVerified(
                                "o-" + i, "v", COUNCIL, true, LocalDate.of(2025, 6, 1), LocalDate.of(2027, 5, 31)));
            }
        }
        for (String call : List.of("secret", "told")) {
            call(call);
            for (int i = 1; i <= 12; i++) {
                bid(call, i);
            }
            decided(call);
        }
        for (String call : List.of("secret", "told")) {
            for (int i = 1; i <= 5; i++) {
                happened(call + "-" + i, new BidEvent.HoursReported(call + "-" + i, 99));
                happened(call + "-" + i, new BidEvent.HoursReported(call + "-" + i, i * 10));
            }
        }
        on(LocalDate.of(2026, 6, 12), "told", new GrantCallEvent.ApplicantsInformed("told"));
        paid("told-award-1", LocalDate.of(2026, 6, 24));
        paid("told-award-2", LocalDate.of(2026, 6, 11));
        // What happens to a standing later changes nothing of what was decided.
        on(LocalDate.of(2026, 6, 14), "o-1", new OrganisationEvent.ByAndForChallengeUpheld("o-1", "v", COUNCIL, true));
        // Declined since: an award that came to nothing is not counted.
        happened("told-award-6", new AwardEvent.AwardDeclined("told-award-6"));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void it_is_said_how_long_it_took_in_working_days() {
        CallFigures figures = sides.ask(Actor.ANYONE, new FiguresOfCall("told"));
        assertThat(figures.told()).isTrue();
        assertThat(figures.times())
                .isEqualTo(new DecisionTimes(
                        LocalDate.of(2026, 6, 1),
                        TERMS.timetable().decidedBy(),
                        DECIDED,
                        TERMS.timetable().informedBy(),
                        LocalDate.of(2026, 6, 12),
                        7,
                        2,
                        5,
                        2,
                        1));
    }

    @Test
    void it_is_said_whom_the_money_reached_as_they_stood_on_the_day_of_the_decision() {
        StandingFigures standings =
                sides.ask(Actor.ANYONE, new FiguresOfCall("told")).standings();
        assertThat(standings.of(ByAndForStanding.VERIFIED)).contains(new Counted(6, 5, 6 * ASKED, 5_000_00));
        assertThat(standings.of(ByAndForStanding.NONE)).contains(new Counted(6, 0, 6 * ASKED, 0));
        assertThat(standings.all()).isEqualTo(new Counted(12, 5, 12 * ASKED, 5_000_00));
    }

    @Test
    void it_is_said_how_long_bids_took_beside_what_they_were_thought_to_take_once_all_are_told() {
        assertThat(sides.ask(Actor.ANYONE, new FiguresOfCall("told")).effort())
                .isEqualTo(new EffortFigures(Effort.of(TERMS).hours(), new EffortFigures.Reported(5, 30)));
        assertThat(sides.ask(actor(Role.GOVERNOR, COUNCIL), new FiguresOfCall("secret"))
                        .effort())
                .isEqualTo(new EffortFigures(Effort.of(TERMS).hours(), null));
        assertThat(new EffortFigures(7, new EffortFigures.Reported(4, 30)).reported())
                .as("too few to be shown")
                .isNull();
    }

    @Test
    void before_applicants_are_told_only_the_body_that_decided_sees_it() {
        for (Actor outsider : List.of(
                Actor.ANYONE,
                actor(Role.APPLICANT_LEAD, "o-1"),
                actor(Role.ASSESSOR, COUNCIL),
                actor(Role.PAYER, COUNCIL),
                actor(Role.GOVERNOR, "GB-LAE-LDS"))) {
            notFound(() -> sides.ask(outsider, new FiguresOfCall("secret")));
            assertThat(sides.ask(outsider, new FiguresOfCall("told")).told()).isTrue();
        }
        for (Actor insider : List.of(
                actor(Role.GOVERNOR, COUNCIL), actor(Role.COMMISSIONER, COUNCIL), actor(Role.AUDITOR, "GB-GOR-PB1"))) {
            assertThat(sides.ask(insider, new FiguresOfCall("secret")).told()).isFalse();
        }
        notFound(() -> sides.ask(actor(Role.GOVERNOR, COUNCIL), new FiguresOfCall("none")));
    }

    @Test
    void the_calls_of_a_body_together_are_the_same_for_everybody_and_tell_nothing_early() {
        FunderFigures figures = sides.ask(Actor.ANYONE, new FiguresOfFunder(COUNCIL));
        assertThat(figures.calls()).extracting(CallTimes::callId).containsExactly("told");
        assertThat(figures.decision()).isEqualTo(new Spread(1, 7, 7));
        assertThat(figures.told()).isEqualTo(new Spread(1, 2, 2));
        assertThat(figures.firstPayment()).isEqualTo(new Spread(2, 1, 10));
        assertThat(figures.standings())
                .isEqualTo(sides.ask(Actor.ANYONE, new FiguresOfCall("told")).standings());
        assertThat(sides.ask(actor(Role.GOVERNOR, COUNCIL), new FiguresOfFunder(COUNCIL)))
                .isEqualTo(figures);
        notFound(() -> sides.ask(Actor.ANYONE, new FiguresOfFunder("GB-LAE-LDS")));
    }

    private static void notFound(ThrowingCallable ask) {
        assertThatThrownBy(ask)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_FOUND));
    }

    private static CallTerms terms() {
        CallTerms sample = Samples.of(CallTerms.class);
        return new CallTerms(
                sample.title(),
                sample.purpose(),
                sample.need(),
                sample.place(),
                sample.whoFor(),
                sample.envelope(),
                sample.ringFencePence(),
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
                new Timetable(
                        CLOSED.minusSeconds(864_000),
                        CLOSED,
                        LocalDate.of(2026, 6, 9),
                        LocalDate.of(2026, 6, 12),
                        LocalDate.of(2026, 7, 1)),
                sample.feedback());
    }

    private static void organisation(String id) {
        happened(
                id,
                new OrganisationEvent.OrganisationApplied(
                        id, "Organisation " + id, OrganisationKind.VOLUNTARY_ORGANISATION, List.of(), "Northmoor"));
    }

    private static Event claimed(String organisation) {
        return new OrganisationEvent.ByAndForStandingClaimed(
                organisation, new ByAndForClaim(List.of("DEI010000"), 80, 60, 90));
    }

    private static void call(String id) {
        happened(id, new GrantCallEvent.CallDrafted(id, COUNCIL, TERMS));
        happened(
                id,
                new GrantCallEvent.CallApproved(
                        id, 1, new Substance.Finding(Substance.Conclusion.GRANT, "It is one.")));
        happened(id, new GrantCallEvent.CallOpened(id, CLOSED));
        happened(id, new GrantCallEvent.CallClosed(id, CLOSED));
        happened(id, new GrantCallEvent.AssessmentBegun(id));
    }

    private static void bid(String call, int i) {
        String id = call + "-" + i;
        happened(id, new BidEvent.BidStarted(id, call, "o-" + i));
        happened(id, new BidEvent.BudgetSaved(id, 1, BUDGET));
        happened(id, new BidEvent.BidCertified(id, 1, Certification.STATEMENT));
        happened(id, new BidEvent.BidSubmitted(id, CLOSED));
    }

    private static void decided(String call) {
        on(DECIDED, call, new GrantCallEvent.AwardsRecommended(call, 1, List.of()));
        on(DECIDED, call, new GrantCallEvent.DecisionApproved(call, 1));
        for (int i = 1; i <= 12; i++) {
            String bid = call + "-" + i;
            if (i <= 6) {
                String award = call + "-award-" + i;
                on(DECIDED, bid, new BidEvent.BidAwarded(bid, award, List.of(new YearAmount(YEAR, 1_000_00)), "Good."));
                on(DECIDED, award, committed(call, award, "o-" + i));
            } else {
                on(DECIDED, bid, new BidEvent.BidDeclined(bid, "Not clear."));
            }
        }
    }

    private static Event committed(String call, String award, String recipient) {
        return new AwardEvent.AwardCommitted(
                award,
                FUND,
                call,
                COUNCIL,
                recipient,
                "gita",
                "Somewhere to go",
                "A drop-in",
                Currency.GBP,
                List.of(new Instalment(1, DECIDED, slices())));
    }

    private static void paid(String award, LocalDate day) {
        on(day, award, new AwardEvent.PaymentPaid(award, FUND, "o-1", 1, "BACS", slices()));
    }

    private static List<Slice> slices() {
        return List.of(new Slice(COUNCIL, YEAR, Slice.UNRESTRICTED, 1_000_00));
    }

    private static void happened(String aggregate, Event event) {
        sides.log.add(aggregate, "gita", event);
    }

    private static void on(LocalDate day, String aggregate, Event event) {
        sides.log.addOn(day, aggregate, "gita", event);
    }
}
