package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.award.FormKey;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.Calls;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.fund.FundSamples;
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
class CallPagesTest {

    private final Browser browser;
    private final FakeSides sides;

    CallPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_world() {
        sides.clear();
        FundSamples.into(sides, 2);
        CallSamples.into(sides);
    }

    @Test
    void a_call_whose_time_is_over_says_so_before_its_state_does() throws Exception {
        sides.answer(OneCall.class, query -> {
            CallView open = CallSamples.view("c-open", GrantCallState.OPEN);
            CallSummary was = open.summary();
            CallSummary past = new CallSummary(
                    was.callId(),
                    was.title(),
                    was.holder(),
                    was.holderName(),
                    was.state(),
                    was.place(),
                    was.envelopePence(),
                    was.ringFencePence(),
                    was.smallestPence(),
                    was.largestPence(),
                    was.months(),
                    was.opensAt(),
                    Instant.parse("2026-11-22T14:00:00Z"));
            return new CallView(
                    past, 2, open.terms(), open.fundNames(), null, null, null, List.of(), List.of(), List.of());
        });
        assertThat(browser.open("/calls/c-open").body())
                .contains("It closed on 22 November 2026 at 2pm UK time, and takes no more bids.")
                .doesNotContain("closes closed");
    }

    @Test
    void anybody_finds_the_calls_with_their_closing_times() throws Exception {
        assertThat(browser.open("/calls?q=nothmoor&state=OPEN").body())
                .contains("Calls for grants", "closes in 12 days, 4 December 2026 at 5pm", "£5,000 to £50,000")
                .contains("href=\"/calls/c-open\"", "/calls.csv?q=nothmoor&amp;state=OPEN", "value=\"nothmoor\"")
                .containsPattern("<option value=\"OPEN\" selected=\"selected\">Open \\(1\\)")
                .doesNotContain("Write a call", "All funders")
                .containsPattern("href=\"/calls\"[^>]*>Calls</a>");
        assertThat(sides.lastAsked(Calls.class)).isEqualTo(new Calls("nothmoor", GrantCallState.WITHDRAWN, null, 1, 1));
        assertThat(browser.open("/calls.csv").body().lines())
                .hasSize(10)
                .element(1)
                .asString()
                .contains("c-drafted", "300000.50");
    }

    @Test
    void those_who_write_calls_filter_for_their_own_and_begin_one() throws Exception {
        browser.logIn("commissioner");
        assertThat(browser.open("/calls?holder=o-1").body())
                .contains("Write a call", "Draft", "is to open 1 November 2026 at 9am", "will not be decided")
                .containsPattern("<option value=\"o-1\" selected=\"selected\">HMP Northfield");
    }

    @Test
    void an_empty_list_says_what_will_be_here() throws Exception {
        sides.answer(Calls.class, query -> new Paged<>(List.of(), 0, 1, 50));
        assertThat(browser.open("/calls").body()).contains("No calls yet", "as soon as a public body announces it");
        assertThat(browser.open("/calls?q=zzz").body()).contains("No calls</strong> match", "Clear filters");
    }

    @Test
    void an_applicant_reads_all_of_it() throws Exception {
        assertThat(browser.open("/calls/c-open").body())
                .contains(
                        CallSamples.LONG_TITLE, "Women leave prison with &lt;somewhere&gt; to go.", "71 had no address")
                .contains("Northfield resettlement fund", "2027–28", "Restricted to women only services", "£300,000.50")
                .contains("You can ask for £5,000 to £50,000.", "£75,000 of it is only for organisations")
                .contains("An award runs for 18 months.", "Why less than two years: The money is for two")
                .contains("Anything your organisation is for.", "There is a cap on overheads.")
                .contains("this call pays £10 of that and leaves £15 to you", "The fund was given with that cap.")
                .contains("Does your organisation work in Northmoor?", "<strong>Yes</strong>", "Up to 300 words")
                .contains("60%", "Names who comes, and why they stay", "4 December 2026 at 5pm", "29 January 2027")
                .contains("Scores and reasons in writing.", "This is a grant.", "Found at the time.")
                .contains("Yes, with one lead.", "Not answered yet.", "May we apply with &lt;partners&gt;? q-2")
                .contains("10 November 2026 at 10am", "More time over the holidays.")
                .contains("It closes in 12 days", "Log in to ask a question")
                .doesNotContain("Withdraw the call", "Answer it", "Approve the call")
                .containsOnlyOnce("<h1");
    }

