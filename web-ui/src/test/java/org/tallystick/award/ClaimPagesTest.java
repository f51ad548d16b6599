package org.tallystick.award;

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
import org.tallystick.award.AwardQuery.ClaimView;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.fund.FundSamples;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;

/** A payment in arrears: claimed, asked about, accepted. */
@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class ClaimPagesTest {

    private static final String PAYMENT = "/awards/a-active/payments/2/";
    private static final List<ClaimLine> SPENT =
            List.of(new ClaimLine("Wages, April to June", 3_250_40), new ClaimLine("Rent March 2026", 1_749_60));

    private final Browser browser;
    private final FakeSides sides;

    ClaimPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void an_award() {
        sides.clear();
        FundSamples.into(sides, 2);
        AwardSamples.into(sides, 8);
    }

    @Test
    void the_organisation_says_what_was_spent_line_by_line_and_claims() throws Exception {
        claimed(null);
        browser.logIn("applicant_member");
        assertThat(browser.open("/awards/a-active").body()).contains("Waiting for a claim", PAYMENT + "claim");
        String page = browser.open(PAYMENT + "claim").body();
        Map<String, String> typed = new HashMap<>(Map.of("key", FormKey.of(page), "amountPence", "5,000"));
        assertThat(browser.send(PAYMENT + "claim", typed).body()).contains("Say what was spent, a row for each thing.");
        typed.putAll(Map.of("rows-spent", "2", "description-1", "Wages, April to June", "amount-1", "£3,250.40"));
        typed.put("description-2", "Rent March 2026");
        assertThat(browser.send(PAYMENT + "claim", typed).body())
                .contains("Enter the amount of row 2.", "value=\"Rent March 2026\"", "value=\"£3,250.40\"");
        typed.put("amount-2", "1749");
        assertThat(browser.send(PAYMENT + "claim", typed).body())
                .contains("What was spent comes to £4,999.40", "value=\"Wages, April to June\"");
        typed.put("amount-2", "1749.60");
        browser.send(PAYMENT + "claim", typed);

        assertThat(sides.effects()).containsExactly(new AwardCommand.SubmitClaim("a-active", 2, 5_000_00, SPENT));
    }

    @Test
    void rows_of_what_was_spent_are_added_and_taken_out_without_losing_any() throws Exception {
        claimed(null);
        browser.logIn("applicant_member");
        Map<String, String> typed = new HashMap<>(
                Map.of("key", "k-1", "rows-spent", "1", "description-1", "Wages", "amount-1", "3", "amountPence", "9"));
        typed.put("step", "add-spent");
        assertThat(browser.send(PAYMENT + "claim", typed).body())
                .contains("value=\"Wages\"", "name=\"description-2\"", "value=\"9\"")
                .doesNotContain("There is a problem");
        typed.put("step", "remove-spent-1");
        assertThat(browser.send(PAYMENT + "claim", typed).body()).doesNotContain("Wages", "name=\"description-1\"");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void the_funder_reads_the_claim_and_accepts_it_or_asks() throws Exception {
        claimed(new ClaimView(1, ClaimState.SUBMITTED, 5_000_00, SPENT, LocalDate.of(2026, 11, 1), ""));
        browser.logIn("commissioner");
        assertThat(browser.open("/awards/a-active").body())
                .contains("Claimed, not accepted yet", PAYMENT + "accept-claim", PAYMENT + "query-claim")
                .doesNotContain(PAYMENT + "approve");
        String page = browser.open(PAYMENT + "accept-claim").body();
        assertThat(page)
                .contains(
                        "Accept the claim of £5,000",
                        "£1,000 of the instalment will not be needed",
                        "Rent March 2026, £1,749.60");
        browser.send(PAYMENT + "accept-claim", Map.of("key", FormKey.of(page)));
        String ask = browser.open(PAYMENT + "query-claim").body();
        browser.send(PAYMENT + "query-claim", Map.of("key", FormKey.of(ask), "reason", "Which worker?"));

        assertThat(sides.effects())
                .containsExactly(
                        new AwardCommand.AcceptClaim("a-active", 2),
                        new AwardCommand.QueryClaim("a-active", 2, "Which worker?"));
    }

    @Test
    void a_claim_that_was_asked_about_begins_as_it_was() throws Exception {
        claimed(new ClaimView(1, ClaimState.QUERIED, 5_000_00, SPENT, LocalDate.of(2026, 11, 1), "Which worker?"));
        browser.logIn("applicant_lead");
        assertThat(browser.open(PAYMENT + "claim").body())
                .contains(
                        "The funder asked: “Which worker?” Put the rows right",
                        "value=\"Rent March 2026\"",
                        "value=\"1,749.60\"",
                        "value=\"5,000.00\"");
    }

    @Test
    void the_award_says_what_a_payment_in_arrears_waits_for() throws Exception {
        browser.logIn("commissioner");
        LocalDate day = LocalDate.of(2026, 11, 1);
        claimed(null);
        assertThat(browser.open("/awards/a-active").body()).contains("It is paid after the spending:");
        claimed(new ClaimView(1, ClaimState.SUBMITTED, 5_000_00, SPENT, day, ""));
        assertThat(browser.open("/awards/a-active").body())
                .contains(
                        "claimed £5,000 on 1 November 2026. The funder accepts the claim, or asks something about it.");
        claimed(new ClaimView(1, ClaimState.QUERIED, 5_000_00, SPENT, day, "Which worker?"));
        assertThat(browser.open("/awards/a-active").body()).contains("The funder asked something about the claim.");
        claimed(new ClaimView(1, ClaimState.ACCEPTED, 5_000_00, SPENT, day, ""));
        assertThat(browser.open("/awards/a-active").body()).contains("before it can be paid.");
    }

    private void claimed(@Nullable ClaimView claim) {
        sides.answer(OneAward.class, query -> {
            var award = AwardSamples.view(query.awardId());
            var payments = award.payments().stream()
                    .map(payment -> payment.instalment() == 2 ? AwardSamples.inArrears(payment, claim) : payment)
                    .toList();
            return AwardSamples.with(award, payments);
        });
    }
}
