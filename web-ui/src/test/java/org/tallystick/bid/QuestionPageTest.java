package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class QuestionPageTest {

    private final Browser browser;
    private final FakeSides sides;

    QuestionPageTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_member() throws Exception {
        sides.clear();
        BidSamples.into(sides);
        browser.logIn("applicant_member");
    }

    @Test
    void a_question_says_how_many_words_are_left() throws Exception {
        assertThat(browser.open("/bids/b-whole/questions/1").body())
                .contains(BidSamples.QUESTION, "They have somewhere to go.</textarea>", "data-words=\"300\"")
                .contains("You can write up to 300 words. You have 295 words left.")
                .contains("name=\"readVersion\" value=\"3\"");
        assertThat(browser.open("/bids/b-whole/questions/2").statusCode()).isEqualTo(404);
        assertThat(browser.open("/bids/b-whole/questions/0").statusCode()).isEqualTo(404);
    }

    @Test
    void an_answer_is_saved_once_and_leads_to_the_next_part() throws Exception {
        Map<String, String> typed = typed("Somewhere to go.");
        HttpResponse<String> after = browser.send("/bids/b-whole/questions/1", typed);
        browser.send("/bids/b-whole/questions/1", typed);
        assertThat(after.uri().getPath()).isEqualTo("/bids/b-whole/budget");
        assertThat(sides.effects())
                .containsExactly(
                        new BidCommand.AnswerBidQuestion("b-whole", BidSamples.QUESTION, 3, "Somewhere to go."));
    }

    @Test
    void too_many_words_are_saved_and_said() throws Exception {
        Map<String, String> typed = typed("word ".repeat(301));
        typed.put("step", "list");
        assertThat(browser.send("/bids/b-whole/questions/1", typed).body())
                .contains("saved, but it is too long: it has 301 words, and the call allows 300");
        assertThat(sides.effects()).hasSize(1);
    }

    @Test
    void an_earlier_answer_is_offered_and_put_below_what_is_there() throws Exception {
        assertThat(browser.open("/bids/b-whole/questions/1").body())
                .contains("What you answered before", "Winter doors, 21 November 2026", "They &lt;had&gt; a place");
        Map<String, String> typed = typed("Mine.");
        typed.put("step", "use-0");
        assertThat(browser.send("/bids/b-whole/questions/1", typed).body())
                .contains("Mine.\n\nThey &lt;had&gt; a place to stay.</textarea>");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void somebody_elses_newer_answer_is_shown_and_nothing_is_lost() throws Exception {
        sides.refuse(Rejection.of(Refusal.CONFLICT, "readVersion", "You read version 2; it is at 3."));
        Map<String, String> typed = typed("My own words.");
        typed.put("readVersion", "2");
        String page = browser.send("/bids/b-whole/questions/1", typed).body();
        assertThat(page)
                .contains("Somebody else saved", "They have somewhere to go.</blockquote>", "My own words.</textarea>")
                .contains("name=\"readVersion\" value=\"3\"", "Save mine in place of theirs", "Put both into the box");
        typed.put("step", "both");
        assertThat(browser.send("/bids/b-whole/questions/1", typed).body())
                .contains("My own words.\n\nThey have somewhere to go.</textarea>");
    }

    @Test
    void an_answer_to_a_question_that_is_asked_no_more_stays_to_be_copied() throws Exception {
        Map<String, String> typed = typed("My <own> words.");
        typed.put("question", "What did the call ask <yesterday>?");
        assertThat(browser.send("/bids/b-whole/questions/1", typed).body())
                .contains("There is a problem", "The call does not ask this any more. Nothing was saved;")
                .contains("What did the call ask &lt;yesterday&gt;?</h1>", "My &lt;own&gt; words.</textarea>")
                .doesNotContain("Save and go on");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void a_fault_of_an_answer_is_told_to_those_who_do_not_see_the_page_too() throws Exception {
        sides.refuse(Rejection.of(Refusal.INVALID, "text", "text must be shorter."));
        assertThat(browser.send("/bids/b-whole/questions/1", typed("Mine.")).body())
                .contains("id=\"text-error\"", "govuk-textarea--error", "aria-describedby=\"text-error text-count\"");
    }

    private static Map<String, String> typed(String text) {
        return new HashMap<>(Map.of("key", "k-1", "readVersion", "3", "question", BidSamples.QUESTION, "text", text));
    }
}
