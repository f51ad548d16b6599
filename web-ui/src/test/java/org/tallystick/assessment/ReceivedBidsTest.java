package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.assessment.AssessmentQuery.BidsSideBySide;
import org.tallystick.bid.BidSamples;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;
import org.tallystick.registry.ByAndForStanding;

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
        SideBySideSamples.into(
                sides,
                List.of(
                        SideBySideSamples.kitchen(null),
                        SideBySideSamples.bid("b-greedy", "o-3", "", ByAndForStanding.CLAIMED, null)));
        browser.logIn("commissioner");
    }

    @Test
    void bids_stand_side_by_side_with_what_they_ask_and_what_they_leave_open() throws Exception {
        assertThat(browser.open("/calls/c-closed").body()).contains("href=\"/calls/c-closed/bids\"");
        assertThat(browser.open("/calls/c-closed/bids").body())
                .contains("Bids received", "£100,000", "£212,632.28", "£92,632.28", "Nobody has sent scores yet")
                .contains("href=\"/bids/b-submitted\"", "Second Chance Kitchen · Northmoor", "Bid of Organisation o-3")
                .contains("data-label=\"Gap\">£46,316.14</td>", "data-label=\"Paid for\">56.4%</td>")
                .contains("data-label=\"By and for\">Verified</td>", "data-label=\"By and for\">Claimed</td>")
                .doesNotContain("data-label=\"Place\"");
    }

    @Test
    void scored_bids_have_their_places() throws Exception {
        SideBySideSamples.into(
                sides,
                List.of(
                        SideBySideSamples.kitchen(new Ranking.Place("b-submitted", 1, true, 2, 840, 420)),
                        SideBySideSamples.bid("b-greedy", "o-3", "", ByAndForStanding.NONE, null)));
        assertThat(browser.open("/calls/c-closed/bids").body()).contains("1, tied", "4.2 of 5", "not yet", "no scores");
    }

    @Test
    void five_hundred_bids_are_one_question_page_by_page() throws Exception {
        SideBySideSamples.into(sides, SideBySideSamples.many(500));
        long before = sides.asked(BidsSideBySide.class);
        String page = browser.open("/calls/c-closed/bids?page=2&sort=-gap&standing=VERIFIED&q=door")
                .body();
        assertThat(sides.asked(BidsSideBySide.class) - before).isEqualTo(1);
        assertThat(sides.lastAsked(BidsSideBySide.class))
                .isEqualTo(
                        new BidsSideBySide("c-closed", "door", ByAndForStanding.VERIFIED, BidOrder.GAP, true, 2, 50));
        assertThat(page)
                .contains("51–100", "href=\"/bids/b-51\"", "aria-sort=\"descending\"", "value=\"door\"")
                .contains("/calls/c-closed/bids.csv?q=door&amp;standing=VERIFIED&amp;sort=-gap")
                .doesNotContain("href=\"/bids/b-50\"", "href=\"/bids/b-101\"");
        assertThat(browser.open("/calls/c-closed/bids.csv").body().lines()).hasSize(501);
    }

    @Test
    void before_a_call_has_closed_there_is_nothing_to_read() throws Exception {
        assertThat(browser.open("/calls/c-open/bids").body()).contains("No bids to read");
        assertThat(browser.open("/calls/c-open").body()).doesNotContain("/calls/c-open/bids");
        browser.logIn("payer");
        assertThat(browser.open("/calls/c-closed/bids").statusCode()).isEqualTo(403);
        assertThat(browser.open("/calls/c-closed").body()).doesNotContain("/calls/c-closed/bids");
    }
}
