package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.assessment.AssessmentQuery.AssessmentSummary;
import org.tallystick.assessment.AssessmentQuery.AssessmentView;
import org.tallystick.assessment.AssessmentQuery.Assessments;
import org.tallystick.assessment.AssessmentQuery.OneAssessment;
import org.tallystick.award.FormKey;
import org.tallystick.bid.BidSamples;
import org.tallystick.call.CallSamples;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class AssessmentPagesTest {

    private static final Score REACH = new Score("Reach", 4, "They name <who> comes.");
    private static final Score LED = new Score("Led by women", 2, "Asked once.");

    private final Browser browser;
    private final FakeSides sides;
    private String me = "";

    AssessmentPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void an_assessor() throws Exception {
        sides.clear();
        BidSamples.into(sides);
        sides.answer(OneCall.class, query -> CallSamples.view(query.callId(), GrantCallState.ASSESSING));
        browser.logIn("assessor");
        me = BidSamples.ASSESSOR;
        sides.answer(
                Assessments.class,
                query -> new Paged<>(
                        List.of(
                                summary("s-1", me, AssessmentState.INVITED),
                                summary("s-2", "p-other", AssessmentState.SUBMITTED)),
                        2,
                        1,
                        50));
    }

    @Test
    void the_list_says_what_waits() throws Exception {
        assertThat(browser.open("/assessments").body())
                .contains("Bids to read", "href=\"/assessments/s-1\"", "Invited", "Scores given")
                .contains("A door &lt;that&gt; opens", "Second Chance Kitchen");
        browser.logIn("commissioner");
        assertThat(browser.open("/").body()).doesNotContain("Bids to read");
    }

    @Test
    void before_the_declaration_nothing_of_the_bid_is_shown() throws Exception {
        there(AssessmentState.INVITED, 0);
        String page = browser.open("/assessments/s-1").body();
        assertThat(page)
                .contains("Will you read this bid?", NoInterest.STATEMENT, "Second Chance Kitchen")
                .contains("href=\"/assessments/s-1/decline\"")
                .doesNotContain("They have somewhere to go.", "£50,000", "Your scores");
        assertThat(browser.send("/assessments/s-1", Map.of("key", FormKey.of(page)))
                        .body())
                .contains("There is a problem", "Tick the declaration, or do not take the bid on.");
        assertThat(sides.effects()).isEmpty();
        HttpResponse<String> after =
                browser.send("/assessments/s-1", Map.of("key", FormKey.of(page), "statement", "yes"));
        assertThat(after.uri().getPath()).isEqualTo("/assessments/s-1");
        assertThat(sides.effects())
                .containsExactly(new AssessmentCommand.AcceptAssessment("s-1", NoInterest.STATEMENT));
    }

    @Test
    void who_does_not_take_it_on_or_steps_back_says_why() throws Exception {
        there(AssessmentState.INVITED, 0);
        assertThat(browser.send("/assessments/s-1/decline", Map.of("key", "k-1"))
                        .body())
                .contains("Choose why.");
        browser.send("/assessments/s-1/decline", Map.of("key", "k-2", "recusalReason", "FAMILY_OR_FRIENDSHIP"));
        there(AssessmentState.ACCEPTED, 0);
        assertThat(browser.open("/assessments/s-1").body()).contains("href=\"/assessments/s-1/step-back\"");
        browser.send("/assessments/s-1/step-back", Map.of("key", "k-3", "recusalReason", "MONEY"));
        assertThat(sides.effects())
                .containsExactly(
                        new AssessmentCommand.DeclineAssessment("s-1", RecusalReason.FAMILY_OR_FRIENDSHIP),
                        new AssessmentCommand.RecuseAssessment("s-1", RecusalReason.MONEY));
    }

    @Test
    void the_bid_is_read_beside_its_criteria() throws Exception {
        there(AssessmentState.ACCEPTED, 1, REACH);
        assertThat(browser.open("/assessments/s-1").body())
                .contains("They have somewhere to go.", "Reach, 60% of the whole", "Counts leaflets")
                .contains("Names who comes, and why they stay", "Led by women, 40% of the whole")
                .contains("They name &lt;who&gt; comes.</textarea>")
                .containsPattern("name=\"points-1\" value=\"4\"[^>]*checked=\"checked\"")
                .contains("name=\"readVersion\" value=\"1\"")
                .containsOnlyOnce("<h1");
    }

    @Test
    void scores_are_saved_at_any_moment_and_half_a_score_is_asked_for() throws Exception {
        there(AssessmentState.ACCEPTED, 0);
        assertThat(browser.send("/assessments/s-1/scores", Map.of("key", "k-1", "readVersion", "0"))
                        .body())
                .contains("Choose points for one criterion at least");
        assertThat(browser.send(
                                "/assessments/s-1/scores",
                                Map.of("key", "k-1", "readVersion", "0", "points-1", "4", "reason-2", "Asked once."))
                        .body())
                .contains("Say why you give 4 for “Reach”.", "Choose the points for “Led by women”.")
                .contains("Asked once.</textarea>")
                .containsPattern("name=\"points-1\" value=\"4\"[^>]*checked=\"checked\"");
        assertThat(sides.effects()).isEmpty();
        Map<String, String> one =
                Map.of("key", "k-2", "readVersion", "0", "points-1", "4", "reason-1", REACH.reason(), "step", "check");
        HttpResponse<String> saved = browser.send("/assessments/s-1/scores", one);
        assertThat(saved.uri().getPath()).isEqualTo("/assessments/s-1");
        assertThat(saved.body()).contains("Your scores are saved. 1 criterion is still to be scored.");
        assertThat(sides.effects()).containsExactly(new AssessmentCommand.SaveScores("s-1", 0, List.of(REACH)));
    }

    @Test
    void scores_saved_in_another_window_are_shown_beside_those_typed() throws Exception {
        there(AssessmentState.ACCEPTED, 3, REACH);
        sides.refuse(Rejection.of(Refusal.CONFLICT, "readVersion", "Version 3 was saved since."));
        assertThat(browser.send(
                                "/assessments/s-1/scores",
                                Map.of("key", "k-1", "readVersion", "2", "points-1", "1", "reason-1", "Only leaflets."))
                        .body())
                .contains("Only leaflets.</textarea>", "As it is saved now: 4 of 5", "They name &lt;who&gt; comes.")
                .contains("name=\"readVersion\" value=\"3\"", "Save mine in place of what is saved");
    }

    @Test
    void what_is_typed_after_the_scores_were_given_stays_to_be_read() throws Exception {
        Map<String, String> typed =
                Map.of("key", "k-1", "readVersion", "1", "points-1", "1", "reason-1", "Too <thin>.");
        there(AssessmentState.SUBMITTED, 1, REACH, LED);
        assertThat(browser.send("/assessments/s-1/scores", typed).body())
                .contains("Nothing was saved: the scores of this bid cannot be changed now.")
                .contains("<figcaption>Reach: 1 of 5</figcaption>", "Too &lt;thin&gt;.</blockquote>")
                .contains("Reach, 60%: 4 of 5");
        there(AssessmentState.ACCEPTED, 1, REACH);
        sides.answer(OneCall.class, query -> CallSamples.view(query.callId(), GrantCallState.DECIDED));
        assertThat(browser.send("/assessments/s-1/scores", typed).body())
                .contains("What you typed, not saved", "Too &lt;thin&gt;.</blockquote>");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void scores_are_checked_once_more_before_they_are_given() throws Exception {
        there(AssessmentState.ACCEPTED, 1, REACH, LED);
        Map<String, String> all = Map.of(
                "key",
                "k-1",
                "readVersion",
                "1",
                "points-1",
                "4",
                "reason-1",
                "Good.",
                "points-2",
                "2",
                "reason-2",
                "Weak.",
                "step",
                "check");
        HttpResponse<String> check = browser.send("/assessments/s-1/scores", all);
        assertThat(check.uri().getPath()).isEqualTo("/assessments/s-1/give");
        assertThat(check.body())
                .contains("Reach, 60%", "4 of 5: They name", "3.2 of 5", "Give the scores to HMP Northfield");
        browser.send("/assessments/s-1/give", Map.of("key", "k-2"));
        assertThat(sides.effects().getLast()).isEqualTo(new AssessmentCommand.SubmitAssessment("s-1"));
    }

    @Test
    void scores_to_be_given_are_those_that_were_saved_just_before() throws Exception {
        there(AssessmentState.ACCEPTED, 1, REACH, LED);
        sides.beSlow();
        assertThat(browser.open("/assessments/s-1/give?after=99").body()).contains("What you did is recorded.");
    }

    @Test
    void scores_that_are_given_are_read_with_those_of_the_others() throws Exception {
        there(AssessmentState.SUBMITTED, 1, REACH, LED);
        assertThat(browser.open("/assessments/s-1").body())
                .contains("Scores: 3.2 of 5", "Reach, 60%: 4 of 5", "href=\"/assessments/s-2\"")
                .doesNotContain("name=\"points-1\"");
        me = "somebody-else";
        there(AssessmentState.SUBMITTED, 1, REACH, LED);
        assertThat(browser.open("/assessments/s-1").body())
                .contains("Scores: 3.2 of 5")
                .doesNotContain("step-back", "They have somewhere to go.");
        assertThat(browser.send("/assessments/s-1/scores", Map.of("key", "k-1")).statusCode())
                .isEqualTo(403);
    }

    private void there(AssessmentState state, int version, Score... scores) {
        List<Score> all = List.of(scores);
        sides.answer(
                OneAssessment.class,
                query -> new AssessmentView(
                        summary(query.assessmentId(), me, state),
                        version,
                        all,
                        Ranking.points(CallSamples.terms().criteria(), all)));
    }

    private static AssessmentSummary summary(String id, String assessor, AssessmentState state) {
        return new AssessmentSummary(
                id,
                "c-assessing",
                CallSamples.view("c-assessing", GrantCallState.ASSESSING)
                        .summary()
                        .title(),
                "b-submitted",
                "A door <that> opens",
                "o-2",
                "Second Chance Kitchen",
                assessor,
                state,
                Instant.parse("2026-11-20T10:00:00Z"));
    }
}
