package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.history.LogSamples;
import org.tallystick.ledger.LedgerQuery.PostingsOf;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.ledger.WhyQuery.Why;
import org.tallystick.ledger.WhyQuery.WhyLine;
import org.tallystick.ledger.WhyQuery.WhyView;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Role;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class WhyPageTest {

    private final Browser browser;
    private final FakeSides sides;

    WhyPageTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_ledger() throws Exception {
        sides.clear();
        LedgerSamples.into(sides, 10);
        Actor auditor = new Actor("p-auditor", "", Role.AUDITOR, "o-2", "");
        List<WhyLine> lines = sides.ask(new PostingsOf(42), auditor, 0).stream()
                .map(entry -> new WhyLine(
                        entry, 1_000, 1_000, "p-9", "GOVERNOR", "HMP Northfield", "a limit of £50,000", "Because <it>"))
                .toList();
        sides.answer(
                Why.class,
                query -> new WhyView(
                        10_480,
                        100_000,
                        300_000,
                        200_000,
                        new Paged<>(lines, 250, query.page(), query.size()),
                        LogSamples.checkpoint(10_480)));
        browser.logIn("auditor");
    }

    @Test
    void it_shows_each_movement_with_who_did_it_and_what_proves_it() throws Exception {
        assertThat(browser.open("/ledger/why?subject=fund&id=north&figure=available")
                        .body())
                .contains("Free: ", "£1,000.00", "£3,000.00", "£2,000.00", "250 movements", "page=3")
                .contains("p-9, governor, HMP Northfield", "With the authority of a limit of £50,000")
                .contains("Because &lt;it&gt;", "/proof\"", "10,480 events", "name=\"subject\" value=\"fund\"");
        assertThat(sides.lastAsked(Why.class))
                .isEqualTo(new Why(null, FigureOf.FUND, "north", Figure.AVAILABLE, null, null, 1, 100));
    }

    @Test
    void an_account_is_explained_at_another_time() throws Exception {
        assertThat(browser.open("/ledger/why?account=fund:north:available&effective=31+March+2026&page=2")
                        .body())
                .contains("Account fund:north:available", "tally-asat", "31 March 2026");
        assertThat(sides.lastAsked(Why.class).account()).isEqualTo("fund:north:available");
        assertThat(sides.lastAsked(Why.class).effective()).isEqualTo("2026-03-31");
    }

    @Test
    void a_part_of_a_figure_says_what_part_it_is_and_leads_to_the_whole() throws Exception {
        String address = WhyPage.href(
                FigureOf.FUND,
                "north",
                Figure.CONTRIBUTED,
                "contributor",
                "GB-GOR-EA101",
                "financialYear",
                "2026-27",
                "restriction",
                "women & children + families");
        assertThat(browser.open(address).body())
                .contains("of HMP Eastmoor, for 2026–27, ", "women &amp; children + families")
                .contains("name=\"contributor\" value=\"GB-GOR-EA101\"")
                .contains("href=\"/ledger/why?subject=fund&amp;id=north&amp;figure=contributed\">The whole figure</a>");
        Why asked = sides.lastAsked(Why.class);
        assertThat(asked.contributor()).isEqualTo("GB-GOR-EA101");
        assertThat(asked.financialYear()).hasToString("2026-27");
        assertThat(asked.restriction()).isEqualTo("women & children + families");
        assertThat(browser.open("/ledger/why?subject=everything&figure=gap&carrier=reserves&known=9")
                        .body())
                .contains("carried by the organisation&#39;s reserves", "tally-asat");
        assertThat(browser.open("/ledger/why?subject=fund&id=north&figure=available")
                        .body())
                .doesNotContain("The whole figure");
    }

    @Test
    void a_part_that_can_be_none_is_refused() throws Exception {
        assertThat(browser.open("/ledger/why?subject=everything&figure=gap&carrier=luck")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.open("/ledger/why?subject=fund&id=north&figure=available&financialYear=soon")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_can_be_no_figure_is_not_found() throws Exception {
        assertThat(browser.open("/ledger/why?subject=fund&id=north&figure=luck").statusCode())
                .isEqualTo(404);
        assertThat(browser.open("/ledger/why").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"applicant_lead", "assessor", "coordinator"})
    void it_is_for_those_with_money_and_auditors(String person) throws Exception {
        browser.logIn(person);
        assertThat(browser.open("/ledger/why?subject=fund&id=north&figure=available")
                        .body())
                .doesNotContain("movements");
    }
}
