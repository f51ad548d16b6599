package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.assessment.AssessmentQuery.AssessmentSummary;
import org.tallystick.assessment.AssessmentQuery.Assessments;
import org.tallystick.assessment.AssessmentState;
import org.tallystick.award.AwardQuery;
import org.tallystick.award.AwardSamples;
import org.tallystick.award.FormKey;
import org.tallystick.bid.BidQuery.Bids;
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
class BidPagesTest {

    private final Browser browser;
    private final FakeSides sides;

    BidPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_lead() throws Exception {
        sides.clear();
        BidSamples.into(sides);
        browser.logIn("applicant_lead");
    }

    @Test
    void a_bid_is_begun_from_the_page_of_an_open_call_with_one_click() throws Exception {
        sides.answer(Bids.class, query -> new Paged<>(List.of(), 0, 1, 1));
        String page = browser.open("/calls/c-open").body();
        assertThat(page).contains("Start a bid").doesNotContain("Carry on with your bid");
        Map<String, String> sent = Map.of("key", FormKey.of(page), "callId", "c-open");
        HttpResponse<String> first = browser.send("/bids/start", sent);
        browser.send("/bids/start", sent);
        assertThat(sides.effects()).singleElement().isInstanceOfSatisfying(BidCommand.StartBid.class, start -> {
            assertThat(start.callId()).isEqualTo("c-open");
            assertThat(start.applicant()).isEqualTo("o-2");
            assertThat(first.uri().getPath()).isEqualTo("/bids/" + start.bidId());
        });
    }

    @Test
    void where_there_is_a_bid_already_one_goes_on_with_that() throws Exception {
        assertThat(browser.open("/calls/c-open").body())
                .contains("Carry on with your bid", "href=\"/bids/b-started\"")
                .doesNotContain("Start a bid");
        sides.refuse(Rejection.of(Refusal.ALREADY_EXISTS, "callId", "There is one."));
        assertThat(browser.send("/bids/start", Map.of("callId", "c-open")).uri().getPath())
                .isEqualTo("/bids/b-started");
        assertThat(browser.open("/calls/c-closed").body()).doesNotContain("Carry on with your bid", "Start a bid");
    }

    @Test
    void only_people_of_applicants_are_offered_to_bid() throws Exception {
        browser.logIn("commissioner");
        assertThat(browser.open("/calls/c-open").body()).doesNotContain("Start a bid", "Carry on with your bid");
        assertThat(browser.send("/bids/start", Map.of("callId", "c-open")).statusCode())
                .isEqualTo(403);
        assertThat(browser.open("/bids/b-whole/project").statusCode()).isEqualTo(403);
    }

    @Test
    void the_list_says_what_is_missing_and_how_much_time_is_left() throws Exception {
        assertThat(browser.open("/bids").body())
                .contains("Being written", "0 of 4 parts done", "closes in 12 days, 4 December 2026 at 5pm")
                .contains("A door &lt;that&gt; opens", "£50,000", "sent 21 November 2026 at 8:40pm")
                .containsPattern("href=\"/bids\"[^>]*aria-current=\"page\"[^>]*>Bids</a>");
        sides.answer(Bids.class, query -> new Paged<>(List.of(), 0, 1, 50));
        assertThat(browser.open("/bids").body()).contains("No bids yet", "Start a bid");
    }

    @Test
    void a_bid_shows_its_parts_with_what_each_needs() throws Exception {
        assertThat(browser.open("/bids/b-started").body())
                .contains("Bid for “", "The call closes in 12 days, 4 December 2026 at 5pm UK time.")
                .contains("0 of 4 parts are done.", "Not started", "href=\"/bids/b-started/questions/1\"")
                .contains("Whether you may apply", "Your project in short", "What it costs and who pays", "Not yet")
                .contains("Answer to “" + BidSamples.QUESTION + "” saved, version 3", "p-9, applicant member")
                .doesNotContain("Costing sheet")
                .containsOnlyOnce("<h1");
        assertThat(browser.open("/bids/b-greedy").body())
                .contains("Saved by p-9 on 21 November 2026 at 8:40pm", "Done", "To finish")
                .contains("In 2027-28 the most you can ask for is £77,000", "Costing sheet for your board");
        assertThat(browser.open("/bids/b-whole").body()).contains("Everything is there. Check it once more");
    }

    @Test
    void who_cannot_apply_is_told_why_and_need_not_go_on() throws Exception {
        HttpResponse<String> after =
                browser.send("/bids/b-started/eligibility", answered("k-1", BidSamples.ELIGIBLE, "no"));
        assertThat(after.uri().getPath()).isEqualTo("/bids/b-started");
        assertThat(sides.effects())
                .containsExactly(new BidCommand.AnswerEligibility(
                        "b-started", 0, List.of(new EligibilityAnswer(BidSamples.ELIGIBLE, false))));
        assertThat(browser.open("/bids/b-against").body())
                .contains("By your answers your organisation cannot apply to this call. You need not go on.")
                .contains("<li>" + BidSamples.ELIGIBLE + "</li>", "another open call");
    }

