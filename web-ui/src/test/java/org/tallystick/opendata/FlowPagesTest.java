package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.fund.FundSamples;
import org.tallystick.opendata.PublicQuery.FlowView;
import org.tallystick.opendata.PublicQuery.MoneyFlow;
import org.tallystick.opendata.PublicQuery.Station;
import org.tallystick.opendata.PublicQuery.Stream;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class FlowPagesTest {

    private final Browser browser;
    private final FakeSides sides;

    FlowPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void two_streams() {
        sides.clear();
        FundSamples.into(sides, 1);
        Station council = new Station("o-1", "Council <of> Northmere");
        Station fund = new Station("f-1", "Resettlement fund");
        sides.answer(
                MoneyFlow.class,
                _ -> new FlowView(
                        3,
                        List.of(
                                new Stream(council, fund, new Station("", ""), new Station("o-2", "Kitchen"), 2_000_00),
                                new Stream(
                                        council,
                                        fund,
                                        new Station("c-1", "A place to go"),
                                        new Station(Station.OTHERS, "*"),
                                        1_000_00))));
    }

    @Test
    void everybody_sees_the_way_of_all_money_with_its_lists_and_its_table() throws Exception {
        assertThat(browser.open("/public/flow").body())
                .contains("£3,000", "3 awards", "tally-flow__svg", "Council &lt;of&gt; Northmere")
                .contains("Without a call", "Other organisations", "href=\"/calls/c-1\"", "href=\"/organisations/o-2\"")
                .contains("Show the figures", "£2,000.00")
                .doesNotContain("Council <of>");
    }

    @Test
    void those_who_see_a_fund_see_the_way_of_its_money() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/funds/f-1").body()).contains("/funds/f-1/flow");
        assertThat(browser.open("/funds/f-1/flow").body()).contains("Where the money of ");
        assertThat(sides.lastAsked(MoneyFlow.class).fundId()).isEqualTo("f-1");
    }

    @Test
    void the_sums_of_its_stations_are_explained_to_those_who_see_all_of_them() throws Exception {
        String everywhere = "href=\"/ledger/why?subject=contributor&amp;id=o-1&amp;figure=published\"";
        assertThat(browser.open("/public/flow").body()).doesNotContain("/ledger/why");
        browser.logIn("governor");
        assertThat(browser.open("/public/flow").body()).doesNotContain("/ledger/why");
        assertThat(browser.open("/funds/f-1/flow").body())
                .contains("href=\"/ledger/why?subject=call&amp;id=c-1&amp;figure=published&amp;fund=f-1\"")
                .doesNotContain(everywhere);
        browser.logIn("auditor");
        assertThat(browser.open("/public/flow").body()).contains(everywhere).doesNotContain("id=*");
    }

    @Test
    void before_the_first_award_the_page_says_when_the_drawing_comes() throws Exception {
        sides.answer(MoneyFlow.class, _ -> new FlowView(0, List.of()));
        assertThat(browser.open("/public/flow").body())
                .contains("No awards yet")
                .doesNotContain("<figure");
    }
}
