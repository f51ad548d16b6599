package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.web.util.HtmlUtils;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.fund.FundQuery.Funds;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.fund.FundSamples;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class WriteCallTest {

    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
    private static final Pattern AREA = Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>");
    private static final Pattern SELECT =
            Pattern.compile("<select[^>]*name=\"([^\"]+)\"[^>]*>.*?</select>", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("value=\"([^\"]*)\" selected");

    private final Browser browser;
    private final FakeSides sides;

    WriteCallTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_commissioner() throws Exception {
        sides.clear();
        FundSamples.into(sides, 2);
        CallSamples.into(sides);
        browser.logIn("commissioner");
    }

    @Test
    void the_funds_are_read_in_one_question_however_many_there_are() throws Exception {
        browser.open("/calls/new");
        assertThat(sides.asked(Funds.class)).isEqualTo(1);
        assertThat(sides.asked(OneFund.class)).isZero();
    }

    @Test
    void a_new_call_begins_with_a_few_empty_rows() throws Exception {
        assertThat(browser.open("/calls/new").body())
                .contains("Write a call", "Question 3", "Criterion 3", "Condition 2", "Line 1")
                .contains("(£212,999.33 free)", "Restricted to women only services", "2026–27")
                .containsPattern("name=\"closesAt-time\"[^>]*value=\"5pm\"")
                .doesNotContain("There is a problem", "Why does it change?");
    }

    @Test
    void what_is_read_from_a_draft_and_kept_again_is_the_same_to_the_millisecond() throws Exception {
        Map<String, String> typed = typed(browser.open("/calls/c-drafted/edit").body());
        assertThat(typed)
                .containsEntry("readVersion", "2")
                .containsEntry("amount-2", "200,000.50")
                .containsEntry("closesAt-time", "17:00:00.123");
        keep("/calls/c-drafted/edit", typed);
        HttpResponse<String> after = keep("/calls/c-drafted/edit", typed);
        assertThat(after.uri().toString()).endsWith("/calls/c-drafted?after=77");
        assertThat(after.body()).contains("The draft is kept.");
        assertThat(sides.effects())
                .containsExactly(new GrantCallCommand.RedraftCall("c-drafted", 2, CallSamples.terms()));
    }

    @Test
    void what_is_no_whole_call_yet_is_gone_on_with_later_by_whoever_began_it() throws Exception {
        Map<String, String> typed = typed(browser.open("/calls/new").body());
        typed.putAll(Map.of("title", "A <door>", "step", "preview"));
        assertThat(browser.send("/calls/new", typed).body())
                .contains("There is a problem", "value=\"A &lt;door&gt;\"", "Go on with it later")
                .contains("It can be kept once every part has something in it");
        typed.put("step", "later");
        HttpResponse<String> later = browser.send("/calls/new", typed);
        assertThat(later.uri().getPath()).isEqualTo("/calls");
        assertThat(later.body()).contains("What you wrote so far is there when you come back");
        assertThat(sides.effects()).isEmpty();
        assertThat(browser.open("/calls/new").body())
                .contains("value=\"A &lt;door&gt;\"", "You go on with the call that you began.")
                .doesNotContain("There is a problem");
        browser.logIn("governor");
        assertThat(browser.open("/calls/new").body()).doesNotContain("&lt;door&gt;", "that you began");
    }

    @Test
    void what_was_begun_is_forgotten_once_it_is_a_draft_or_thrown_away() throws Exception {
        Map<String, String> typed = written();
        typed.put("step", "later");
        browser.send("/calls/new", typed);
        browser.send("/calls/new", Map.of("step", "anew"));
        assertThat(browser.open("/calls/new").body()).doesNotContain("that you began");
        typed.put("title", "Another");
        browser.send("/calls/new", typed);
        keep("/calls/new", typed);
        assertThat(sides.effects()).hasSize(1);
        assertThat(browser.open("/calls/new").body()).doesNotContain("that you began", "Another");
    }

    @Test
    void what_is_free_is_said_before_anybody_is_refused() throws Exception {
        assertThat(browser.open("/calls/new").body()).contains("What is free now", "£402,500.00");
        Map<String, String> typed = written();
        typed.put("step", "preview");
        assertThat(browser.send("/calls/new", typed).body()).doesNotContain("is free now");
        typed.put("amount-1", "402,500.01");
        assertThat(browser.send("/calls/new", typed).body())
                .contains("£402,500.01 is to come from", "£402,500 of that is free now.", "not approved before");
    }

    @Test
    void a_call_is_written_looked_at_and_kept_once() throws Exception {
        Map<String, String> typed = written();
        typed.put("step", "preview");
        String preview = browser.send("/calls/new", typed).body();
        assertThat(preview)
                .contains("This is what applicants will read.", "Keep the draft", "This is a grant.")
                .contains("Money that tests something new is a grant.", "£12,450.67", "30 November 2026 at 5pm");
        assertThat(sides.effects()).isEmpty();
        typed.put("step", "change");
        assertThat(browser.send("/calls/new", typed).body()).contains("Write a call", "A door that is open</textarea>");
        HttpResponse<String> after = keep("/calls/new", typed);
        keep("/calls/new", typed);
        assertThat(sides.effects()).singleElement().isInstanceOfSatisfying(GrantCallCommand.DraftCall.class, draft -> {
            assertThat(draft.holder()).isEqualTo("o-1");
            assertThat(draft.terms().envelopePence()).isEqualTo(1_245_067);
            assertThat(draft.terms().questions()).hasSize(1);
            assertThat(draft.terms().timetable().closesAt()).isEqualTo("2026-11-30T17:00:00Z");
            assertThat(after.uri().getPath()).isEqualTo("/calls/" + draft.callId());
        });
    }

    @Test
    void a_contract_is_named_with_its_rule_and_can_still_be_kept() throws Exception {
        Map<String, String> typed = written();
        typed.putAll(Map.of(
                "step", "preview",
                "testsSomethingNew", "no",
                "supportsPurpose", "no",
                "specifiedService", "yes"));
        assertThat(browser.send("/calls/new", typed).body())
                .contains("This is a contract and no grant. It can be kept, but not approved as a grant.");
    }

    @Test
    void rows_are_added_and_left_out_without_script_and_nothing_typed_is_lost() throws Exception {
        Map<String, String> typed = typed(browser.open("/calls/c-drafted/edit").body());
        typed.put("purpose", "Half a sent");
        typed.put("step", "add-criteria");
        String page = browser.send("/calls/c-drafted/edit", typed).body();
        assertThat(page)
                .contains("Half a sent</textarea>", "Criterion 3", "so far they come to 100")
                .contains("formaction=\"/calls/c-drafted/edit#criteria-last\"")
                .doesNotContain("There is a problem");
        typed = typed(page);
        typed.put("step", "remove-criteria-1");
        page = browser.send("/calls/c-drafted/edit", typed).body();
        assertThat(page)
                .containsPattern("name=\"criterion-1\"[^>]*value=\"Led by women\"")
                .doesNotContain("Criterion 3", "value=\"Reach\"");
        typed = typed(page);
        typed.put("step", "add-envelope");
        page = browser.send("/calls/c-drafted/edit", typed).body();
        assertThat(typed(page)).containsEntry("fund-3", "f-1").containsEntry("amount-3", "");
        typed.put("step", "remove-questions-99");
        assertThat(browser.send("/calls/c-drafted/edit", typed).statusCode()).isEqualTo(200);
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void faults_stand_beside_their_fields_and_all_that_was_typed_stays() throws Exception {
        Map<String, String> typed = written();
        typed.putAll(Map.of(
                "amount-1", "12k",
                "months", "18",
                "shortReason", "",
                "weight-1", "90",
                "opensAt", "31 2 2026",
                "closesAt-time", "5",
                "mostWords-1", "many",
                "capped", "yes"));
        String page = keep("/calls/new", typed).body();
        assertThat(page)
                .contains("There is a problem", "The amount of line 1 must be in full", "href=\"#amount-1\"")
                .contains(
                        "Say why an award runs for less than 24 months.", "The day the call opens must be a real date")
                .contains("The time the call closes must be a time, like 5pm or 17:00.", "href=\"#closesAt-time\"")
                .contains("Enter the most words of question 1 as a whole number", "Enter the cap in per cent")
                .contains("A door that is open</textarea>")
                .containsPattern("name=\"amount-1\"[^>]*value=\"12k\"");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void what_the_terms_refuse_is_said_in_the_words_of_the_form() throws Exception {
        Map<String, String> typed = written();
        typed.putAll(Map.of("weight-1", "90", "closesAt", "1 November 2026", "question-1", "x".repeat(501)));
        assertThat(keep("/calls/new", typed).body())
                .contains("“Question 1” must be at most 500 characters; it has 501.")
                .contains("“Closes” must be at least a day after the call opens.");
        typed = written();
        typed.put("weight-1", "90");
        assertThat(keep("/calls/new", typed).body())
                .contains("“How bids are judged” must weigh 100 together; they weigh 90.");
        typed.put("weight-1", "100");
        typed.put("smallestPence", "£12,451");
        typed.put("largestPence", "£12,452");
        assertThat(keep("/calls/new", typed).body())
                .contains("“Largest award” must not be more than the whole envelope");
    }

    @Test
    void an_empty_form_says_what_is_missing() throws Exception {
        assertThat(keep("/calls/new", Map.of()).body())
                .contains("Enter the title of the call.", "Add the money that the call has to give.")
                .contains("Ask applicants at least one question.", "Say what bids are judged by.")
                .contains("Say whether you could demand the service.", "Enter the time the call opens.");
    }

    @Test
    void two_who_write_at_once_see_both_versions_and_choose() throws Exception {
        Map<String, String> typed = typed(browser.open("/calls/c-drafted/edit").body());
        typed.put("place", "Wendbury only");
        sides.refuse(Rejection.of(
                Refusal.CONFLICT, "readVersion", "You read version 2 of the call; it is at version 3 now."));
        sides.answer(
                OneCall.class, query -> CallSamples.view("c-drafted", GrantCallState.DRAFTED, 3, CallSamples.terms()));
        String page = keep("/calls/c-drafted/edit", typed).body();
        assertThat(page)
                .contains("it is at version 3 now", "What differs", "As you wrote it")
                .containsPattern("(?s)>Northmoor and the Wend valley</td>\\s*<td[^>]*>Wendbury only</td>")
                .contains("Keep mine in place of the version that is there now")
                .containsPattern("name=\"place\"[^>]*value=\"Wendbury only\"");
        sides.clear();
        FundSamples.into(sides, 2);
        CallSamples.into(sides);
        keep("/calls/c-drafted/edit", typed(page));
        assertThat(sides.effects())
                .singleElement()
                .isInstanceOfSatisfying(GrantCallCommand.RedraftCall.class, redraft -> {
                    assertThat(redraft.readVersion()).isEqualTo(3);
                    assertThat(redraft.terms().place()).isEqualTo("Wendbury only");
                });
    }

    @Test
    void an_open_call_is_changed_with_a_reason_and_its_money_stays() throws Exception {
        String page = browser.open("/calls/c-open/amend").body();
        assertThat(page)
                .contains("Why does it change?", "stays as it is", "It opened on 1 November 2026 at 9am")
                .doesNotContain("Add another line", "Keep the draft");
        Map<String, String> typed = typed(page);
        typed.put("closesAt", "11 December 2026");
        typed.put("amount-1", "1");
        assertThat(keep("/calls/c-open/amend", typed).body()).contains("Say why it changes. Applicants are told.");
        typed.put("reason", "A week more.");
        typed.put("step", "preview");
        assertThat(browser.send("/calls/c-open/amend", typed).body())
                .contains("Publish the changes", "The change is public at once", "A week more.", "11 December 2026")
                .doesNotContain("With this change a bid takes");
        Map<String, String> longer = new LinkedHashMap<>(typed);
        longer.put("mostWords-1", "1500");
        assertThat(browser.send("/calls/c-open/amend", longer).body())
                .contains("With this change a bid takes about 14 hours", "more than the 10 hours");
        assertThat(keep("/calls/c-open/amend", typed).body()).contains("The call is changed.");
        assertThat(sides.effects())
                .singleElement()
                .isInstanceOfSatisfying(GrantCallCommand.AmendCall.class, amended -> {
                    assertThat(amended.reason()).isEqualTo("A week more.");
                    assertThat(amended.terms().envelope())
                            .isEqualTo(CallSamples.terms().envelope());
                    assertThat(amended.terms().timetable().closesAt()).isEqualTo("2026-12-11T17:00:00.123Z");
                });
    }

    @Test
    void a_draft_that_was_announced_meanwhile_keeps_what_was_typed() throws Exception {
        Map<String, String> typed = typed(browser.open("/calls/c-drafted/edit").body());
        typed.put("place", "Wendbury only");
        sides.answer(
                OneCall.class, query -> CallSamples.view("c-drafted", GrantCallState.OPEN, 2, CallSamples.terms()));
        assertThat(keep("/calls/c-drafted/edit", typed).body())
                .contains(
                        "This does not fit the call as it is now. Its state is: open.",
                        "action=\"/calls/c-drafted/amend\"")
                .containsPattern("name=\"place\"[^>]*value=\"Wendbury only\"");
        CallSamples.into(sides);
        assertThat(browser.open("/calls/c-closed/amend").statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> keep(String path, Map<String, String> typed) throws Exception {
        Map<String, String> sent = new LinkedHashMap<>(typed);
        sent.put("step", "keep");
        return browser.send(path, sent);
    }

    private Map<String, String> written() throws Exception {
        Map<String, String> typed = typed(browser.open("/calls/new").body());
        typed.putAll(Map.of(
                "title", "An open door",
                "purpose", "A door that is open",
                "need", "71 of 212 had no address.",
                "place", "Northmoor",
                "whoFor", "Women",
                "fund-1", "f-1",
                "amount-1", "£12,450.67",
                "smallestPence", "1,000",
                "largestPence", "£5,000"));
        typed.putAll(Map.of(
                "months", "24",
                "unrestricted", "yes",
                "capped", "no",
                "specifiedService", "no",
                "rightToService", "no",
                "testsSomethingNew", "yes",
                "supportsPurpose", "yes"));
        typed.putAll(Map.of(
                "question-1", "What will you do?",
                "mostWords-1", "300",
                "criterion-1", "Reach",
                "weight-1", "100%",
                "weak-1", "Counts leaflets",
                "strong-1", "Names who comes"));
        typed.putAll(Map.of(
                "opensAt", "1/11/2026",
                "closesAt", "30 November 2026",
                "closesAt-time", "17.00",
                "decidedBy", "15 1 2027",
                "informedBy", "29 1 2027",
                "startsFrom", "1 April 2027",
                "feedback", "In writing."));
        return typed;
    }

    /** All that a browser would send of the form on a page, with no button pressed. */
    private static Map<String, String> typed(String page) {
        String form = page.substring(page.indexOf("name=\"key\"") - 200);
        Map<String, String> typed = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(form);
        while (inputs.find()) {
            String input = inputs.group();
            boolean choice = input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
            Matcher name = NAME.matcher(input);
            Matcher value = VALUE.matcher(input);
            if (name.find() && value.find() && (!choice || input.contains("checked"))) {
                typed.put(name.group(1), HtmlUtils.htmlUnescape(value.group(1)));
            }
        }
        AREA.matcher(form).results().forEach(area -> typed.put(area.group(1), HtmlUtils.htmlUnescape(area.group(2))));
        SELECT.matcher(form).results().forEach(select -> {
            Matcher selected = SELECTED.matcher(select.group());
            Matcher first = VALUE.matcher(select.group());
            if (selected.find() || first.find()) {
                typed.put(select.group(1), (selected.hasMatch() ? selected : first).group(1));
            }
        });
        typed.remove("_csrf");
        return typed;
    }
}