    @Test
    void eligibility_wants_every_answer_and_leads_on_to_the_project() throws Exception {
        assertThat(browser.open("/bids/b-whole/eligibility").body())
                .contains(BidSamples.ELIGIBLE)
                .containsPattern("value=\"yes\" checked=\"checked\"");
        assertThat(browser.send("/bids/b-started/eligibility", answered("k-1", BidSamples.ELIGIBLE, ""))
                        .body())
                .contains("There is a problem", "Answer “" + BidSamples.ELIGIBLE + "”");
        assertThat(browser.send("/bids/b-started/eligibility", answered("k-2", BidSamples.ELIGIBLE, "yes"))
                        .uri()
                        .getPath())
                .isEqualTo("/bids/b-started/project");
    }

    @Test
    void an_answer_never_counts_for_a_question_that_was_not_read() throws Exception {
        Map<String, String> typed = answered("k-1", "Are you a charity?", "yes");
        typed.put("question-2", BidSamples.ELIGIBLE);
        typed.put("answer-2", "no");
        assertThat(browser.send("/bids/b-started/eligibility", typed).body())
                .contains(
                        "The call has changed what it asks here.", "name=\"question-1\" value=\"" + BidSamples.ELIGIBLE)
                .containsPattern("name=\"answer-1\" value=\"no\" checked=\"checked\"")
                .doesNotContainPattern("value=\"yes\" checked=\"checked\"")
                .doesNotContain("Are you a charity?");
        assertThat(browser.send("/bids/b-started/eligibility", Map.of("key", "k-2", "answer-1", "yes"))
                        .body())
                .contains("The call has changed what it asks here.");
        assertThat(sides.effects()).isEmpty();
    }

    private static Map<String, String> answered(String key, String question, String answer) {
        return new HashMap<>(Map.of("key", key, "readVersion", "0", "question-1", question, "answer-1", answer));
    }

    @Test
    void the_project_is_offered_from_the_last_bid_and_saved() throws Exception {
        assertThat(browser.open("/bids/b-started/project").body())
                .contains("Your last bid described “Evening door”", "Awards of this call begin from 1 April 2027");
        assertThat(browser.open("/bids/b-started/project?from=last").body())
                .contains("value=\"Evening door\"", "Two evenings a week.")
                .doesNotContain("Your last bid described");
        Map<String, String> typed =
                Map.of("key", "k-1", "readVersion", "0", "title", "Doors", "summary", "All of it", "place", "Eastmoor");
        assertThat(browser.send("/bids/b-started/project", typed).body())
                .contains("Enter the first day of the work.", "All of it</textarea>");
        var whole = new java.util.HashMap<>(typed);
        whole.putAll(Map.of("startsOn", "1/4/2027", "step", "list"));
        assertThat(browser.send("/bids/b-started/project", whole).uri().getPath())
                .isEqualTo("/bids/b-started");
        assertThat(sides.effects())
                .containsExactly(new BidCommand.DescribeProject(
                        "b-started", 0, "Doors", "All of it", "Eastmoor", java.time.LocalDate.of(2027, 4, 1)));
    }

    @Test
    void a_project_that_somebody_else_saved_meanwhile_is_shown_beside_ones_own() throws Exception {
        sides.refuse(Rejection.of(Refusal.CONFLICT, "readVersion", "You read version 2; it is at 3."));
        assertThat(browser.send(
                                "/bids/b-whole/project",
                                Map.of(
                                        "key",
                                        "k-1",
                                        "readVersion",
                                        "2",
                                        "title",
                                        "Mine",
                                        "summary",
                                        "My words",
                                        "place",
                                        "Northmoor",
                                        "startsOn",
                                        "1 April 2027"))
                        .body())
                .contains("As it is saved now", "A door &lt;that&gt; opens", "My words</textarea>")
                .contains("name=\"readVersion\" value=\"3\"", "Save mine in place of theirs")
                .doesNotContain(
                        "<span class=\"tally-under\">differs</span></th><td class=\"govuk-table__cell\">Northmoor");
    }

    @Test
    void after_the_deadline_everything_is_kept_and_it_says_that_it_was_late() throws Exception {
        BidSamples.close(sides);
        assertThat(browser.open("/bids/b-lapsed").body())
                .contains("Not sent in time", "It was too late: the call closed on 20 November 2026 at 5pm")
                .contains("All that was saved is kept below", "They have somewhere to go.")
                .doesNotContain("Check and send", "Reopen the bid");
        assertThat(browser.open("/bids/b-whole").body()).contains("It was too late", "They have somewhere to go.");
        assertThat(browser.open("/bids/b-whole/project").statusCode()).isEqualTo(409);
        sides.refuse(Rejection.of(Refusal.TOO_LATE, "The call has closed."));
        assertThat(browser.send(
                                "/bids/b-whole/questions/1",
                                Map.of("key", "k-1", "question", BidSamples.QUESTION, "text", "At the last moment"))
                        .body())
                .contains("What was saved before is kept", "At the last moment</textarea>");
    }

