package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.POLICE;
import static org.tallystick.platform.Region.STRANGER;
import static org.tallystick.platform.Region.YEAR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.Applicants;
import org.tallystick.assessment.Recommendation;
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Instalment;
import org.tallystick.bid.Budget;
import org.tallystick.bid.CostKind;
import org.tallystick.bid.DirectCosts;
import org.tallystick.bid.Driver;
import org.tallystick.bid.Funding;
import org.tallystick.bid.OverheadEvent;
import org.tallystick.bid.OverheadRecovery;
import org.tallystick.bid.OverheadStep;
import org.tallystick.bid.Overheads;
import org.tallystick.bid.PriceIndex;
import org.tallystick.bid.Uplift;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.GrantCallCommand.ApproveDecision;
import org.tallystick.call.GrantCallCommand.RecommendAwards;
import org.tallystick.call.SampleCall;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.Slice;
import org.tallystick.ledger.Posting;
import org.tallystick.ledger.PostingRules;
import org.tallystick.platform.AtTheSameMoment.Outcome;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationKind;

/** Decisions over a real history, many and of several funders at the same moment. */
class DecisionsAtOnceTest {

    private static final OverheadPool CENTRAL = new OverheadPool("Central functions", 10_000_00, "Accounts, note 7");
    private static final Actor POLICE_COMMISSIONER = actor("paul", Role.COMMISSIONER, POLICE);
    private static final String POLICE_FUND = "police-fund";