    @Test
    void a_withdrawn_call_says_why_and_offers_nothing() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/calls/c-withdrawn").body())
                .contains("Withdrawn, because:", "The prison closes.", "It will not be decided.")
                .doesNotContain("Change the call", "Withdraw the call", "Answer it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            governor       | c-drafted | Edit the draft  | Approve the call
            commissioner   | c-drafted | Edit the draft  | !Approve the call
            governor       | c-open    | Change the call | Withdraw the call
            commissioner   | c-open    | Change the call | !Withdraw the call
            commissioner   | c-closed  | Answer it       | !Change the call
            applicant_lead | c-open    | Ask a question  | !Change the call
            payer          | c-open    | In all          | !Change the call
            auditor        | c-drafted | Why it is needed | !Edit the draft
            """)
    void each_role_is_offered_what_it_may_do_now(String who, String call, String shown, String other) throws Exception {
        browser.logIn(who);
        String page = browser.open("/calls/" + call).body();
        assertThat(page).contains(shown);
        if (other.startsWith("!")) {
            assertThat(page).doesNotContain(other.substring(1));
        } else {
            assertThat(page).contains(other);
        }
    }

    @Test
    void who_wrote_a_call_is_told_that_another_governor_approves_it() throws Exception {
        sides.answer(OneCall.class, query -> {
            var view = CallSamples.view("c-drafted", GrantCallState.DRAFTED, 2, CallSamples.terms());
            return new GrantCallQuery.CallView(
                    view.summary(),
                    2,
                    view.terms(),
                    view.fundNames(),
                    null,
                    null,
                    null,
                    List.of("p-governor"),
                    List.of(),
                    List.of());
        });
        browser.logIn("governor");
        assertThat(browser.open("/calls/c-drafted").body())
                .contains("You wrote this draft, so another governor has to approve it.")
                .doesNotContain("Approve the call");
        HttpResponse<String> refused = browser.open("/calls/c-drafted/approve");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Who wrote a call cannot approve it.");
    }

    @Test
    void a_governor_approves_the_version_that_was_read_once() throws Exception {
        browser.logIn("governor");
        String page = browser.open("/calls/c-drafted/approve").body();
        assertThat(page)
                .contains("Approve, set £300,000.50 aside and announce it", "applicants never get less time")
                .contains("Money that tests something new is a grant.", "name=\"readVersion\" value=\"2\"")
                .contains("About 6 hours. In proportion to awards of up to £50,000: 10 hours at most.")
                .contains("Not enough is free", "2027–28, restricted to women only services; £0 of that is free now.")
                .doesNotContain("Why does a bid have to take longer", "2026–27, unrestricted; ");
        Map<String, String> typed = Map.of("key", FormKey.of(page), "readVersion", "2");
        HttpResponse<String> after = browser.send("/calls/c-drafted/approve", typed);
        browser.send("/calls/c-drafted/approve", typed);
        assertThat(after.uri().toString()).endsWith("/calls/c-drafted?after=77");
        assertThat(after.body()).contains("The call is approved and announced.");
        assertThat(sides.effects()).containsExactly(new GrantCallCommand.ApproveCall("c-drafted", 2));
    }

    @Test
    void an_approval_of_another_version_is_refused_and_keeps_saying_which_one_was_read() throws Exception {
        browser.logIn("governor");
        browser.open("/calls/c-drafted/approve");
        sides.refuse(Rejection.of(Refusal.CONFLICT, "readVersion", "You read version 1; it is at version 2 now."));
        assertThat(browser.send("/calls/c-drafted/approve", Map.of("readVersion", "1"))
                        .body())
                .contains("You read version 1; it is at version 2 now.", "look again, then decide")
                .contains("name=\"readVersion\" value=\"1\"");
    }

    @Test
    void withdrawing_needs_a_reason_and_says_that_it_is_for_good() throws Exception {
        browser.logIn("governor");
        String page = browser.open("/calls/c-open/withdraw").body();
        assertThat(page).contains("The call ends for good", "Withdraw the call for good", "govuk-button--warning");
        assertThat(browser.send("/calls/c-open/withdraw", Map.of("reason", " ")).body())
                .contains("There is a problem", "Say why. Applicants are told.");
        browser.send("/calls/c-open/withdraw", Map.of("key", "k-1", "reason", "The prison closes."));
        assertThat(sides.effects()).containsExactly(new GrantCallCommand.WithdrawCall("c-open", "The prison closes."));
        assertThat(browser.open("/calls/c-withdrawn/withdraw").statusCode()).isEqualTo(409);
    }

    @Test
    void an_applicant_asks_once_and_what_was_refused_stays() throws Exception {
        browser.logIn("applicant_member");
        Map<String, String> typed = new HashMap<>();
        typed.put("key", FormKey.of(browser.open("/calls/c-open/ask").body()));
        typed.put("text", "May two of us apply?");
        sides.refuse(Rejection.of(Refusal.TOO_LARGE, "A call takes up to 500 questions."));
        assertThat(browser.send("/calls/c-open/ask", typed).body())
                .contains("A call takes up to 500 questions.", "May two of us apply?</textarea>");
        sides.clear();
        CallSamples.into(sides);
        browser.send("/calls/c-open/ask", typed);
        browser.send("/calls/c-open/ask", typed);
        assertThat(sides.effects())
                .singleElement()
                .isInstanceOfSatisfying(GrantCallCommand.AskQuestion.class, asked -> {
                    assertThat(asked.text()).isEqualTo("May two of us apply?");
                    assertThat(asked.questionId()).startsWith("question-");
                });
        assertThat(browser.open("/calls/c-closed/ask").statusCode()).isEqualTo(409);
    }

    @Test
    void a_commissioner_answers_and_puts_an_answer_right() throws Exception {
        browser.logIn("commissioner");
        assertThat(browser.open("/calls/c-open/questions/q-1/answer").body())
                .contains("Put the answer right", "Yes, with one lead.</textarea>");
        browser.send("/calls/c-open/questions/q-2/answer", Map.of("key", "k-2", "answer", "Yes."));
        assertThat(sides.effects()).containsExactly(new GrantCallCommand.AnswerQuestion("c-open", "q-2", "Yes."));
        assertThat(browser.open("/calls/c-open/questions/q-9/answer").statusCode())
                .isEqualTo(404);
        browser.logIn("applicant_lead");
        assertThat(browser.open("/calls/c-open/questions/q-2/answer").statusCode())
                .isEqualTo(403);
    }

    @Test
    void deeds_of_others_are_refused_and_the_public_is_asked_to_log_in() throws Exception {
        assertThat(browser.open("/calls/c-open/ask").body()).contains("<title>Log in");
        assertThat(browser.open("/calls/new").body()).contains("<title>Log in");
        browser.logIn("applicant_lead");
        for (String path : List.of("/calls/new", "/calls/c-drafted/edit", "/calls/c-open/withdraw")) {
            assertThat(browser.open(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.open("/calls/no-such-call").statusCode()).isEqualTo(404);
    }

    @Test
    void who_may_bid_sees_whether_a_call_is_for_them_and_how_long_a_bid_takes() throws Exception {
        browser.logIn("applicant_member");
        assertThat(browser.open("/calls").body())
                .contains("Perhaps", "It is for &lt;Northmoor&gt;. Do you work there?", "A bid takes about 7 hours.");
        assertThat(browser.open("/calls/c-open").body())
                .contains("Perhaps", "It is for &lt;Northmoor&gt;. Do you work there?", "href=\"#effort\"");
        browser.logIn("governor");
        assertThat(browser.open("/calls").body()).doesNotContain("A bid takes about", "Do you work there?");
    }

    @Test
    void everybody_reads_how_long_a_bid_takes_and_by_what_rule_before_anybody_begins() throws Exception {
        assertThat(browser.open("/calls/c-open").body())
                .contains("How long a bid takes", "About <strong>6 hours</strong>")
                .contains("2 hours 15 minutes", "A rule of thumb")
                .contains("it should be 10 hours at most")
                .doesNotContain("asks for more than that", "Why: ");
    }

    @Test
    void who_approves_a_call_that_asks_for_too_much_says_why_and_everybody_reads_it() throws Exception {
        aLongCall(GrantCallState.DRAFTED, null);
        browser.logIn("governor");
        String page = browser.open("/calls/c-1/approve").body();
        assertThat(page)
                .contains("About 14 hours. In proportion to awards of up to £50,000: 10 hours at most.")
                .contains("Why does a bid have to take longer than is in proportion to the money?");
        Map<String, String> typed = new HashMap<>(Map.of("key", "k-1", "readVersion", "2", "reason", " "));
        assertThat(browser.send("/calls/c-1/approve", typed).body())
                .contains("There is a problem", "Say why a bid has to take so long, or have it made shorter.");
        typed.put("reason", "It is a new field.");
        browser.send("/calls/c-1/approve", typed);
        assertThat(sides.effects()).containsExactly(new GrantCallCommand.ApproveCall("c-1", 2, "It is a new field."));
        aLongCall(GrantCallState.OPEN, "It is a <new> field.");
        assertThat(browser.open("/calls/c-1").body())
                .contains("This call asks for more than that.", "Why: It is a &lt;new&gt; field.");
    }

    @Test
    void many_questions_come_a_page_at_a_time() throws Exception {
        sides.answer(OneCall.class, query -> {
            CallView view = CallSamples.view("c-1", GrantCallState.OPEN, 2, CallSamples.terms());
            return new CallView(
                    view.summary(),
                    view.version(),
                    view.terms(),
                    view.fundNames(),
                    view.finding(),
                    null,
                    null,
                    view.drafters(),
                    view.versions(),
                    IntStream.rangeClosed(1, 45)
                            .mapToObj(n -> new GrantCallQuery.QuestionAndAnswer(
                                    "q-" + n, Instant.EPOCH, "Question number " + n + "?", null, null))
                            .toList());
        });
        assertThat(browser.open("/calls/c-1").body())
                .contains("Showing 1–20 of 45 questions", "Question number 20?", "page=3#asked")
                .doesNotContain("Question number 21?");
        assertThat(browser.open("/calls/c-1?page=3").body())
                .contains("Question number 41?", "Question number 45?")
                .doesNotContain("Question number 40?");
    }

    private void aLongCall(GrantCallState state, @Nullable String because) {
        CallTerms terms = CallSamples.asking(new CallTerms.Question("What will be different?", 1500));
        sides.answer(OneCall.class, query -> {
            CallView view = CallSamples.view("c-1", state, 2, terms);
            return new CallView(
                    view.summary(),
                    view.version(),
                    view.terms(),
                    view.fundNames(),
                    view.finding(),
                    null,
                    because,
                    view.drafters(),
                    view.versions(),
                    view.questions());
        });
    }
}
