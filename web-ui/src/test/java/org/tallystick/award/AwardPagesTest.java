package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.fund.FundSamples;
import org.tallystick.history.HistoryQuery;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class AwardPagesTest {

    private final Browser browser;
    private final FakeSides sides;

    AwardPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void some_awards() {
        sides.clear();
        FundSamples.into(sides, 2);
        AwardSamples.into(sides, 12);
    }

    @Test
    void awards_can_be_searched_filtered_and_taken_away() throws Exception {
        browser.logIn("governor");
        String page = browser.open("/awards?q=work&state=ACTIVE&fund=f-1").body();
        assertThat(page)
                .contains("1 award</strong>", "Running (1)", "All (12)", "Make an award")
                .contains("value=\"work\"", "/awards.csv?q=work&amp;fund=f-1&amp;recipient=&amp;state=ACTIVE")
                .containsPattern("value=\"ACTIVE\"[^>]*selected");
        assertThat(sides.lastAsked(AwardQuery.Awards.class).search()).isEqualTo("work");
        HttpResponse<String> file = browser.open("/awards.csv?q=&fund=&recipient=&state=");
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(file.body().lines()).hasSize(13);
        assertThat(file.body())
                .contains("30000.00,10000.00")
                .doesNotContain(",=Work")
                .doesNotContain(",\"=Work");
    }

    @Test
    void both_organisations_read_what_happened_to_an_award_and_why() throws Exception {
        for (String who : new String[] {"applicant_member", "governor"}) {
            browser.logIn(who);
            assertThat(browser.open("/awards/a-active").body())
                    .contains("Paid £6,000 as payment 1", "p-payer, payer, HMP Northfield")
                    .contains(">Suspended<", "The &lt;report&gt; is late", "commissioner, HMP Northfield")
                    .contains("3 September 2026, recorded 1 November 2026 at 9am")
                    .doesNotContain("href=\"/events/");
        }
        assertThat(sides.lastAsked(HistoryQuery.HistoryOf.class).subject()).isEqualTo(HistoryQuery.Subject.AWARD);
        browser.logIn("worker");
        assertThat(browser.open("/awards/a-active").body()).doesNotContain("id=\"history\"");
    }

    @Test
    void no_awards_and_five_hundred_are_both_pages_one_can_use() throws Exception {
        AwardSamples.into(sides, 0);
        browser.logIn("applicant_lead");
        assertThat(browser.open("/awards").body()).contains("No awards yet").doesNotContain("Make an award");
        AwardSamples.into(sides, 500);
        assertThat(browser.open("/awards").body()).contains("1–50", "page=10");
        assertThat(browser.open("/awards?size=500").body()).contains("1–500", AwardSamples.LONG_NAME);
        assertThat(browser.open("/awards?page=-3&size=9999").statusCode()).isEqualTo(200);
    }

    @Test
    void an_award_to_several_organisations_says_what_each_gets_and_carries() throws Exception {
        browser.logIn("applicant_lead");
        assertThat(browser.open("/awards/a-joint").body())
                .contains("Who does the work", "passes on what is for its partners", "Harbour &lt;House&gt;")
                .contains("£4,000 of what its part costs in 2026–27 is carried by the organisation&#39;s reserves.");
        assertThat(browser.open("/awards/a-active").body()).doesNotContain("Who does the work");
    }

    @Test
    void who_sends_a_payment_sees_where_it_goes() throws Exception {
        browser.logIn("payer");
        assertThat(browser.open("/awards/a-active/payments/3/instruct").body())
                .contains("to the account below", "20-00-51", "12345678");
        assertThat(browser.open("/awards/a-active/payments/4/confirm").body()).doesNotContain("12345678");
    }

    @Test
    void a_list_offers_nothing_on_a_payment_of_a_suspended_award() {
        Actor commissioner = new Actor("carl", "Carl", Role.COMMISSIONER, "o-1", "HMP Northfield");

        assertThat(AwardAct.offeredInList(payment("a-active"), commissioner)).containsExactly(AwardAct.APPROVE);
        assertThat(AwardAct.offeredInList(payment("a-suspended"), commissioner)).isEmpty();
    }

    @Test
    void what_a_suspended_award_has_to_pay_waits_with_it() {
        assertThat(AwardWords.state(payment("a-suspended")).text()).isEqualTo("Waits: the award is suspended");
        assertThat(AwardWords.state(payment("a-active")).text()).doesNotContain("suspended");
    }

    private static PaymentView payment(String awardId) {
        return AwardSamples.payment(awardId, 2, PaymentState.SCHEDULED, 0, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            applicant_lead   | a-committed | sign,decline            | rescind,suspend,return
            applicant_member | a-committed |                         | sign,decline,rescind
            governor         | a-committed | rescind                 | sign,suspend,payments/2/approve
            governor         | a-active    | suspend,payments/2/approve,payments/3/cancel,payments/2/lapse | close,return,payments/3/instruct
            governor         | a-settled   | suspend,close           | payments/1/approve
            commissioner     | a-active    | suspend,payments/2/approve | rescind,payments/3/instruct
            commissioner     | a-suspended | resume                  | suspend,payments/2/approve
            payer            | a-active    | return,payments/3/instruct,payments/4/confirm,payments/4/fail,payments/5/instruct,payments/1/fail | suspend,payments/2/approve,payments/3/cancel
            payer            | a-closed    | return                  | payments/3/instruct
            auditor          | a-active    |                         | suspend,return,payments/2/approve,payments/3/instruct
            """)
    void each_role_finds_what_it_may_do_in_that_state(String who, String award, String shown, String hidden)
            throws Exception {
        browser.logIn(who);
        String page = browser.open("/awards/" + award).body();
        assertThat(page).contains("What happens next", "Whose money it is", "£30,000");
        for (String act : shown == null ? new String[0] : shown.split(",")) {
            assertThat(page).contains("href=\"/awards/" + award + "/" + act + "\"");
        }
        for (String act : hidden.split(",")) {
            assertThat(page).doesNotContain("href=\"/awards/" + award + "/" + act + "\"");
        }
    }

    @Test
    void whose_money_it_is_is_told_by_name_and_summed() throws Exception {
        browser.logIn("applicant_member");
        assertThat(browser.open("/awards/a-active").body())
                .contains("HMP Northfield", "£15,000.00", "women only services", "NF 2026 0117")
                .contains("Payment 2 of £6,000 is due on 20 November 2026", "1 person before it can be paid")
                .doesNotContain("href=\"/funds/f-1\"");
    }

    @Test
    void the_lead_of_the_organisation_signs_once() throws Exception {
        browser.logIn("applicant_lead");
        String page = browser.open("/awards/a-committed/sign").body();
        assertThat(page).contains("Sign for £30,000", "Rooms and a person", "We do not want to take this award");
        Map<String, String> typed = new HashMap<>(day());
        typed.put("key", FormKey.of(page));
        HttpResponse<String> after = browser.send("/awards/a-committed/sign", typed);
        browser.send("/awards/a-committed/sign", typed);
        assertThat(after.uri().toString()).endsWith("/awards/a-committed?after=77");
        assertThat(after.body()).contains("The agreement is signed.");
        assertThat(sides.effects())
                .containsExactly(new AwardCommand.SignAgreement("a-committed", null, LocalDate.of(2026, 11, 20)));
    }

    @Test
    void a_payer_works_down_the_list_and_comes_back_to_it() throws Exception {
        browser.logIn("payer");
        String list = browser.open("/payments?view=PAYABLE").body();
        assertThat(list)
                .contains("Approved, not sent", "/payments.csv?view=PAYABLE")
                .contains("/awards/a-0/payments/3/instruct?from=/payments?view%3DPAYABLE");
        String page = browser.open("/awards/a-0/payments/3/instruct?from=/payments?view%3DPAYABLE")
                .body();
        HttpResponse<String> after = browser.send(
                "/awards/a-0/payments/3/instruct", Map.of("key", FormKey.of(page), "from", "/payments?view=PAYABLE"));
        assertThat(after.uri().toString()).endsWith("/payments?view=PAYABLE&after=77");
        assertThat(after.body()).contains("The bank has been told to make payment 3 of £6,000");
        assertThat(sides.effects()).containsExactly(new AwardCommand.InstructPayment("a-0", 3));
    }

    @Test
    void nobody_is_led_to_another_site_after_a_deed() throws Exception {
        browser.logIn("payer");
        String page = browser.open("/awards/a-0/payments/3/instruct?from=https://evil.example")
                .body();
        assertThat(page).doesNotContain("href=\"https://evil.example");
        HttpResponse<String> after = browser.send(
                "/awards/a-0/payments/3/instruct", Map.of("key", FormKey.of(page), "from", "//evil.example"));
        assertThat(after.uri().getPath()).isEqualTo("/awards/a-0");
    }

    @Test
    void a_payment_that_arrived_and_one_that_did_not() throws Exception {
        browser.logIn("payer");
        assertThat(browser.open("/awards/a-0/payments/4/confirm").body()).contains("It was not paid");
        assertThat(browser.send("/awards/a-0/payments/4/confirm", Map.of("bankReference", ""))
                        .body())
                .contains("Enter the reference of the bank statement.", "Enter the day it was paid.");
        sides.refuse(Rejection.of(Refusal.SAME_PERSON, "You approved this payment; somebody else must confirm it."));
        Map<String, String> typed = new HashMap<>(day());
        typed.put("reason", "Account closed");
        assertThat(browser.send("/awards/a-0/payments/4/fail", typed).body())
                .contains("somebody else must confirm it.", "Account closed</textarea>");
    }

    @ParameterizedTest
    @CsvSource({"governor", "commissioner", "payer", "auditor", "applicant_lead"})
    void payments_are_counted_by_what_they_wait_for(String who) throws Exception {
        browser.logIn(who);
        assertThat(browser.open("/payments").body())
                .containsPattern("All\\s*<span[^>]*>72<")
                .containsPattern("Late\\s*<span[^>]*>24<")
                .contains("Approved by 1 of 2", "2 days late");
        assertThat(browser.open("/payments?view=nonsense").statusCode()).isEqualTo(200);
        AwardSamples.into(sides, 0);
        assertThat(browser.open("/payments").body()).contains("No payments yet");
        assertThat(browser.open("/payments?view=late").body()).contains("No payment is in this state.");
    }

    private static Map<String, String> day() {
        return Map.of("effectiveOn-day", "20", "effectiveOn-month", "11", "effectiveOn-year", "2026");
    }
}
