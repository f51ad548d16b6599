package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tallystick.platform.QueryFixture.actor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.assessment.AssessmentQuery.BidsSideBySide;
import org.tallystick.assessment.AssessmentQuery.ComparedBid;
import org.tallystick.assessment.AssessmentQuery.DecisionOf;
import org.tallystick.assessment.Recommendation;
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.AwardShare;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.Bids;
import org.tallystick.bid.BidQuery.BudgetFile;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.bid.BidQuery.OfferedFacts;
import org.tallystick.bid.BidQuery.OneBid;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.bid.BidQuery.Partnership;
import org.tallystick.bid.BidQuery.Partnerships;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.Substance;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.HomeQuery.Duty;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.platform.Json;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Samples;

/** Bids that the lead makes with partners, of each sight one, and one that left and one that was taken out. */
class PartnerAnswersTest {

    private static final String COUNCIL = "GB-LAE-MAN";
    private static final String LEAD = "GB-CHC-9000142";
    private static final String SEES_OWN = "GB-CHC-9000201";
    private static final String READS = "GB-CHC-9000202";
    private static final String WRITES = "GB-CHC-9000203";
    private static final String LEFT = "GB-CHC-9000204";
    private static final String REMOVED = "GB-CHC-9000205";
    private static final String STRANGER = "GB-CHC-9000206";
    private static final String NO_BID = "There is no such bid that you may see.";
    private static final CallTerms TERMS = Samples.of(CallTerms.class);
    private static final String QUESTION = TERMS.questions().getFirst().text();
    private static final FinancialYear YEAR = new FinancialYear(2026);
    private static final Instant SENT = Instant.parse("2026-06-15T11:00:00Z");

    private static QueryFixture sides;

