package org.tallystick.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerSamples;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class FundPagesTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private final Browser browser;
    private final FakeSides sides;

    FundPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void some_funds() {
        sides.clear();
        FundSamples.into(sides, 3);
    }

    @Test
    void funds_stand_at_a_glance_with_their_bars() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/funds").body())
                .contains("£212,999.33", "£1,200,000", "Pooled women&#39;s centre", "tally-moneybar__svg", "Came back")
                .contains("Open a fund");
        browser.logIn("payer");
        assertThat(browser.open("/funds").body()).contains("£212,999.33").doesNotContain("Open a fund");
    }

    @Test
    void no_funds_and_many_funds_are_both_pages_one_can_use() throws Exception {
        FundSamples.into(sides, 0);
        browser.logIn("commissioner");
        assertThat(browser.open("/funds").body()).contains("No funds yet", "It appears here when a governor opens it");
        FundSamples.into(sides, 500);
        assertThat(browser.open("/funds").body()).contains("of <strong>500</strong>", "?page=20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            governor     | f-1      | receive,pledge,withdraw-pledge,give-back | unfreeze
            governor     | f-1      | free-unspent,return-unspent,freeze,close | unfreeze
            governor     | f-frozen | receive,withdraw-pledge,unfreeze | pledge,give-back,freeze
            governor     | f-frozen | free-unspent | return-unspent,close
            governor     | f-new    | receive,pledge,freeze,close | withdraw-pledge,give-back,free-unspent
            commissioner | f-1      | pledge  | receive,freeze,close
            payer        | f-1      | receive | pledge,freeze,close
            """)
    void each_role_finds_what_it_may_do_in_that_state(String who, String fund, String shown, String hidden)
            throws Exception {
        browser.logIn(who);
        String page = browser.open("/funds/" + fund).body();
        for (String act : shown.split(",")) {
            assertThat(page).contains("href=\"/funds/" + fund + "/" + act + "\"");
        }
        for (String act : hidden.split(",")) {
            assertThat(page).doesNotContain("/funds/" + fund + "/" + act + "\"");
        }
    }

    @Test
    void a_form_that_comes_twice_gets_the_same_answer_though_the_fund_is_another_now() throws Exception {
        browser.logIn("governor");
        Map<String, String> fields =
                Map.of("key", key(browser.open("/funds/f-1/freeze").body()), "reason", "A review");
        HttpResponse<String> first = browser.send("/funds/f-1/freeze", fields);
        sides.answer(FundQuery.OneFund.class, query -> FundSamples.full(query.fundId(), FundState.FROZEN));
        HttpResponse<String> second = browser.send("/funds/f-1/freeze", fields);

        assertThat(second.uri()).isEqualTo(first.uri());
        assertThat(sides.effects()).hasSize(1);
    }

    @Test
    void what_was_typed_is_shown_where_its_form_does_not_fit_any_more() throws Exception {
        browser.logIn("governor");
        String key = key(browser.open("/funds/f-1/freeze").body());
        sides.answer(FundQuery.OneFund.class, query -> FundSamples.full(query.fundId(), FundState.FROZEN));
        HttpResponse<String> page =
                browser.send("/funds/f-1/freeze", Map.of("key", key, "reason", "A review of <all> that it paid"));

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains("What you typed", "A review of &lt;all&gt; that it paid")
                .doesNotContain(key);
    }

    @Test
    void an_auditor_reads_and_does_nothing() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/funds/f-1").body())
                .contains("Statement of this fund")
                .doesNotContain("What you can do");
    }

    @Test
    void a_fund_shows_where_its_money_came_from_and_went() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/funds/f-1").body())
                .contains("The Combined Authority of Wendbury", "Restricted to women only services", "Unrestricted")
                .contains(
                        "£300,000.00",
                        "Resettlement 2027",
                        "/calls/resettlement-2027",
                        "Not paid out yet",
                        "/ledger/statements/fund/f-1");
        assertThat(browser.open("/funds/f-new").body())
                .contains("Nothing pledged or received yet", "The chart appears when")
                .contains("£0.00");
    }

    @Test
    void every_figure_of_a_fund_leads_to_what_it_is_made_of() throws Exception {
        browser.logIn("auditor");
        String narrowed = "&amp;contributor=o-9&amp;financialYear=2026-27&amp;restriction=women%20only%20services\"";
        assertThat(browser.open("/funds/f-1").body())
                .contains("id=f-1&amp;figure=contributed" + narrowed, "id=f-1&amp;figure=lapsed" + narrowed)
                .contains("id=f-1&amp;figure=available&amp;financialYear=2026-27&amp;restriction=unrestricted\"")
                .contains("/ledger/why?account=fund:f-1:allocated:resettlement-2027\"")
                .contains("/timeline/fund/f-1?type=fund.ContributionPledged");
        assertThat(browser.open("/funds").body())
                .contains("id=f-1&amp;figure=available\"", "id=f-1&amp;figure=contributed\"")
                .contains("id=f-1&amp;figure=held\"");
    }

    @Test
    void a_fund_is_shown_as_it_was_by_both_clocks() throws Exception {
        LedgerSamples.into(sides, 10);
        sides.answer(
                Statement.class,
                query -> new StatementView(
                        query.subject(),
                        query.id(),
                        "A fund",
                        9,
                        List.of(
                                new AccountBalance("contributor:o-9", 0, 700_000),
                                new AccountBalance("fund:f-1:available", 200_000, 0),
                                new AccountBalance("fund:f-1:allocated:c-1", 150_000, 0),
                                new AccountBalance("award:a-1:obligated", 250_000, 0),
                                new AccountBalance("org:o-2:received", 100_000, 0)),
                        List.of(),
                        new Paged<>(List.of(), 0, 1, 1),
                        List.of(),
                        List.of()));
        browser.logIn("auditor");
        assertThat(browser.open("/funds/f-1?effective=31+March+2026&known=9").body())
                .contains("tally-asat", "31 March 2026", "href=\"/funds/f-1\">Back to now")
                .contains("figure=available&amp;effective=2026-03-31&amp;known=9\"", "£2,000.00")
                .contains("figure=owed&amp;effective=2026-03-31&amp;known=9\"", "£2,500.00")
                .contains("figure=contributed&amp;contributor=o-9&amp;effective=2026-03-31&amp;known=9\"", "£7,000.00")
                .contains("account=fund:f-1:allocated:c-1&amp;effective=2026-03-31&amp;known=9\"", "£1,500.00")
                .contains("/ledger/statements/fund/f-1?effective=2026-03-31&amp;known=9")
                .doesNotContain("Still to come", "£212,999.33");
        assertThat(sides.lastAsked(Statement.class).at().effective()).isEqualTo("2026-03-31");
    }

    @Test
    void a_time_that_cannot_be_read_is_told_and_the_fund_is_shown_as_it_is_now() throws Exception {
        LedgerSamples.into(sides, 10);
        browser.logIn("governor");
        assertThat(browser.open("/funds/f-1?effective=soon&known=9999").body())
                .contains("This page shows now.", "value=\"soon\"", "value=\"9999\"", "£212,999.33")
                .doesNotContain("tally-asat\"");
    }

    @Test
    void money_that_arrives_is_recorded_once_however_often_the_form_is_sent() throws Exception {
        browser.logIn("payer");
        String page = browser.open("/funds/f-1/receive?contributor=o-9&financialYear=2026-27&restriction=women")
                .body();
        assertThat(page).containsPattern("value=\"o-9\"[^>]*selected").contains("value=\"women\"", "value=\"22\"");
        Map<String, String> typed = received(page);
        HttpResponse<String> after = browser.send("/funds/f-1/receive", typed);
        assertThat(after.uri().toString()).endsWith("/funds/f-1?after=" + FakeSides.POSITION);
        assertThat(after.body()).contains("The money is recorded as received.");
        browser.send("/funds/f-1/receive", typed);
        assertThat(sides.effects())
                .containsExactly(new FundCommand.ReceiveContribution(
                        "f-1",
                        "o-9",
                        new FinancialYear(2026),
                        "women",
                        1_245_067,
                        "NF 77",
                        false,
                        LocalDate.of(2026, 11, 20)));
    }

    @Test
    void a_second_receipt_like_the_first_is_taken_only_when_somebody_ticks_that_it_is_another_one() throws Exception {
        browser.logIn("payer");
        String blank = browser.open("/funds/f-1/receive").body();
        assertThat(blank).doesNotContain("name=\"again\"");
        Map<String, String> typed = received(blank);
        sides.refuse(
                Rejection.of(Refusal.REPEATED, "again", "It is recorded already. If this is another one, say so."));
        String page = browser.send("/funds/f-1/receive", typed).body();
        assertThat(page)
                .contains("href=\"#again\"", "name=\"again\"", "If this is another one, say so.")
                .contains("value=\"NF 77\"");
        some_funds();
        typed.put("again", "yes");
        typed.put("key", key(page));
        browser.send("/funds/f-1/receive", typed);
        assertThat(sides.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        FundCommand.ReceiveContribution.class,
                        receipt -> assertThat(receipt.again()).isTrue());
    }

    @Test
    void a_refusal_keeps_what_was_typed_and_gives_the_form_a_new_key() throws Exception {
        browser.logIn("payer");
        Map<String, String> typed = received(browser.open("/funds/f-1/receive").body());
        sides.refuse(Rejection.of(Refusal.INVALID, "reference", "reference must be at most 100 characters."));
        String page = browser.send("/funds/f-1/receive", typed).body();
        assertThat(page)
                .contains("There is a problem", "“Reference” must be at most 100 characters.", "href=\"#reference\"")
                .contains("value=\"12,450.67\"", "value=\"NF 77\"")
                .doesNotContain("value=\"" + typed.get("key") + "\"");
        sides.refuse(Rejection.of(Refusal.UNAVAILABLE, "The other side does not answer."));
        assertThat(browser.send("/funds/f-1/receive", typed).body())
                .contains("The other side does not answer. Try again in a moment.")
                .contains("value=\"" + typed.get("key") + "\"");
    }

    @Test
    void faults_are_told_field_by_field_before_anything_is_sent() throws Exception {
        browser.logIn("governor");
        browser.open("/funds/f-1/give-back");
        assertThat(browser.send("/funds/f-1/give-back", Map.of("amountPence", "12k"))
                        .body())
                .contains(
                        "Choose whose money it is.", "must be in full", "Say why.", "Enter the day it was given back.")
                .contains("value=\"12k\"");
        assertThat(sides.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"receive", "pledge", "give-back", "free-unspent", "return-unspent", "freeze", "close"})
    void every_deed_says_beside_its_button_what_happens_and_who_sees_it(String act) throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/funds/f-1/" + act).body())
                .contains("Who will see it:", "Cancel", "name=\"key\"", "<label")
                .containsOnlyOnce("<h1");
    }

    @Test
    void the_governor_says_what_becomes_of_money_that_awards_did_not_spend() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/funds/f-1").body())
                .contains("What awards did not spend", "/funds/f-1/free-unspent?source=LAPSED%7Co-9%7C2026-27");
        String source = "LAPSED|o-9|2026-27|women only services";
        String page = browser.open("/funds/f-1/return-unspent?source="
                        + source.replace("|", "%7C").replace(" ", "+"))
                .body();
        assertThat(page).containsPattern("value=\"LAPSED\\|o-9[^>]*checked").contains("£4,000 of The Combined");
        Map<String, String> typed = new HashMap<>(day("effectiveOn"));
        typed.putAll(Map.of("source", source, "amountPence", "1,000", "reason", "Agreed", "key", key(page)));
        browser.send("/funds/f-1/return-unspent", typed);
        typed.put("key", "k2");
        browser.send("/funds/f-1/free-unspent", typed);
        FinancialYear year = new FinancialYear(2026);
        LocalDate when = LocalDate.of(2026, 11, 20);
        assertThat(sides.effects())
                .containsExactly(
                        new FundCommand.ReturnUnspentMoney(
                                "f-1", Unspent.LAPSED, "o-9", year, "women only services", 100_000, "Agreed", when),
                        new FundCommand.FreeUnspentMoney(
                                "f-1", Unspent.LAPSED, "o-9", year, "women only services", 100_000, "Agreed", when));
        browser.logIn("payer");
        assertThat(browser.open("/funds/f-1").body())
                .contains("What awards did not spend")
                .doesNotContain("/free-unspent", "/return-unspent");
    }

    @Test
    void a_pledge_that_has_not_arrived_is_taken_back_or_made_smaller() throws Exception {
        browser.logIn("commissioner");
        String page = browser.open("/funds/f-1/withdraw-pledge").body();
        assertThat(page).contains("£300,000 still to come").doesNotContain("HMP Northfield, 2026");
        Map<String, String> typed = new HashMap<>(day("effectiveOn"));
        typed.putAll(Map.of("source", "o-9|2026-27|women only services", "amountPence", "5,000", "reason", "Cut"));
        typed.put("key", key(page));
        assertThat(browser.send("/funds/f-1/withdraw-pledge", typed).body())
                .contains("The pledge is recorded as taken back.");
        assertThat(sides.effects())
                .containsExactly(new FundCommand.WithdrawPledge(
                        "f-1",
                        "o-9",
                        new FinancialYear(2026),
                        "women only services",
                        500_000,
                        "Cut",
                        LocalDate.of(2026, 11, 20)));
    }

    @Test
    void a_fund_is_opened_under_an_id_that_comes_from_the_form() throws Exception {
        browser.logIn("governor");
        String key = key(browser.open("/funds/open").body());
        Map<String, String> typed = new HashMap<>(day("effectiveOn"));
        typed.putAll(Map.of("name", "Wend fund", "purpose", "Work", "drawOrder", "IN_ORDER", "key", key));
        typed.put("commitAgainst", "PLEDGED");
        HttpResponse<String> page = browser.send("/funds/open", typed);
        browser.send("/funds/open", typed);
        assertThat(sides.effects()).singleElement().isInstanceOfSatisfying(FundCommand.OpenFund.class, fund -> {
            assertThat(fund.holder()).isEqualTo("o-1");
            assertThat(page.uri().getPath()).isEqualTo("/funds/" + fund.fundId());
        });
    }

    @Test
    void what_a_role_may_not_do_is_refused_on_the_page_too() throws Exception {
        browser.logIn("commissioner");
        assertThat(browser.open("/funds/f-1/freeze").statusCode()).isEqualTo(403);
        assertThat(browser.open("/funds/open").statusCode()).isEqualTo(403);
        browser.logIn("governor");
        assertThat(browser.open("/funds/f-frozen/pledge").body()).contains("Its state is: frozen");
        assertThat(browser.open("/funds/f-1/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_that_cannot_wait_for_what_was_done_says_so() throws Exception {
        browser.logIn("governor");
        sides.beSlow();
        assertThat(browser.open("/funds/f-1?after=99").body()).contains("What you did is recorded.", "£212,999.33");
    }

    private static Map<String, String> received(String page) {
        Map<String, String> typed = new HashMap<>(day("effectiveOn"));
        typed.putAll(Map.of(
                "contributor", "o-9", "financialYear", "2026-27", "restriction", "women", "amountPence", "12,450.67"));
        typed.putAll(Map.of("reference", "NF 77", "key", key(page)));
        return typed;
    }

    private static Map<String, String> day(String name) {
        return Map.of(name + "-day", "20", name + "-month", "11", name + "-year", "2026");
    }

    private static String key(String page) {
        Matcher matcher = KEY.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
