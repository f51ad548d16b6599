package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.assessment.AssessmentQuery.ComparedBid;
import org.tallystick.assessment.AssessmentQuery.DecisionOf;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.EnvelopeLeft;
import org.tallystick.assessment.AssessmentQuery.PromotedBid;
import org.tallystick.assessment.AssessmentQuery.RecommendedBid;
import org.tallystick.assessment.AssessmentQuery.ReserveOf;
import org.tallystick.assessment.AssessmentQuery.ReserveView;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.bid.BidSamples;
import org.tallystick.bid.BidState;
import org.tallystick.call.CallSamples;
import org.tallystick.call.DecisionTimes;
import org.tallystick.call.EffortFigures;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.GrantCallQuery.CallFigures;
import org.tallystick.call.GrantCallQuery.FiguresOfCall;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.call.GrantCallState;
import org.tallystick.call.StandingFigures;
import org.tallystick.platform.Browser;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.ByAndForStanding;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class PromotePageTest {

    private static final String HOME = "/calls/c-informed";
    private static final FinancialYear YEAR = new FinancialYear(2027);

    private final Browser browser;
    private final FakeSides sides;

    PromotePageTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void two_in_reserve() throws Exception {
        sides.clear();
        BidSamples.into(sides);
        sides.answer(OneCall.class, query -> CallSamples.view(query.callId(), GrantCallState.INFORMED));
        SideBySideSamples.into(
                sides,
                List.of(
                        bid("b-awarded", BidState.AWARDED, 1),
                        bid("b-2", BidState.RESERVED, 2),
                        bid("b-3", BidState.RESERVED, 3)));
        sides.answer(
                DecisionOf.class,
                query -> new DecisionView(
                        query.callId(),
                        GrantCallState.INFORMED,
                        1,
                        "p-commissioner",
                        "p-9",
                        List.of(recommended("b-2", Outcome.RESERVE), recommended("b-3", Outcome.RESERVE))));
        LocalDate day = LocalDate.of(2026, 6, 1);
        sides.answer(
                FiguresOfCall.class,
                query -> new CallFigures(
                        query.callId(),
                        "Doors",
                        "o-1",
                        "Northfield",
                        true,
                        DecisionTimes.of(day, day, day, day, day, List.of()),
                        new EffortFigures(7, null),
                        StandingFigures.of(Map.of())));
        reserve(0, null, List.of());
        browser.logIn("commissioner");
    }

    @Test
    void the_best_in_reserve_is_chosen_first_and_another_may_be() throws Exception {
        assertThat(browser.open(HOME + "/decision").body())
                .contains(HOME + "/promote", "£90,000 is left.", "Organisations without a verified by-and-for standing")
                .doesNotContain(HOME + "/approve-promotion");
        assertThat(browser.open(HOME + "/promote").body())
                .contains("Award to Organisation b-2", HOME + "/promote?bid=b-3", "£90,000 is left.")
                .contains("name=\"amount-b-2-2027-28\"", "value=\"50,000\"")
                .doesNotContain("b-awarded")
                .containsOnlyOnce("<h1");
        assertThat(browser.open(HOME + "/promote?bid=b-3").body()).contains("Award to Organisation b-3");
    }

    @Test
    void what_was_typed_stays_when_something_is_missing_or_refused() throws Exception {
        Map<String, String> typed = new HashMap<>(Map.of("key", "k-1", "readVersion", "0", "bid", "b-3"));
        typed.put("amount-b-3-2027-28", "40,000");
        assertThat(browser.send(HOME + "/promote", typed).body())
                .contains("Choose the fund for the award to Organisation b-3.", "value=\"40,000\"");
        typed.put("source-b-3", "f-1|women only services");
        typed.put("reason-b-3", "Next.");
        sides.refuse(Rejection.of(Refusal.NOT_ENOUGH_MONEY, "amounts", "£5,000 is missing."));
        assertThat(browser.send(HOME + "/promote", typed).body()).contains("£5,000 is missing.", "Next.</textarea>");
    }

    @Test
    void one_person_recommends_and_another_approves() throws Exception {
        Map<String, String> typed = new HashMap<>(Map.of("key", "k-1", "readVersion", "0", "bid", "b-3"));
        typed.put("amount-b-3-2027-28", "40,000");
        typed.put("source-b-3", "f-1|women only services");
        typed.put("reason-b-3", "Clear.");
        browser.send(HOME + "/promote", typed);
        reserve(1, recommended("b-3", Outcome.AWARD), List.of());
        assertThat(browser.open(HOME + "/promote").body()).contains("What you recommend here takes its place.");
        browser.logIn("governor");
        assertThat(browser.open(HOME + "/decision").body())
                .contains(HOME + "/approve-promotion", "Recommended, not approved yet. Award of £40,000");
        assertThat(browser.open(HOME + "/approve-promotion").body())
                .contains("Approve, and commit £40,000 to Organisation b-3", "name=\"readVersion\" value=\"1\"");
        browser.send(HOME + "/approve-promotion", Map.of("key", "k-2", "readVersion", "1"));
        assertThat(sides.effects())
                .containsExactly(
                        new GrantCallCommand.RecommendPromotion("c-informed", 0, award("b-3")),
                        new GrantCallCommand.ApprovePromotion("c-informed", 1));
    }

    @Test
    void who_recommended_it_does_not_approve_it_and_with_nobody_left_it_is_over() throws Exception {
        reserve(1, recommended("b-3", Outcome.AWARD), List.of(), "p-governor");
        browser.logIn("governor");
        assertThat(browser.open(HOME + "/decision").body()).doesNotContain(HOME + "/approve-promotion");
        reserve(
                2,
                null,
                List.of(
                        new PromotedBid(recommended("b-2", Outcome.AWARD), LocalDate.of(2026, 9, 9)),
                        new PromotedBid(recommended("b-3", Outcome.AWARD), null)));
        assertThat(browser.open(HOME + "/decision").body())
                .contains("Promoted on 9 September 2026. Award of £40,000")
                .doesNotContain(HOME + "/promote");
    }

    private void reserve(int version, @Nullable RecommendedBid waiting, List<PromotedBid> promoted) {
        reserve(version, waiting, promoted, "p-commissioner");
    }

    private void reserve(int version, @Nullable RecommendedBid waiting, List<PromotedBid> promoted, String by) {
        sides.answer(
                ReserveOf.class,
                query -> new ReserveView(
                        query.callId(),
                        version,
                        waiting == null ? null : by,
                        waiting,
                        promoted,
                        List.of(new EnvelopeLeft("f-1", YEAR, "women only services", 20_000_050, 9_000_000)),
                        4_000_000));
    }

    private static ComparedBid bid(String id, BidState state, int rank) {
        ComparedBid sample = SideBySideSamples.bid(
                id, id, "Project", ByAndForStanding.NONE, SideBySideSamples.place(id, rank, 500 - rank));
        return new ComparedBid(
                id,
                id,
                sample.applicantName(),
                List.of(),
                "Project of " + id,
                sample.place(),
                state,
                sample.standing(),
                sample.recovery(),
                sample.asked(),
                sample.rank(),
                2,
                2);
    }

    private static RecommendedBid recommended(String id, Outcome outcome) {
        return new RecommendedBid(
                id,
                id,
                "Organisation " + id,
                "Project",
                5_000_000,
                outcome == Outcome.AWARD ? 1_000_000 : 5_000_000,
                0,
                List.of(),
                outcome == Outcome.AWARD
                        ? award(id)
                        : new Recommendation(id, outcome, null, null, null, List.of(), "Next."));
    }

    private static Recommendation award(String id) {
        return new Recommendation(
                id,
                Outcome.AWARD,
                Deeds.idFrom(Form.empty().put("key", "k-1"), "award-", id),
                "f-1",
                "women only services",
                List.of(new YearAmount(YEAR, 4_000_000)),
                "Clear.");
    }
}
