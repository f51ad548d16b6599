package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.assessment.Applicants.HARBOUR;
import static org.tallystick.assessment.Applicants.HARBOUR_LEAD;
import static org.tallystick.assessment.Applicants.YEAR;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.MEMBER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.Applicants;
import org.tallystick.assessment.AssessmentCommand.InviteAssessor;
import org.tallystick.assessment.Recommendation;
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Gap;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.Budget;
import org.tallystick.bid.Certification;
import org.tallystick.bid.CostKind;
import org.tallystick.bid.DirectCosts;
import org.tallystick.bid.Driver;
import org.tallystick.bid.Funding;
import org.tallystick.bid.GapCarrier;
import org.tallystick.bid.OverheadEvent;
import org.tallystick.bid.OverheadStep;
import org.tallystick.bid.Overheads;
import org.tallystick.bid.PartnerSight;
import org.tallystick.bid.PoolShare;
import org.tallystick.bid.PriceIndex;
import org.tallystick.bid.SampleBid;
import org.tallystick.bid.Uplift;
import org.tallystick.call.GrantCallCommand.ApproveCall;
import org.tallystick.call.GrantCallCommand.ApproveDecision;
import org.tallystick.call.GrantCallCommand.DraftCall;
import org.tallystick.call.GrantCallCommand.RecommendAwards;
import org.tallystick.call.SampleCall;
import org.tallystick.platform.AtTheSameMoment.Outcome;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationKind;

/** Two calls that have closed: the centre bids alone in one and is a partner of the harbour in the other. */
class JointAwardsTest {

    private static final OverheadPool CENTRAL = new OverheadPool("Central functions", 10_000_00, "Accounts, note 7");
    private static final Actor SECOND_GOVERNOR = actor("gus", Role.GOVERNOR, COUNCIL);

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

