package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.fund.FundSamples;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class NewAwardTest {

    private final Browser browser;
    private final FakeSides sides;

    NewAwardTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_governor() throws Exception {
        sides.clear();
        FundSamples.into(sides, 2);
        AwardSamples.into(sides, 1);
        browser.logIn("governor");
    }

    @Test
    void the_fund_then_the_organisation_then_the_award() throws Exception {
        assertThat(browser.open("/awards/new").body()).contains("Which fund pays for it?", "fund=f-0");
        assertThat(browser.open("/awards/new?fund=f-1&q=wend").body())
                .contains("Which organisation gets it?", "recipient=o-9", "value=\"wend\"");
        assertThat(browser.open("/awards/new?fund=f-1&recipient=o-2").body())
                .contains("An award to", AwardSamples.LONG_NAME, "Add another payment", "Nothing is promised yet.")
                .contains("women only services");
    }

    @Test
    void another_payment_keeps_all_that_was_typed_without_script() throws Exception {
        Map<String, String> typed =
                typed(browser.open("/awards/new?fund=f-1&recipient=o-2").body());
        typed.put("step", "add");
        typed.put("purpose", "Half a sent");
        String page = browser.send("/awards/new", typed).body();
        assertThat(page)
                .contains("Half a sent</textarea>", "Payment 2", "Leave the last payment out")
                .containsPattern("name=\"amount-2\"[^>]*value=\"12,500\"")
                .containsPattern("name=\"instalments\"[^>]*value=\"2\"")
                .doesNotContain("There is a problem");
        typed.put("instalments", "2");
        typed.put("step", "remove");
        assertThat(browser.send("/awards/new", typed).body()).doesNotContain("Payment 2");
    }

    @Test
    void what_was_written_is_checked_before_it_is_decided_and_then_decided_once() throws Exception {
        Map<String, String> typed =
                typed(browser.open("/awards/new?fund=f-1&recipient=o-2").body());
        typed.put("step", "check");
        String check = browser.send("/awards/new", typed).body();
        assertThat(check).contains("Check before you decide", "Commit £12,500 to The Wend Valley", "1 April 2027");
        assertThat(sides.effects()).isEmpty();
        typed.put("step", "change");
        assertThat(browser.send("/awards/new", typed).body()).contains("A place to stay", "Check the award");
        typed.put("step", "commit");
        HttpResponse<String> after = browser.send("/awards/new", typed);
        browser.send("/awards/new", typed);
        assertThat(sides.effects()).singleElement().isInstanceOfSatisfying(AwardCommand.CommitAward.class, award -> {
            assertThat(award.schedule())
                    .containsExactly(
                            new Instalment.Planned(LocalDate.of(2027, 4, 1), new FinancialYear(2026), 1_250_000));
            assertThat(award.recipient()).isEqualTo("o-2");
            assertThat(after.uri().getPath()).isEqualTo("/awards/" + award.awardId());
        });
    }

    @Test
    void faults_stand_beside_the_payment_they_belong_to() throws Exception {
        browser.open("/awards/new?fund=f-1&recipient=o-2");
        String page = browser.send(
                        "/awards/new",
                        Map.of(
                                "fund",
                                "f-1",
                                "recipient",
                                "o-2",
                                "instalments",
                                "2",
                                "amount-1",
                                "0",
                                "dueOn-1",
                                "31 2 2027",
                                "amount-2",
                                "12k",
                                "step",
                                "check"))
                .body();
        assertThat(page)
                .contains("Enter a short title", "must be a real date", "payment 1 must be more than £0")
                .contains("payment 2 must be in full", "Enter the day payment 2 is due.", "href=\"#amount-2\"");
    }

    @Test
    void a_refused_award_stays_as_it_was_typed() throws Exception {
        Map<String, String> typed =
                typed(browser.open("/awards/new?fund=f-1&recipient=o-2").body());
        typed.put("step", "commit");
        sides.refuse(Rejection.of(Refusal.LIMIT_EXCEEDED, "schedule", "Your delegated limit is £10,000."));
        assertThat(browser.send("/awards/new", typed).body())
                .contains("Your delegated limit is £10,000. Ask somebody whose delegated limit covers")
                .containsPattern("name=\"amount-1\"[^>]*value=\"12,500\"")
                .doesNotContain("value=\"" + typed.get("key") + "\"");
    }

    @Test
    void only_a_governor_makes_awards() throws Exception {
        browser.logIn("commissioner");
        assertThat(browser.open("/awards/new?fund=f-1").statusCode()).isEqualTo(403);
    }

    private static Map<String, String> typed(String page) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "key", FormKey.of(page),
                "fund", "f-1",
                "recipient", "o-2",
                "instalments", "1",
                "title", "A place to stay",
                "purpose", "Rooms",
                "restriction", "unrestricted",
                "amount-1", "12,500",
                "dueOn-1", "1 April 2027"));
        typed.put("financialYear-1", "2026-27");
        typed.putAll(Map.of("effectiveOn-day", "22", "effectiveOn-month", "11", "effectiveOn-year", "2026"));
        return typed;
    }
}
