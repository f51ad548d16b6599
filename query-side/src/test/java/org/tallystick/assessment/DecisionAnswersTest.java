package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.AssessmentQuery.AssessmentSummary;
import org.tallystick.assessment.AssessmentQuery.Assessments;
import org.tallystick.assessment.AssessmentQuery.DecisionOf;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.OneAssessment;
import org.tallystick.assessment.AssessmentQuery.RankedBid;
import org.tallystick.assessment.AssessmentQuery.RankingOf;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.award.AgreementTerms;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.award.Instalment;
import org.tallystick.award.Reporting;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.Bids;
import org.tallystick.bid.BidQuery.CriterionFeedback;
import org.tallystick.bid.BidQuery.OneBid;
import org.tallystick.bid.BidState;
import org.tallystick.bid.Budget;
import org.tallystick.bid.Certification;
import org.tallystick.bid.FullCost;
import org.tallystick.bid.Project;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.GrantCallState;
import org.tallystick.call.Substance;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.ledger.LedgerQuery;
import org.tallystick.opendata.PublicQuery;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Currency;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.HomeQuery.Duty;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.platform.NameQuery.NamesOf;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Samples;
import org.tallystick.registry.OrganisationEvent;
import org.tallystick.registry.OrganisationKind;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;

/** Two calls that are the same, but of one the applicants have been told and of the other not. */
class DecisionAnswersTest {

    private static final String COUNCIL = "GB-LAE-MAN";
    private static final String CENTRE = "GB-CHC-9000142";
    private static final String OTHER = "GB-CHC-9000357";
    private static final String FUND = "fund-1";
    private static final Actor LEAD = actor(Role.APPLICANT_LEAD, CENTRE);
    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final Actor GOVERNOR = actor(Role.GOVERNOR, COUNCIL);
    private static final Actor ASHA = new Actor("asha", "", Role.ASSESSOR, COUNCIL, "");
    private static final Actor AXEL = new Actor("axel", "", Role.ASSESSOR, "GB-LAE-LDS", "");
    private static final FinancialYear YEAR = new FinancialYear(2026);
    private static final CallTerms TERMS = Samples.of(CallTerms.class);
    private static final String CRITERION = TERMS.criteria().getFirst().name();
    private static final Budget BUDGET = Samples.of(Budget.class);
    private static final Instant SENT = Instant.parse("2026-06-15T11:00:00Z");

    private static QueryFixture sides;