    @BeforeEach
    void two_calls() {
        Region.settle(port);
        Region.fund(port, 200_000_00);
        Region.organisation(port, HARBOUR, OrganisationKind.VOLUNTARY_ORGANISATION, HARBOUR_LEAD);
        port.send(
                new OrganisationCommand.RecordCostProfile(
                        CENTRE, new CostProfile(YEAR, List.of(CENTRAL), 300, 37, 100_000_00)),
                LEAD);
        for (String call : List.of("alone", "joint")) {
            port.send(new DraftCall(call, COUNCIL, SampleCall.TERMS), COMMISSIONER);
            port.send(new ApproveCall(call, 1), GOVERNOR);
        }
        port.at(SampleCall.OPENS);
        Applicants.bid(port, "alone-bid", "alone", CENTRE, LEAD, budget());
        SampleBid.written(port, "joint-bid", "joint", HARBOUR, HARBOUR_LEAD, 10_000_00);
        port.send(new BidCommand.InvitePartner("joint-bid", CENTRE, "Meals", PartnerSight.OWN_PART), HARBOUR_LEAD);
        port.send(new BidCommand.SaveBudget("joint-bid", 0, budget()), MEMBER);
        port.send(new BidCommand.AgreeAsPartner("joint-bid", CENTRE, 1, 1, Certification.OF_PARTNER), LEAD);
        port.send(SampleBid.certify("joint-bid", 7), HARBOUR_LEAD);
        port.send(new BidCommand.SubmitBid("joint-bid"), HARBOUR_LEAD);
        port.at(SampleCall.CLOSES);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void an_award_goes_to_the_lead_and_each_organisation_carries_the_gap_of_its_part() {
        recommend("joint", 19_500_00);
        port.send(new ApproveDecision("joint", 1), GOVERNOR);

        assertThat(events(AwardEvent.AwardCommitted.class))
                .extracting(AwardEvent.AwardCommitted::recipient)
                .containsExactly(HARBOUR);
        assertThat(events(AwardEvent.GapRecorded.class))
                .containsExactly(recorded(HARBOUR, 2_500_00), recorded(CENTRE, 4_000_00));
        assertThat(events(OverheadEvent.OverheadsClaimed.class))
                .containsExactly(new OverheadEvent.OverheadsClaimed(
                        CENTRE,
                        "award-joint-bid",
                        List.of(new PoolShare(CENTRE, YEAR, CENTRAL.name(), 2_000_00, CENTRAL.amountPence()))));
    }

    @Test
    void an_award_that_comes_to_nothing_releases_each_organisation_from_its_gap() {
        recommend("joint", 19_500_00);
        port.send(new ApproveDecision("joint", 1), GOVERNOR);
        there.send(new AwardCommand.RescindAward("award-joint-bid", "A mistake", null), GOVERNOR);

        assertThat(events(AwardEvent.GapReleased.class))
                .containsExactly(released(HARBOUR, 2_500_00), released(CENTRE, 4_000_00));
    }

    @Test
    void where_nobody_carries_anything_the_full_cost_is_on_record_of_the_lead() {
        recommend("joint", 26_000_00);
        port.send(new ApproveDecision("joint", 1), GOVERNOR);

        assertThat(events(AwardEvent.GapRecorded.class))
                .as("all of it is paid, and that is on record")
                .containsExactly(new AwardEvent.GapRecorded(
                        "award-joint-bid", FUND, "joint", COUNCIL, HARBOUR, 26_000_00, List.of()));
    }

    @Test
    void the_overheads_of_a_partner_are_paid_once_also_where_both_are_decided_at_the_same_moment() {
        recommend("alone", 16_000_00);
        recommend("joint", 26_000_00);

        List<Outcome<Receipt>> outcomes = AtTheSameMoment.run(2, this::approving);

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.succeeded()))
                .allMatch(outcome -> outcome.refusal() == Refusal.PAID_TWICE);
        assertThat(events(AwardEvent.AwardCommitted.class)).hasSize(1);
    }

    @Test
    void people_of_a_partner_neither_assess_the_bid_nor_decide_about_it() {
        port.send(new OrganisationCommand.GiveRole(CENTRE, "asha", Role.ASSESSOR), Actor.OPERATOR);
        assertRefused(
                "belongs to the applicant, or to a partner",
                new InviteAssessor("a-1", "joint", "joint-bid", "asha", CENTRE),
                COMMISSIONER);
        port.send(
                new OrganisationCommand.GiveRole(CENTRE, SECOND_GOVERNOR.personId(), Role.APPLICANT_MEMBER),
                Actor.OPERATOR);
        recommend("joint", 26_000_00);
        assertRefused("You belong to", new ApproveDecision("joint", 1), SECOND_GOVERNOR);
    }

    private void assertRefused(String sentence, Command command, Actor actor) {
        assertThatThrownBy(() -> here.send(command, actor)).isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_ALLOWED);
            assertThat(rejection.sentence()).contains(sentence);
        });
    }

    private void recommend(String call, long pence) {
        port.send(
                new RecommendAwards(
                        call,
                        0,
                        List.of(new Recommendation(
                                call + "-bid",
                                Recommendation.Outcome.AWARD,
                                "award-" + call + "-bid",
                                FUND,
                                null,
                                List.of(new YearAmount(YEAR, pence)),
                                "A good bid."))),
                COMMISSIONER);
    }

    private static AwardEvent.GapRecorded recorded(String organisation, long pence) {
        return new AwardEvent.GapRecorded(
                "award-joint-bid", FUND, "joint", COUNCIL, organisation, 26_000_00, List.of(unpaid(pence)));
    }

    private static AwardEvent.GapReleased released(String organisation, long pence) {
        return new AwardEvent.GapReleased("award-joint-bid", FUND, "joint", organisation, List.of(unpaid(pence)));
    }

    private static Gap unpaid(long pence) {
        return new Gap(YEAR, GapCarrier.UNRESTRICTED_INCOME, pence);
    }

    private Callable<Receipt> approving(int i) {
        Node node = i == 0 ? here : there;
        return () -> node.send(new ApproveDecision(i == 0 ? "alone" : "joint", 1), GOVERNOR, "key-" + i);
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

    private <E extends Event> List<E> events(Class<E> type) {
        List<E> events = new ArrayList<>();
        here.engine.readEvents(here.engine.createTailToken(), false).forEach(message -> {
            if (type.isInstance(message.getPayload())) {
                events.add(type.cast(message.getPayload()));
            }
        });
        return events;
    }
}
