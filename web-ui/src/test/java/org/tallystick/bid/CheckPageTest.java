package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

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
class CheckPageTest {

    private final Browser browser;
    private final FakeSides sides;

    CheckPageTest(@Autowired Environment environment, @Autowired FakeSides sides) {
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
    void what_is_missing_is_listed_and_nothing_can_be_sent() throws Exception {
        assertThat(browser.open("/bids/b-started/check").body())
                .contains("It cannot be sent yet", "Describe your project.", "Not answered.", "No budget yet.")
                .doesNotContain("Send bid to");
    }

    @Test
    void a_lead_reads_everything_stands_for_it_and_sends_it_once() throws Exception {
        assertThat(browser.open("/bids/b-whole/check").body())
                .contains("A door &lt;that&gt; opens", "They have somewhere to go.", "Change this answer")
                .contains(Certification.STATEMENT, "Send bid to HMP Northfield", "name=\"readVersion\" value=\"12\"");
        Map<String, String> typed = new HashMap<>(Map.of("key", "k-1", "readVersion", "12", "step", "send"));
        assertThat(browser.send("/bids/b-whole/check", typed).body())
                .contains("There is a problem", "Tick the box to sign off this bid.");
        typed.put("statement", "yes");
        assertThat(browser.send("/bids/b-whole/check", typed).body()).contains("Your bid is sent to HMP Northfield.");
        browser.send("/bids/b-whole/check", typed);
        assertThat(sides.effects())
                .containsExactly(
                        new BidCommand.CertifyBid("b-whole", 12, Certification.STATEMENT),
                        new BidCommand.SubmitBid("b-whole"));
    }

    @Test
    void what_is_ready_only_has_to_be_sent() throws Exception {
        assertThat(browser.open("/bids/b-ready/check").body())
                .contains("and nothing has changed since.")
                .doesNotContain("name=\"statement\"");
        browser.send("/bids/b-ready/check", Map.of("key", "k-1", "step", "send"));
        assertThat(sides.effects()).containsExactly(new BidCommand.SubmitBid("b-ready"));
    }

    @Test
    void one_may_stand_for_it_and_send_it_later() throws Exception {
        assertThat(browser.send(
                                "/bids/b-whole/check",
                                Map.of("key", "k-1", "readVersion", "12", "statement", "yes", "step", "later"))
                        .body())
                .contains("It is ready, and not sent yet.");
        assertThat(sides.effects()).containsExactly(new BidCommand.CertifyBid("b-whole", 12, Certification.STATEMENT));
    }

    @Test
    void a_bid_that_somebody_changed_meanwhile_is_read_again_first() throws Exception {
        sides.refuse(Rejection.of(Refusal.CONFLICT, "readVersion", "You read version 11; it is at 12."));
        assertThat(browser.send(
                                "/bids/b-whole/check",
                                Map.of("key", "k-1", "readVersion", "11", "statement", "yes", "step", "send"))
                        .body())
                .contains(
                        "Somebody else changed this bid while you read it, so nothing was sent.",
                        "name=\"readVersion\" value=\"12\"")
                .doesNotContainPattern("name=\"statement\"[^>]*checked");
    }

    @Test
    void a_member_sees_that_a_lead_must_send_it() throws Exception {
        browser.logIn("applicant_member");
        assertThat(browser.open("/bids/b-whole/check").body())
                .contains("Only a lead of your organisation can send a bid", "4 December 2026 at 5pm")
                .doesNotContain("Send bid to HMP Northfield");
        assertThat(browser.open("/bids/b-whole").body()).contains("A lead of your organisation has to sign it off");
    }
}