    @BeforeAll
    static void two_calls() {
        sides = new QueryFixture();
        sides.log
                .add(
                        CENTRE,
                        "op",
                        new OrganisationEvent.OrganisationApplied(
                                CENTRE, "The centre", OrganisationKind.VOLUNTARY_ORGANISATION, List.of(), "Northmoor"))
                .add(CENTRE, "op", new OrganisationEvent.OrganisationRegistered(CENTRE))
                .add(FUND, "gita", fund());
        for (String call : List.of("secret", "told")) {
            call(call);
            bid(call, "-a", CENTRE);
            bid(call, "-b", OTHER);
            assessments(call);
            decided(call);
        }
        happened("told", "gita", new GrantCallEvent.ApplicantsInformed("told"));
        call("judged");
        bid("judged", "-a", CENTRE);
        happened("judged", "carl", new GrantCallEvent.AssessmentBegun("judged"));
        invited("judged", "judged-1", "judged-a", "asha");
        happened("judged-1", "asha", new AssessmentEvent.AssessmentAccepted("judged-1", NoInterest.STATEMENT));
        invited("judged", "judged-2", "judged-a", "axel");
        happened("judged-2", "axel", new AssessmentEvent.AssessmentAccepted("judged-2", NoInterest.STATEMENT));
        happened("judged-2", "axel", new AssessmentEvent.ScoresSaved("judged-2", 1, score(4)));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void an_applicant_learns_what_became_of_its_bid_when_all_do() {
        BidView secret = sides.ask(LEAD, new OneBid("secret-a"));
        assertThat(secret.summary().state()).isEqualTo(BidState.SUBMITTED);
        assertThat(secret.outcome()).isNull();
        BidView told = sides.ask(LEAD, new OneBid("told-a"));
        assertThat(told.summary().state()).isEqualTo(BidState.AWARDED);
        assertThat(Objects.requireNonNull(told.outcome()).awardId()).isEqualTo("told-award");
        assertThat(told.outcome().reason()).isEqualTo("A good bid.");
        assertThat(told.outcome().feedback())
                .containsExactly(new CriterionFeedback(CRITERION, List.of("Because.", "Because.")));
        assertThat(told.outcome().gapPence())
                .isEqualTo(FullCost.of(BUDGET).recovery().gapPence() + 500_000);
        assertThat(sides.ask(actor(Role.APPLICANT_LEAD, OTHER), new OneBid("told-b"))
                        .outcome())
                .extracting(outcome -> Objects.requireNonNull(outcome).outcome())
                .isEqualTo(BidState.DECLINED);
    }

    @Test
    void no_filter_tells_before_that() {
        assertThat(bids(LEAD, BidState.AWARDED)).containsExactly("told-a");
        assertThat(bids(LEAD, BidState.SUBMITTED)).containsExactlyInAnyOrder("secret-a", "judged-a");
        assertThat(bids(GOVERNOR, BidState.AWARDED)).containsExactlyInAnyOrder("secret-a", "told-a");
        assertThat(sides.ask(ASHA, new OneBid("secret-a")).outcome()).isNull();
    }

    @Test
    void the_history_of_a_bid_does_not_tell_before_that() {
        assertThat(history(LEAD, "secret-a")).contains("bid.BidSubmitted").doesNotContain("bid.BidAwarded");
        assertThat(history(LEAD, "told-a")).contains("bid.BidAwarded");
        assertThat(history(AUDITOR, "secret-a")).contains("bid.BidAwarded");
        assertThat(history(actor(Role.APPLICANT_LEAD, OTHER), "secret-b"))
                .contains("bid.BidSubmitted")
                .doesNotContain("bid.BidDeclined");
    }

    private static List<String> history(Actor actor, String bidId) {
        return sides.ask(actor, new HistoryOf(HistoryQuery.Subject.BID, bidId, 0, 0)).items().stream()
                .map(happening -> happening.type())
                .toList();
    }

    @Test
    void no_award_of_it_is_seen_before_that_by_any_way() {
        for (Actor outsider : List.of(LEAD, Actor.ANYONE, actor(Role.WORKER, CENTRE), ASHA)) {
            assertThat(sides.ask(outsider, new Awards(null, null, null, null, null, 0, 0))
                            .items())
                    .extracting(award -> award.awardId())
                    .containsExactly("told-award");
            notFound(() -> sides.ask(outsider, new OneAward("secret-award")));
        }
        assertThat(sides.ask(LEAD, new NamesOf(List.of("secret-award", "told-award")))
                        .all())
                .extracting(named -> named.id())
                .containsExactly("told-award");
        assertThat(sides.ask(LEAD, new WhatNeedsMe()).duties())
                .filteredOn(duty -> duty.kind().equals("sign-agreement"))
                .extracting(Duty::subjectId)
                .containsExactly("told-award");
        assertThat(sides.ask(
                                LEAD,
                                new LedgerQuery.Statement(
                                        LedgerQuery.Subject.ORGANISATION, CENTRE, null, null, PointInTime.NOW, 0, 0))
                        .toString())
                .contains("told-award")
                .doesNotContain("secret-award");
        assertThat(sides.ask(Actor.ANYONE, new PublicQuery.Totals()).awardedPence())
                .isEqualTo(1_500_000);
        assertThat(sides.ask(Actor.ANYONE, new OneOrganisation(CENTRE))
                        .summary()
                        .awards())
                .isEqualTo(1);
        assertThat(sides.ask(GOVERNOR, new Awards(null, null, null, null, null, 0, 0))
                        .items())
                .hasSize(2);
    }

    @Test
    void an_assessor_reads_the_bids_they_accepted_and_no_other() {
        assertThat(bids(ASHA, null)).containsExactlyInAnyOrder("secret-a", "told-a", "judged-a");
        notFound(() -> sides.ask(ASHA, new OneBid("told-b")));
        assertThat(sides.ask(ASHA, new OneBid("judged-a")).project().saved().savedBy())
                .isNull();
        notFound(() -> sides.ask(new Actor("rex", "", Role.ASSESSOR, COUNCIL, ""), new OneBid("secret-a")));
        notFound(() -> sides.ask(new Actor("ina", "", Role.ASSESSOR, COUNCIL, ""), new OneBid("secret-a")));
    }

    @Test
    void an_assessor_sees_the_scores_of_others_once_they_have_given_their_own() {
        assertThat(assessments(ASHA, "judged-a")).containsExactly("judged-1");
        notFound(() -> sides.ask(ASHA, new OneAssessment("judged-2")));
        assertThat(assessments(ASHA, "secret-a")).containsExactlyInAnyOrder("secret-1", "secret-2");
        assertThat(sides.ask(ASHA, new OneAssessment("secret-2")).totalPoints()).isEqualTo(400);
        assertThat(assessments(AXEL, "secret-a")).doesNotContain("secret-recused", "secret-invited");
        assertThat(assessments(ASHA, null)).contains("secret-1", "judged-1").doesNotContain("secret-2");
    }

    @Test
    void the_holder_of_the_call_reads_scores_once_they_are_given() {
        assertThat(sides.ask(GOVERNOR, new OneAssessment("secret-1")).scores()).isEqualTo(score(3));
        assertThat(sides.ask(GOVERNOR, new OneAssessment("judged-2")).scores()).isEmpty();
        assertThat(sides.ask(GOVERNOR, new OneAssessment("secret-recused")).scores())
                .isEmpty();
        assertThat(sides.ask(AUDITOR, new OneAssessment("judged-2")).scores()).isEqualTo(score(4));
        notFound(() -> sides.ask(actor(Role.GOVERNOR, "GB-LAE-LDS"), new OneAssessment("secret-1")));
    }

    @Test
    void who_holds_the_call_and_assesses_a_bid_sees_no_scores_of_it_before_giving_their_own() {
        Actor ashaAsCommissioner = new Actor("asha", "", Role.COMMISSIONER, COUNCIL, "");
        Actor axelAsCommissioner = new Actor("axel", "", Role.COMMISSIONER, COUNCIL, "");
        notFound(() -> sides.ask(ashaAsCommissioner, new RankingOf("judged")));
        assertThat(sides.ask(axelAsCommissioner, new OneAssessment("secret-1")).scores())
                .isEqualTo(score(3));
        assertThat(sides.ask(ashaAsCommissioner, new RankingOf("secret"))).isNotEmpty();
    }

    @Test
    void bids_are_ranked_by_what_counts() {
        assertThat(sides.ask(GOVERNOR, new RankingOf("secret")))
                .extracting(
                        RankedBid::bidId,
                        bid -> bid.place().rank(),
                        bid -> bid.place().assessments(),
                        bid -> bid.place().averageHundredths())
                .containsExactly(Tuple.tuple("secret-a", 1, 2, 350L), Tuple.tuple("secret-b", 0, 0, 0L));
        notFound(() -> sides.ask(actor(Role.GOVERNOR, "GB-LAE-LDS"), new RankingOf("secret")));
    }

    @Test
    void the_holder_of_the_call_reads_what_is_recommended_and_the_gap_it_leaves() {
        DecisionView decision = sides.ask(GOVERNOR, new DecisionOf("secret"));
        assertThat(decision.state()).isEqualTo(GrantCallState.DECIDED);
        assertThat(decision.version()).isEqualTo(1);
        assertThat(decision.recommendedBy()).isEqualTo("carl");
        assertThat(decision.approvedBy()).isEqualTo("gita");
        assertThat(decision.bids().getFirst().leftPence()).isEqualTo(500_000);
        assertThat(decision.bids().getFirst().gapPence())
                .isEqualTo(FullCost.of(BUDGET).recovery().gapPence() + 500_000);
        assertThat(sides.ask(GOVERNOR, new DecisionOf("judged")).bids()).isEmpty();
        notFound(() -> sides.ask(actor(Role.COMMISSIONER, "GB-LAE-LDS"), new DecisionOf("secret")));
        assertThatThrownBy(() -> sides.ask(LEAD, new DecisionOf("told")))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_ALLOWED));
    }

    private static List<String> bids(Actor actor, @Nullable BidState state) {
        return sides.ask(actor, new Bids(null, state, 0, 0)).items().stream()
                .map(BidSummary::bidId)
                .toList();
    }

    private static List<String> assessments(Actor actor, @Nullable String bidId) {
        return sides.ask(actor, new Assessments(null, bidId, null, 0, 0)).items().stream()
                .map(AssessmentSummary::assessmentId)
                .toList();
    }

    private static void notFound(ThrowingCallable ask) {
        assertThatThrownBy(ask)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_FOUND));
    }

    private static void call(String id) {
        happened(id, "carl", new GrantCallEvent.CallDrafted(id, COUNCIL, TERMS));
        happened(
                id,
                "gita",
                new GrantCallEvent.CallApproved(
                        id, 1, new Substance.Finding(Substance.Conclusion.GRANT, "It is one.")));
        happened(id, "operator", new GrantCallEvent.CallOpened(id, SENT));
        happened(id, "operator", new GrantCallEvent.CallClosed(id, SENT));
    }

    private static void bid(String call, String suffix, String applicant) {
        String id = call + suffix;
        happened(id, "lena", new BidEvent.BidStarted(id, call, applicant));
        happened(id, "lena", new BidEvent.ProjectDescribed(id, 1, Samples.of(Project.class)));
        happened(id, "lena", new BidEvent.BudgetSaved(id, 1, BUDGET));
        happened(id, "lena", new BidEvent.BidCertified(id, 1, Certification.STATEMENT));
        happened(id, "lena", new BidEvent.BidSubmitted(id, SENT));
    }

    /** Of the first bid: two that count, one of somebody who stepped back, one invitation. */
    private static void assessments(String call) {
        happened(call, "carl", new GrantCallEvent.AssessmentBegun(call));
        submitted(call, "-1", "asha", 3);
        submitted(call, "-2", "axel", 4);
        submitted(call, "-recused", "rex", 0);
        happened(call + "-recused", "rex", new AssessmentEvent.AssessmentRecused(call + "-recused"));
        invited(call, call + "-invited", call + "-a", "ina");
    }

    private static void submitted(String call, String suffix, String assessor, int points) {
        String id = call + suffix;
        invited(call, id, call + "-a", assessor);
        happened(id, assessor, new AssessmentEvent.AssessmentAccepted(id, NoInterest.STATEMENT));
        happened(id, assessor, new AssessmentEvent.ScoresSaved(id, 1, score(points)));
        happened(id, assessor, new AssessmentEvent.AssessmentSubmitted(id));
    }

    private static void invited(String call, String id, String bidId, String assessor) {
        happened(id, "carl", new AssessmentEvent.AssessorInvited(id, call, bidId, assessor, COUNCIL));
    }

    private static List<Score> score(int points) {
        return List.of(new Score(CRITERION, points, "Because."));
    }

    /** £5,000 less than was asked for. */
    private static void decided(String call) {
        List<YearAmount> amounts = List.of(new YearAmount(YEAR, 1_500_000));
        String awardId = call + "-award";
        List<Slice> slices = List.of(new Slice(COUNCIL, YEAR, Slice.UNRESTRICTED, 1_500_000));
        happened(
                call,
                "carl",
                new GrantCallEvent.AwardsRecommended(
                        call,
                        1,
                        List.of(
                                new Recommendation(
                                        call + "-a", Outcome.AWARD, awardId, FUND, null, amounts, "A good bid."),
                                new Recommendation(
                                        call + "-b", Outcome.DECLINE, null, null, null, List.of(), "Not clear."))));
        happened(call, "gita", new GrantCallEvent.DecisionApproved(call, 1));
        happened(call + "-a", "gita", new BidEvent.BidAwarded(call + "-a", awardId, amounts, "A good bid."));
        happened(call + "-b", "gita", new BidEvent.BidDeclined(call + "-b", "Not clear."));
        happened(FUND, "gita", new FundEvent.MoneyCommitted(FUND, awardId, call, CENTRE, slices));
        happened(
                awardId,
                "gita",
                new AwardEvent.AwardCommitted(
                        awardId,
                        FUND,
                        call,
                        COUNCIL,
                        CENTRE,
                        "gita",
                        "Somewhere to go",
                        "A drop-in",
                        Currency.GBP,
                        List.of(new Instalment(1, LocalDate.of(2026, 10, 1), slices))));
        happened(
                awardId,
                "carl",
                new AwardEvent.AgreementOffered(
                        awardId,
                        1,
                        Samples.of(AgreementTerms.class),
                        Reporting.ONCE,
                        List.of(),
                        LocalDate.of(2026, 12, 1)));
    }

    private static FundEvent fund() {
        return new FundEvent.FundOpened(
                FUND,
                "Women's fund",
                COUNCIL,
                "A purpose",
                Currency.GBP,
                org.tallystick.fund.DrawOrder.IN_ORDER,
                org.tallystick.fund.CommitAgainst.RECEIVED);
    }

    private static void happened(String aggregate, String person, org.tallystick.platform.Event event) {
        sides.log.add(aggregate, person, event);
    }
}