    @BeforeAll
    static void joint_bids() {
        sides = new QueryFixture();
        call("open", false);
        call("closed", true);
        call("elsewhere", false);
        joint("draft", "open");
        joint("sent", "closed");
        alone("other", "elsewhere", SEES_OWN);
        event("sent", new BidEvent.BidSubmitted("sent", SENT));
        sides.log.add(
                "closed",
                "carl",
                new GrantCallEvent.AwardsRecommended(
                        "closed",
                        1,
                        List.of(new Recommendation(
                                "sent",
                                Recommendation.Outcome.AWARD,
                                "award",
                                "fund",
                                null,
                                List.of(new YearAmount(YEAR, 30_000_00)),
                                "Good."))));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void a_bid_costs_what_all_its_organisations_cost_together() {
        BidView bid = sides.ask(of(LEAD), new OneBid("draft"));
        assertThat(bid.summary().askedPence()).isEqualTo(60_000_00);
        assertThat(bid.summary().fullCostPence()).isEqualTo(60_000_00);
        assertThat(bid.cost().recovery()).isEqualTo(new Recovery(60_000_00, 60_000_00, 0));
        assertThat(bid.partners())
                .extracting(PartnerView::organisationId, PartnerView::state, PartnerView::version)
                .containsExactly(
                        tuple(SEES_OWN, PartnerState.AGREED, 2),
                        tuple(READS, PartnerState.AGREED, 2),
                        tuple(WRITES, PartnerState.INVITED, 3));
        assertThat(bid.summary().tasks()).isEqualTo(BidTask.count(TERMS, 3));
        assertThat(bid.version()).isEqualTo(19);
        assertThat(bid.sight()).isNull();
        assertThat(Json.read(Json.mapper().writeValueAsBytes(bid), BidView.class))
                .isEqualTo(bid);
        assertThat(line(of(LEAD)).tasks()).isEqualTo(BidTask.count(TERMS, 3));
    }

    @Test
    void a_partner_that_sees_its_own_part_finds_that_and_the_project_and_nothing_else() {
        BidView bid = sides.ask(of(SEES_OWN), new OneBid("draft"));
        assertThat(bid.sight()).isEqualTo(PartnerSight.OWN_PART);
        assertThat(bid.project().project()).isEqualTo(Samples.of(Project.class));
        assertThat(bid.partners()).extracting(PartnerView::organisationId).containsExactly(SEES_OWN);
        assertThat(bid.partners().getFirst().budget().budget()).isEqualTo(asking(SEES_OWN, 10_000_00));
        assertThat(bid.summary().askedPence()).isEqualTo(10_000_00);
        assertThat(bid.budget()).isEqualTo(BudgetView.NONE);
        assertThat(bid.questions()).isEmpty();
        assertThat(bid.eligibility().answers()).isEmpty();
        assertThat(Json.mapper().writeValueAsString(bid))
                .doesNotContain(READS, WRITES, "We open the door", "Drop-in of " + LEAD);
    }

    @ParameterizedTest
    @EnumSource(
            value = PartnerSight.class,
            names = {"READ", "WRITE"})
    void a_partner_that_is_let_reads_all_but_who_of_others_wrote_it(PartnerSight sight) {
        String own = sight == PartnerSight.READ ? READS : WRITES;
        BidView bid = sides.ask(of(own), new OneBid("draft"));
        assertThat(bid.sight()).isEqualTo(sight);
        assertThat(bid.questions().getFirst().text()).isEqualTo("We open the door.");
        assertThat(bid.budget().budget()).isEqualTo(asking(LEAD, 30_000_00));
        assertThat(bid.partners()).hasSize(3);
        assertThat(bid.partner(own).orElseThrow().budget().saved().savedBy()).isEqualTo("person of " + own);
        assertThat(Json.mapper().writeValueAsString(bid)).doesNotContain("lena", "person of " + SEES_OWN);
    }

    @Test
    void a_budget_is_taken_away_as_a_file_by_those_who_see_it() throws IOException {
        assertThat(file(of(LEAD), READS)).isEqualTo(BudgetCsv.write(asking(READS, 10_000_00)));
        assertThat(file(of(READS), null)).isEqualTo(BudgetCsv.write(asking(LEAD, 30_000_00)));
        assertThat(file(of(WRITES), SEES_OWN)).isEqualTo(BudgetCsv.write(asking(SEES_OWN, 10_000_00)));
        assertThat(file(of(SEES_OWN), SEES_OWN)).isEqualTo(BudgetCsv.write(asking(SEES_OWN, 10_000_00)));
        refused("There is no such budget", () -> file(of(SEES_OWN), null));
        refused("There is no such budget", () -> file(of(SEES_OWN), LEAD));
        refused("There is no such budget", () -> file(of(SEES_OWN), READS));
        refused("There is no such budget", () -> file(of(LEAD), LEFT));
    }

    static Stream<Actor> outsiders() {
        return Stream.of(
                of(LEFT),
                of(REMOVED),
                of(STRANGER),
                actor(Role.APPLICANT_MEMBER, LEFT),
                actor(Role.ASSESSOR, READS),
                actor(Role.GOVERNOR, COUNCIL),
                actor(Role.COMMISSIONER, READS),
                actor(Role.GOVERNOR, WRITES));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void who_takes_part_no_more_or_never_did_finds_no_such_bid_by_any_way(Actor outsider) {
        refused(NO_BID, () -> sides.ask(outsider, new OneBid("draft")));
        refused(NO_BID, () -> file(outsider, null));
        refused(NO_BID, () -> file(outsider, outsider.organisationId()));
        assertThat(sides.ask(outsider, new Bids(null, null, 0, 0)).items())
                .extracting(BidSummary::bidId)
                .doesNotContain("draft");
        if (outsider.role() == Role.APPLICANT_LEAD) {
            refused(NO_BID, () -> sides.ask(outsider, new OfferedFacts("draft")));
        }
    }

    @Test
    void how_a_bid_was_written_is_for_its_lead_alone() {
        HistoryOf history = new HistoryOf(HistoryQuery.Subject.BID, "draft", 1, 50);
        assertThat(sides.ask(of(LEAD), history).total()).isGreaterThan(10);
        for (String partner : List.of(SEES_OWN, READS, WRITES, LEFT)) {
            refused(NO_BID, () -> sides.ask(of(partner), history));
            assertThat(sides.ask(of(partner), new Bids(null, null, 0, 0)).items())
                    .extracting(BidSummary::bidId)
                    .doesNotContain("draft", "sent");
        }
    }

    @Test
    void who_left_learns_that_it_left_and_nothing_more() {
        assertThat(partnership(LEFT))
                .extracting(Partnership::state, Partnership::title, Partnership::work, Partnership::reason)
                .containsExactly(PartnerState.LEFT, "", "", "No worker free");
        assertThat(partnership(REMOVED))
                .extracting(Partnership::state, Partnership::title, Partnership::work, Partnership::reason)
                .containsExactly(PartnerState.REMOVED, "", "", "Other plans");
        assertThat(partnership(READS))
                .extracting(Partnership::state, Partnership::work, Partnership::lead)
                .containsExactly(PartnerState.AGREED, "Work of " + READS, LEAD);
        assertThat(sides.ask(of(STRANGER), new Partnerships(1, 10)).items()).isEmpty();
    }

    @Test
    void a_partner_is_reminded_to_answer_and_the_lead_of_nothing_before_time_runs_short() {
        assertThat(duties(of(WRITES))).anyMatch(sentence -> sentence.contains("asks you to be its partner"));
        for (String other : List.of(SEES_OWN, LEFT, REMOVED, STRANGER)) {
            assertThat(duties(of(other))).noneMatch(sentence -> sentence.contains("partner"));
        }
        assertThat(duties(actor(Role.APPLICANT_MEMBER, WRITES))).noneMatch(sentence -> sentence.contains("asks you"));
    }

    @Test
    void facts_that_are_offered_are_those_of_the_partners_own_organisation() {
        assertThat(sides.ask(of(READS), new OfferedFacts("draft")).answers()).isEmpty();
        assertThat(sides.ask(of(SEES_OWN), new OfferedFacts("draft")).budget()).isEqualTo(asking(SEES_OWN, 30_000_00));
    }

    @Test
    void who_decides_reads_all_parts_and_what_each_would_get() {
        Actor governor = actor(Role.GOVERNOR, COUNCIL);
        ComparedBid compared = sides.ask(governor, new BidsSideBySide("closed", null, null, null, false, 1, 10))
                .page()
                .items()
                .getFirst();
        assertThat(compared.partners()).containsExactly(SEES_OWN, READS, WRITES);
        assertThat(compared.recovery()).isEqualTo(new Recovery(60_000_00, 60_000_00, 0));
        assertThat(compared.asked()).containsExactly(new YearAmount(YEAR, 60_000_00));
        assertThat(sides.ask(governor, new OneBid("sent")).partners()).hasSize(3);
        assertThat(sides.ask(governor, new DecisionOf("closed")).bids().getFirst())
                .satisfies(bid -> {
                    assertThat(bid.gapPence()).isEqualTo(30_000_00);
                    assertThat(bid.shares())
                            .extracting(AwardShare::organisationId, AwardShare::awardedPence)
                            .containsExactly(
                                    tuple(LEAD, 15_000_00L),
                                    tuple(SEES_OWN, 5_000_00L),
                                    tuple(READS, 5_000_00L),
                                    tuple(WRITES, 5_000_00L));
                });
    }

    private static Partnership partnership(String organisation) {
        return sides.ask(of(organisation), new Partnerships(1, 10)).items().stream()
                .filter(one -> one.bidId().equals("draft"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_history_of_the_lead_names_the_partners() {
        assertThat(sides.ask(of(LEAD), new HistoryOf(HistoryQuery.Subject.BID, "draft", 1, 50))
                        .items())
                .filteredOn(happening -> happening.type().equals("bid.PartnerInvited"))
                .extracting(happening -> happening.says().get("partner"))
                .contains(SEES_OWN, READS, WRITES, LEFT, REMOVED);
    }

    private static BidSummary line(Actor actor) {
        return sides.ask(actor, new Bids("open", null, 0, 0)).items().getFirst();
    }

    private static List<String> duties(Actor actor) {
        return sides.ask(actor, new WhatNeedsMe()).duties().stream()
                .map(Duty::sentence)
                .toList();
    }

    private static Actor of(String organisation) {
        return actor(Role.APPLICANT_LEAD, organisation);
    }

    private static String file(Actor actor, @Nullable String organisation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sides.dispatcher().write(new BudgetFile("draft", organisation), actor, 0, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void refused(String sentence, ThrowingCallable ask) {
        assertThatThrownBy(ask).isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_FOUND);
            assertThat(rejection.sentence()).contains(sentence);
        });
    }

    private static void call(String id, boolean closed) {
        sides.log
                .add(id, "carl", new GrantCallEvent.CallDrafted(id, COUNCIL, TERMS))
                .add(
                        id,
                        "gita",
                        new GrantCallEvent.CallApproved(
                                id, 1, new Substance.Finding(Substance.Conclusion.GRANT, "It is one.")))
                .add(id, "operator", new GrantCallEvent.CallOpened(id, SENT));
        if (closed) {
            sides.log.add(id, "operator", new GrantCallEvent.CallClosed(id, SENT));
        }
    }

    private static void joint(String id, String call) {
        alone(id, call, LEAD);
        PartnerSight[] sights = {PartnerSight.OWN_PART, PartnerSight.READ, PartnerSight.WRITE};
        List<String> partners = List.of(SEES_OWN, READS, WRITES);
        for (int i = 0; i < partners.size(); i++) {
            String partner = partners.get(i);
            invited(id, partner, sights[i]);
            sides.log.add(id, "person of " + partner, new BidEvent.BudgetSaved(id, 1, asking(partner, 10_000_00)));
            event(id, new BidEvent.PartnerAgreed(id, partner, 2, 1, Certification.OF_PARTNER));
        }
        event(id, new BidEvent.PartnerChanged(id, WRITES, 3, "More work of " + WRITES, PartnerSight.WRITE));
        invited(id, LEFT, PartnerSight.WRITE);
        event(id, new BidEvent.BudgetSaved(id, 1, asking(LEFT, 99_000_00)));
        sides.log.add(id, of(LEFT), "No worker free", new BidEvent.PartnerLeft(id, LEFT, 2));
        invited(id, REMOVED, PartnerSight.READ);
        sides.log.add(id, of(LEAD), "Other plans", new BidEvent.PartnerRemoved(id, REMOVED, 2));
    }

    private static void invited(String id, String partner, PartnerSight sight) {
        event(id, new BidEvent.PartnerInvited(id, partner, 1, "Work of " + partner, sight));
    }

    private static void alone(String id, String call, String lead) {
        event(id, new BidEvent.BidStarted(id, call, lead));
        event(
                id,
                new BidEvent.EligibilityAnswered(
                        id,
                        1,
                        TERMS.eligibility().stream()
                                .map(question -> new EligibilityAnswer(question.text(), question.needed()))
                                .toList(),
                        List.of()));
        event(id, new BidEvent.ProjectDescribed(id, 1, Samples.of(Project.class)));
        event(id, new BidEvent.BidQuestionAnswered(id, QUESTION, 1, "We open the door."));
        event(id, new BidEvent.BudgetSaved(id, 1, asking(lead, 30_000_00)));
    }

    private static void event(String id, BidEvent event) {
        sides.log.add(id, "lena", Objects.requireNonNull(event));
    }

    private static Budget asking(String organisation, long pence) {
        return new Budget(
                organisation,
                List.of(new Budget.Year(
                        YEAR,
                        Uplift.NONE,
                        new DirectCosts(
                                List.of(),
                                List.of(new DirectCosts.Spending(
                                        CostKind.DELIVERY, "Drop-in of " + organisation, pence, false)),
                                List.of()),
                        Overheads.none(YEAR),
                        Funding.asking(pence))));
    }
}