    private final TestDatabase database = TestDatabase.fresh();
    private final HandSetClock time = new HandSetClock();
    private final Node here = new Node(database, time);
    private final Node there = new Node(database, time);
    private final Applicants.Sending port = new Applicants.Sending() {
        @Override
        public void at(Instant moment) {
            time.set(moment);
        }

        @Override
        public void send(Command command, Actor actor) {
            here.send(command, actor);
        }
    };

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void a_decision_approved_by_many_at_once_is_made_once() {
        Applicants.closedCall(port);
        port.send(new RecommendAwards("c", 0, Applicants.usual()), COMMISSIONER);

        List<Outcome<Receipt>> outcomes =
                AtTheSameMoment.run(20, i -> sending(i, new ApproveDecision("c", 1), GOVERNOR));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.succeeded()))
                .allMatch(outcome -> outcome.refusal() == Refusal.WRONG_STATE);
        assertThat(events(AwardEvent.AwardCommitted.class)).hasSize(2);
        assertThat(balances()).containsEntry("fund:" + FUND + ":allocated:c", 10_000_00L);
    }

    @Test
    void fifty_who_draw_on_one_fund_at_once_never_pass_what_is_free() {
        Applicants.closedCall(port);
        port.send(new RecommendAwards("c", 0, Applicants.usual()), COMMISSIONER);

        List<Outcome<Receipt>> outcomes = AtTheSameMoment.run(
                50, i -> sending(i, i == 7 ? new ApproveDecision("c", 1) : direct("direct-" + i), GOVERNOR));

        assertThat(outcomes.stream().filter(outcome -> !outcome.succeeded()))
                .hasSize(29)
                .allMatch(outcome -> outcome.refusal() == Refusal.NOT_ENOUGH_MONEY);
        assertThat(outcomes.get(7).succeeded()).isTrue();
        assertThat(balances())
                .containsEntry("fund:" + FUND + ":available", 0L)
                .containsEntry("fund:" + FUND + ":allocated:c", 10_000_00L);
        assertThat(events(AwardEvent.AwardCommitted.class)).hasSize(22);
    }

    @Test
    void an_award_whose_id_is_taken_is_named() throws Exception {
        Applicants.closedCall(port);
        sending(0, direct("award-centre"), GOVERNOR).call();
        port.send(new RecommendAwards("c", 0, Applicants.usual()), COMMISSIONER);

        assertThat(AtTheSameMoment.run(1, _ -> sending(1, new ApproveDecision("c", 1), GOVERNOR)))
                .extracting(Outcome::refusal)
                .containsExactly(Refusal.ALREADY_EXISTS);
    }

    @Test
    void of_two_funders_who_pay_for_the_same_overheads_at_the_same_moment_one_does() {
        twoCalls();

        List<Outcome<Receipt>> outcomes = AtTheSameMoment.run(2, i -> approving(i));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.succeeded()))
                .allMatch(outcome -> outcome.refusal() == Refusal.PAID_TWICE);
        assertThat(events(AwardEvent.AwardCommitted.class)).hasSize(1);
    }

    @Test
    void what_an_award_would_have_paid_for_is_free_when_it_comes_to_nothing() throws Exception {
        twoCalls();
        approving(0).call();
        port.send(new GrantCallCommand.InformApplicants("c"), COMMISSIONER);
        port.send(new AwardCommand.DeclineAward("award-c-bid", "Other money"), LEAD);
        approving(1).call();

        assertThat(here.history().readEvents(OverheadRecovery.idOf(CENTRE)).asStream())
                .extracting(message -> message.getPayload().getClass().getSimpleName())
                .containsExactly("OverheadsClaimed", "OverheadsReleased", "OverheadsClaimed");
        assertThat(events(OverheadEvent.OverheadsClaimed.class).getFirst().shares())
                .singleElement()
                .satisfies(share -> assertThat(share.recoveredPence()).isEqualTo(6_000_00));
    }

    @Test
    void a_promotion_pays_for_no_overheads_that_another_funder_pays_for_and_is_made_once() throws Exception {
        twoCalls();
        port.send(
                new RecommendAwards("c", 1, List.of(Applicants.no("c-bid", Recommendation.Outcome.RESERVE))),
                COMMISSIONER);
        port.send(new ApproveDecision("c", 2), GOVERNOR);
        port.send(new GrantCallCommand.InformApplicants("c"), COMMISSIONER);
        approving(1).call();
        port.send(new GrantCallCommand.RecommendPromotion("c", 0, recommendation("c-bid", FUND)), COMMISSIONER);

        assertThat(AtTheSameMoment.run(1, _ -> sending(100, new GrantCallCommand.ApprovePromotion("c", 1), GOVERNOR)))
                .allMatch(outcome -> outcome.refusal() == Refusal.PAID_TWICE);
        port.send(new GrantCallCommand.InformApplicants("d"), POLICE_COMMISSIONER);
        port.send(new AwardCommand.DeclineAward("award-d-bid", "Other money"), LEAD);
        List<Outcome<Receipt>> outcomes =
                AtTheSameMoment.run(20, i -> sending(200 + i, new GrantCallCommand.ApprovePromotion("c", 1), GOVERNOR));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.succeeded()))
                .allMatch(outcome -> outcome.refusal() == Refusal.WRONG_STATE);
        assertThat(events(AwardEvent.AwardCommitted.class)).hasSize(2);
    }

    /** Two bodies, each with a call that has closed, and bids of the centre that ask both for 60% of the same costs. */
    private void twoCalls() {
        Region.settle(port);
        Region.fund(port, 100_000_00);
        Region.organisation(port, POLICE, OrganisationKind.STATUTORY_BODY, STRANGER, POLICE_COMMISSIONER);
        port.send(
                new OrganisationCommand.SetDelegatedLimit(
                        POLICE, STRANGER.personId(), 1_000_000_00, LocalDate.of(2026, 4, 1), null),
                Actor.OPERATOR);
        port.send(
                new OrganisationCommand.RecordCostProfile(
                        CENTRE, new CostProfile(YEAR, List.of(CENTRAL), 300, 37, 100_000_00)),
                LEAD);
        port.send(
                new FundCommand.OpenFund(
                        POLICE_FUND,
                        "Police fund",
                        POLICE,
                        "Support",
                        Currency.GBP,
                        DrawOrder.PRO_RATA,
                        CommitAgainst.RECEIVED,
                        null),
                STRANGER);
        port.send(
                new FundCommand.ReceiveContribution(
                        POLICE_FUND, POLICE, YEAR, Slice.UNRESTRICTED, 100_000_00, "BACS", true, null),
                STRANGER);
        announce("c", COUNCIL, SampleCall.TERMS, COMMISSIONER, GOVERNOR);
        announce("d", POLICE, SampleCall.drawingOn(POLICE_FUND), POLICE_COMMISSIONER, STRANGER);
        port.at(SampleCall.OPENS);
        Applicants.bid(port, "c-bid", "c", CENTRE, LEAD, budget());
        Applicants.bid(port, "d-bid", "d", CENTRE, LEAD, budget());
        port.at(SampleCall.CLOSES);
        port.send(new RecommendAwards("c", 0, List.of(recommendation("c-bid", FUND))), COMMISSIONER);
        port.send(new RecommendAwards("d", 0, List.of(recommendation("d-bid", POLICE_FUND))), POLICE_COMMISSIONER);
    }

    private void announce(String callId, String holder, CallTerms terms, Actor drafter, Actor approver) {
        port.send(new GrantCallCommand.DraftCall(callId, holder, terms), drafter);
        port.send(new GrantCallCommand.ApproveCall(callId, 1), approver);
    }

    private Callable<Receipt> approving(int i) {
        return i == 0
                ? sending(0, new ApproveDecision("c", 1), GOVERNOR)
                : sending(1, new ApproveDecision("d", 1), STRANGER);
    }

    private static Recommendation recommendation(String bidId, String fundId) {
        return new Recommendation(
                bidId,
                Recommendation.Outcome.AWARD,
                "award-" + bidId,
                fundId,
                null,
                List.of(new YearAmount(YEAR, 16_000_00)),
                "A good bid.");
    }

    /** £10,000 of direct cost and 60% of the central functions. */
    private static Budget budget() {
        Overheads overheads = new Overheads(
                YEAR,
                1,
                List.of(new Overheads.SharedCost(OverheadStep.CENTRAL, PriceIndex.NONE, CENTRAL)),
                Driver.HEADCOUNT,
                new Overheads.ThisProject(0, 6_000),
                List.of(new Overheads.OtherProject("Drop-in", new Overheads.Use(100, 0, 4_000), 50_000_00)),
                new Overheads.Space(0, 0),
                Overheads.Use.NOTHING,
                Overheads.Use.NOTHING);
        return new Budget(
                CENTRE,
                List.of(new Budget.Year(
                        YEAR,
                        Uplift.NONE,
                        new DirectCosts(
                                List.of(),
                                List.of(new DirectCosts.Spending(CostKind.DELIVERY, "Meals", 10_000_00, false)),
                                List.of()),
                        overheads,
                        Funding.asking(16_000_00))));
    }

    private static AwardCommand.CommitAward direct(String awardId) {
        return new AwardCommand.CommitAward(
                awardId,
                FUND,
                CENTRE,
                "Open house",
                "A place to go",
                Slice.UNRESTRICTED,
                List.of(new Instalment.Planned(LocalDate.of(2026, 9, 1), YEAR, 2_000_00)),
                null,
                null);
    }

    private Callable<Receipt> sending(int i, Command command, Actor actor) {
        Node node = i % 2 == 0 ? here : there;
        return () -> node.send(command, actor, "key-" + i);
    }

    private <E extends Event> List<E> events(Class<E> type) {
        List<E> events = new ArrayList<>();
        here.engine.readEvents(here.engine.createTailToken(), false).forEach(message -> {
            if (type.isInstance(message.getPayload())) {
                events.add(type.cast(message.getPayload()));
            }
        });
        return events;
    }

    private Map<String, Long> balances() {
        Map<String, Long> balances = new HashMap<>();
        for (Event event : events(Event.class)) {
            for (Posting posting : PostingRules.postings(event)) {
                balances.merge(posting.debitAccount(), posting.slice().amountPence(), Math::addExact);
                balances.merge(posting.creditAccount(), -posting.slice().amountPence(), Math::addExact);
            }
        }
        return balances;
    }
}
