package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.AssessmentQuery.BidsSideBySide;
import org.tallystick.assessment.AssessmentQuery.ComparedBid;
import org.tallystick.assessment.AssessmentQuery.SideBySide;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.BidState;
import org.tallystick.bid.Budget;
import org.tallystick.bid.Certification;
import org.tallystick.bid.FullCost;
import org.tallystick.bid.Project;
import org.tallystick.bid.Recovery;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.Substance;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Event;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Samples;
import org.tallystick.registry.ByAndForClaim;
import org.tallystick.registry.ByAndForStanding;
import org.tallystick.registry.OrganisationEvent;
import org.tallystick.registry.OrganisationKind;

/** A call with 500 bids, of which two are scored. */
class SideBySideAnswersTest {

    private static final int BIDS = 500;
    private static final String COUNCIL = "GB-LAE-MAN";
    private static final Actor GOVERNOR = actor(Role.GOVERNOR, COUNCIL);
    private static final CallTerms TERMS = Samples.of(CallTerms.class);
    private static final Budget BUDGET = Samples.of(Budget.class);
    private static final Recovery ONE = FullCost.of(BUDGET).recovery();
    private static final Instant SENT = Instant.parse("2026-06-15T11:00:00Z");

    private static QueryFixture sides;

    @BeforeAll
    static void many_bids() {
        sides = new QueryFixture();
        call("c");
        for (int i = 1; i <= BIDS; i++) {
            String organisation = "o-%03d".formatted(i);
            happened(
                    organisation,
                    new OrganisationEvent.OrganisationApplied(
                            organisation,
                            "Organisation %03d".formatted(i),
                            OrganisationKind.VOLUNTARY_ORGANISATION,
                            List.of(),
                            "Northmoor"));
            bid("b-%03d".formatted(i), organisation, i == 7 ? "Lanterns on the ferry" : "Somewhere to go");
        }
        claimed("o-002");
        claimed("o-003");
        happened(
                "o-003",
                new OrganisationEvent.ByAndForStandingVerified(
                        "o-003", "v", COUNCIL, true, LocalDate.of(2026, 6, 1), LocalDate.of(2028, 5, 31)));
        claimed("o-004");
        happened("o-004", new OrganisationEvent.ByAndForStandingRefused("o-004"));
        happened(
                "o-005",
                new OrganisationEvent.ByAndForStandingVerified(
                        "o-005", "v", COUNCIL, true, LocalDate.of(2024, 6, 1), LocalDate.of(2026, 6, 14)));
        scored("s-1", "b-010", "asha", 3);
        scored("s-2", "b-020", "asha", 5);
        invited("s-3", "b-020", "ina");
        invited("s-4", "b-020", "dee");
        happened("s-4", new AssessmentEvent.AssessmentDeclined("s-4"));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void the_best_come_first_with_all_that_is_compared() {
        SideBySide all = ask(GOVERNOR, null, null, BidOrder.RANK, false, 1);
        assertThat(all.bids()).isEqualTo(BIDS);
        assertThat(all.scored()).isTrue();
        assertThat(all.together().askedPence()).isEqualTo(BIDS * ONE.askedPence());
        assertThat(all.together().gapPence()).isEqualTo(BIDS * ONE.gapPence());
        assertThat(all.page().items())
                .hasSize(50)
                .extracting(ComparedBid::bidId)
                .startsWith("b-020", "b-010", "b-001", "b-002");
        ComparedBid best = all.page().items().getFirst();
        assertThat(best.recovery()).isEqualTo(ONE);
        assertThat(best.asked())
                .isEqualTo(BUDGET.years().stream()
                        .filter(year -> year.funding().askedPence() > 0)
                        .map(year -> new YearAmount(
                                year.financialYear(), year.funding().askedPence()))
                        .toList());
        assertThat(best.state()).isEqualTo(BidState.SUBMITTED);
        assertThat(best.place()).isEqualTo(Samples.of(Project.class).place());
        assertThat(List.of(best.invited(), best.done())).containsExactly(2, 1);
        assertThat(Objects.requireNonNull(best.rank()).averageHundredths()).isEqualTo(500);
    }

    @Test
    void each_says_what_standing_its_organisation_has_that_day() {
        assertThat(ask(GOVERNOR, null, null, BidOrder.ORGANISATION, false, 1)
                        .page()
                        .items()
                        .subList(1, 6))
                .extracting(ComparedBid::bidId, ComparedBid::standing)
                .containsExactly(
                        Tuple.tuple("b-002", ByAndForStanding.CLAIMED),
                        Tuple.tuple("b-003", ByAndForStanding.VERIFIED),
                        Tuple.tuple("b-004", ByAndForStanding.NONE),
                        Tuple.tuple("b-005", ByAndForStanding.NONE),
                        Tuple.tuple("b-006", ByAndForStanding.NONE));
        assertThat(ask(GOVERNOR, null, ByAndForStanding.VERIFIED, BidOrder.RANK, false, 1)
                        .page()
                        .items())
                .extracting(ComparedBid::bidId)
                .containsExactly("b-003");
    }

    @Test
    void they_are_searched_sorted_and_paged() {
        SideBySide found = ask(GOVERNOR, "lantern on the fery", null, BidOrder.RANK, false, 1);
        assertThat(found.page().items()).extracting(ComparedBid::bidId).containsExactly("b-007");
        assertThat(found.bids()).isEqualTo(BIDS);
        SideBySide last = ask(GOVERNOR, null, null, BidOrder.ORGANISATION, true, 10);
        assertThat(last.page().total()).isEqualTo(BIDS);
        assertThat(last.page().items()).last().extracting(ComparedBid::bidId).isEqualTo("b-001");
        assertThat(ask(GOVERNOR, null, null, BidOrder.RANK, true, 1).page().items())
                .as("upside down, those without a place still come last")
                .extracting(ComparedBid::bidId)
                .startsWith("b-010", "b-020");
    }

    @Test
    void who_still_has_a_bid_to_assess_sees_no_scores_and_others_see_nothing() {
        SideBySide hidden =
                ask(new Actor("ina", "", Role.COMMISSIONER, COUNCIL, ""), null, null, BidOrder.RANK, false, 1);
        assertThat(hidden.hidden()).isTrue();
        assertThat(hidden.scored()).isFalse();
        assertThat(hidden.page().items())
                .allMatch(bid -> bid.rank() == null)
                .first()
                .extracting(ComparedBid::bidId)
                .isEqualTo("b-001");
        assertThatThrownBy(() -> ask(actor(Role.GOVERNOR, "GB-LAE-LDS"), null, null, BidOrder.RANK, false, 1))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_FOUND));
        assertThatThrownBy(() -> ask(actor(Role.ASSESSOR, COUNCIL), null, null, BidOrder.RANK, false, 1))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_ALLOWED));
    }

    private static SideBySide ask(
            Actor actor,
            @Nullable String search,
            @Nullable ByAndForStanding standing,
            BidOrder order,
            boolean upsideDown,
            int page) {
        return sides.ask(actor, new BidsSideBySide("c", search, standing, order, upsideDown, page, 50));
    }

    private static void call(String id) {
        happened(id, new GrantCallEvent.CallDrafted(id, COUNCIL, TERMS));
        happened(
                id,
                new GrantCallEvent.CallApproved(
                        id, 1, new Substance.Finding(Substance.Conclusion.GRANT, "It is one.")));
        happened(id, new GrantCallEvent.CallClosed(id, SENT));
        happened(id, new GrantCallEvent.AssessmentBegun(id));
    }

    private static void bid(String id, String applicant, String title) {
        Project sample = Samples.of(Project.class);
        happened(id, new BidEvent.BidStarted(id, "c", applicant));
        happened(
                id,
                new BidEvent.ProjectDescribed(
                        id, 1, new Project(title, sample.summary(), sample.place(), sample.startsOn())));
        happened(id, new BidEvent.BudgetSaved(id, 1, BUDGET));
        happened(id, new BidEvent.BidCertified(id, 1, Certification.STATEMENT));
        happened(id, new BidEvent.BidSubmitted(id, SENT));
    }

    private static void claimed(String organisation) {
        happened(
                organisation,
                new OrganisationEvent.ByAndForStandingClaimed(
                        organisation, new ByAndForClaim(List.of("DEI010000"), 80, 60, 90)));
    }

    private static void scored(String id, String bidId, String assessor, int points) {
        invited(id, bidId, assessor);
        happened(id, new AssessmentEvent.AssessmentAccepted(id, NoInterest.STATEMENT));
        happened(
                id,
                new AssessmentEvent.ScoresSaved(
                        id, 1, List.of(new Score(TERMS.criteria().getFirst().name(), points, "Because."))));
        happened(id, new AssessmentEvent.AssessmentSubmitted(id));
    }

    private static void invited(String id, String bidId, String assessor) {
        happened(id, new AssessmentEvent.AssessorInvited(id, "c", bidId, assessor, COUNCIL));
    }

    private static void happened(String aggregate, Event event) {
        sides.log.add(aggregate, "carl", event);
    }
}