    @Test
    void a_bid_is_withdrawn_with_a_reason_and_taken_up_again_by_a_lead() throws Exception {
        assertThat(browser.open("/bids/b-submitted").body())
                .contains("It was sent on 21 November 2026 at 8:40pm.", "Withdraw the bid", "Reopen the bid")
                .contains("you hear by 29 January 2027");
        assertThat(browser.send("/bids/b-submitted/withdraw", Map.of("reason", " "))
                        .body())
                .contains("Say why.");
        browser.send("/bids/b-submitted/withdraw", Map.of("key", "k-1", "reason", "Not now."));
        browser.send("/bids/b-withdrawn/reopen", Map.of("key", "k-2"));
        assertThat(sides.effects())
                .containsExactly(
                        new BidCommand.WithdrawBid("b-submitted", "Not now."), new BidCommand.ReopenBid("b-withdrawn"));
        assertThat(browser.open("/bids/b-withdrawn").body())
                .contains("Withdrawn", "We found the money elsewhere.", "Reopen the bid");
        assertThat(browser.open("/bids/b-started/reopen").statusCode()).isEqualTo(409);
        browser.logIn("applicant_member");
        assertThat(browser.open("/bids/b-submitted").body()).doesNotContain("Withdraw the bid", "/reopen");
        assertThat(browser.open("/bids/b-submitted/withdraw").statusCode()).isEqualTo(403);
    }

    @Test
    void anybody_of_the_applicant_says_how_long_it_took_and_puts_it_right() throws Exception {
        browser.logIn("applicant_member");
        assertThat(browser.open("/bids/b-submitted").body())
                .contains("You said that it took 12 hours.", "Put the hours right", "/bids/b-submitted/hours");
        assertThat(browser.open("/bids/b-submitted/hours").body())
                .contains("How long did the bid take?", "Nobody has to say.", "value=\"12\"")
                .contains("Nobody who assesses or decides about your bid");
        for (String wrong : List.of("", "0", "12.5", "a day", "1001")) {
            assertThat(browser.send("/bids/b-submitted/hours", Map.of("key", "k-1", "hours", wrong))
                            .body())
                    .contains("There is a problem", "Enter the hours as a whole number from 1 to 1,000, such as 12.");
        }
        browser.send("/bids/b-submitted/hours", Map.of("key", "k-1", "hours", " 14 Hours "));
        assertThat(sides.effects()).containsExactly(new BidCommand.ReportHours("b-submitted", 14));
        assertThat(browser.open("/bids/b-started/hours").statusCode()).isEqualTo(409);
        assertThat(browser.open("/bids/b-started").body()).doesNotContain("/hours");
    }

    @Test
    void an_applicant_reads_what_was_decided_and_what_was_said_of_each_criterion() throws Exception {
        BidSamples.close(sides);
        sides.answer(AwardQuery.OneAward.class, _ -> AwardSamples.view("a-offered"));
        assertThat(browser.open("/bids/b-awarded").body())
                .contains("Your bid gets an award of £40,000.", "You asked for £50,000.", "In 2027–28: £40,000")
                .contains("href=\"/awards/a-1\"", "signs the agreement or declines")
                .contains("£56,316.14 of what the work really costs is paid for by nobody.")
                .contains("What those who assessed it said", "<li class=\"tally-preserve\">Names who comes.</li>");
        assertThat(browser.open("/bids/b-declined").body())
                .contains("Your bid gets no award.", "Why: It came &lt;second&gt;.", "Says where they go.")
                .doesNotContain("Go to the award");
    }

    @Test
    void others_who_may_read_a_bid_read_all_of_it_and_change_nothing() throws Exception {
        BidSamples.close(sides);
        browser.logIn("governor");
        sides.answer(Assessments.class, query -> new Paged<>(List.of(assessment(query)), 1, 1, 50));
        assertThat(browser.open("/bids/b-submitted").body())
                .contains("It was sent on 21 November 2026", "It asks for £50,000.", "are decided by")
                .contains("href=\"/assessments/s-1\"", "Assessor asked on 22 November 2026: Scores given")
                .contains("/bids\">All bids for this call, side by side</a>")
                .contains(
                        "A door &lt;that&gt; opens", "They have somewhere to go.", "The work really costs £106,316.14.")
                .doesNotContain("Withdraw the bid", "Change the project", "It was too late", "saved, version 3");
        assertThat(browser.open("/bids/b-awarded").body())
                .contains("It gets an award of £40,000; £56,316.14 of the full cost is paid by nobody.")
                .contains("href=\"/awards/a-1\"")
                .doesNotContain("Your bid");
        assertThat(browser.open("/bids/b-declined").body()).contains("It gets no award. Why: It came &lt;second&gt;.");
        assertThat(browser.open("/bids/no-such-bid").statusCode()).isEqualTo(404);
    }

    private static AssessmentSummary assessment(Assessments query) {
        return new AssessmentSummary(
                "s-1",
                String.valueOf(query.callId()),
                "Call",
                String.valueOf(query.bidId()),
                "A door",
                "o-2",
                "Second Chance Kitchen",
                "p-7",
                AssessmentState.SUBMITTED,
                Instant.parse("2026-11-22T10:00:00Z"));
    }
}
