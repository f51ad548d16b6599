package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.assessment.AssessmentQuery;
import org.tallystick.assessment.AssessmentQuery.RankedBid;
import org.tallystick.assessment.Ranking;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class ReceivedBidsTest {

    private final Browser browser;
    private final FakeSides sides;

    ReceivedBidsTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_commissioner() throws Exception {
        sides.clear();
        BidSamples.into(sides);
        sides.answer(
                BidQuery.Bids.class,
                query -> new Paged<>(
                        List.of(
                                BidSamples.view("b-greedy").summary(),
                                BidSamples.view("b-submitted").summary()),
                        2,
                        1,
                        500));
        browser.logIn("commissioner");
    }

    @Test
    void bids_stand_side_by_side_with_what_they_ask_and_what_they_leave_open() throws Exception {
        assertThat(browser.open("/calls/c-closed").body()).contains("href=\"/calls/c-closed/bids\"");
        assertThat(browser.open("/calls/c-closed/bids").body())
                .contains("Bids received", "£130,000", "£212,632.28", "nobody has sent scores yet")
                .contains("href=\"/bids/b-submitted\"", "Second Chance Kitchen · Northmoor")
                .contains("data-label=\"Gap\">£46,316.14</td>", "data-label=\"Paid for\">56.4%</td>")
                .doesNotContain("Place in the ranking");
    }

    @Test
    void the_best_by_their_scores_come_first() throws Exception {
        sides.answer(
                AssessmentQuery.RankingOf.class,
                query -> List.of(new RankedBid(
                        "b-submitted",
                        "o-2",
                        "Second Chance Kitchen",
                        "A door",
                        5_000_000,
                        new Ranking.Place("b-submitted", 1, true, 2, 840, 420))));
        String page = browser.open("/calls/c-closed/bids").body();
        assertThat(page).contains("1, shared", "4.2 of 5", "not scored");
        assertThat(page.indexOf("/bids/b-submitted")).isLessThan(page.indexOf("/bids/b-greedy"));
    }

    @Test
    void before_a_call_has_closed_there_is_nothing_to_read() throws Exception {
        sides.answer(BidQuery.Bids.class, query -> new Paged<>(List.of(), 0, 1, 500));
        assertThat(browser.open("/calls/c-open/bids").body()).contains("No bids to read");
        assertThat(browser.open("/calls/c-open").body()).doesNotContain("/calls/c-open/bids");
        browser.logIn("payer");
        assertThat(browser.open("/calls/c-closed/bids").statusCode()).isEqualTo(403);
        assertThat(browser.open("/calls/c-closed").body()).doesNotContain("/calls/c-closed/bids");
    }
}
