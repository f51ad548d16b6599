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
            List.of(new ClaimLine("Wages, April to June", 3_250_40), new ClaimLine("Rent", 1_749_60));

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
        typed.put("spent", "Wages, April to June, 3,250.40\nRent of the room");
        assertThat(browser.send(PAYMENT + "claim", typed).body())
                .contains("End the line “Rent of the room” with what it cost");
        typed.put("spent", "Wages, April to June, 3,250.40\n\nRent: £1749");
        assertThat(browser.send(PAYMENT + "claim", typed).body())
                .contains("The lines come to £4,999.40", "Wages, April to June, 3,250.40");
        typed.put("spent", "Wages, April to June, 3,250.40\nRent £1749.60");
        browser.send(PAYMENT + "claim", typed);

        assertThat(sides.effects()).containsExactly(new AwardCommand.SubmitClaim("a-active", 2, 5_000_00, SPENT));
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
                        "Accept the claim of £5,000", "£1,000 of the instalment will not be needed", "Rent, £1,749.60");
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
                .contains("The funder asked", "Which worker?", "Rent, £1,749.60</textarea>", "value=\"£5,000.00\"");
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
