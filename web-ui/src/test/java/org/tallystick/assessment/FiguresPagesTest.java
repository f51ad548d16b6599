package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.call.CallSamples;
import org.tallystick.call.DecisionTimes;
import org.tallystick.call.DecisionTimes.Paid;
import org.tallystick.call.DecisionTimes.Spread;
import org.tallystick.call.EffortFigures;
import org.tallystick.call.GrantCallQuery.CallFigures;
import org.tallystick.call.GrantCallQuery.CallTimes;
import org.tallystick.call.GrantCallQuery.FiguresOfCall;
import org.tallystick.call.GrantCallQuery.FiguresOfFunder;
import org.tallystick.call.GrantCallQuery.FunderFigures;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.call.GrantCallState;
import org.tallystick.call.StandingFigures;
import org.tallystick.call.StandingFigures.Counted;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;
import org.tallystick.registry.ByAndForStanding;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class FiguresPagesTest {

    private static final DecisionTimes TIMES = DecisionTimes.of(
            LocalDate.of(2026, 6, 1),
            LocalDate.of(2026, 6, 9),
            LocalDate.of(2026, 6, 10),
            LocalDate.of(2026, 6, 12),
            LocalDate.of(2026, 6, 12),
            List.of(
                    new Paid(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 24)),
                    new Paid(LocalDate.of(2026, 6, 10), null)));
    private static final StandingFigures STANDINGS = StandingFigures.of(Map.of(
            ByAndForStanding.VERIFIED, new Counted(4, 1, 8_000_000, 1_000_000),
            ByAndForStanding.CLAIMED, new Counted(7, 1, 9_000_000, 5_000_000),
            ByAndForStanding.NONE, new Counted(40, 10, 80_000_000, 9_000_000)));

    private final Browser browser;
    private final FakeSides sides;

    FiguresPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void decided() {
        sides.clear();
        CallSamples.into(sides);
        sides.answer(
                FiguresOfCall.class,
                query -> figures(query.callId(), query.callId().equals("c-few") ? 4 : 6));
        sides.answer(
                FiguresOfFunder.class,
                query -> new FunderFigures(
                        query.holder(),
                        "Northfield",
                        new Spread(3, 7, 31),
                        new Spread(3, 0, 2),
                        new Spread(0, 0, 0),
                        STANDINGS,
                        List.of(new CallTimes("c-1", "Winter <doors>", TIMES))));
    }

    private static CallFigures figures(String callId, int answers) {
        EffortFigures effort = new EffortFigures(9, new EffortFigures.Reported(answers, 23));
        return new CallFigures(callId, "Winter <doors>", "o-1", "Northfield", true, TIMES, effort, STANDINGS);
    }

    @Test
    void what_a_bid_took_stands_beside_what_it_was_thought_to_take_and_few_answers_are_hidden() throws Exception {
        assertThat(browser.open("/calls/c-1/figures").body())
                .contains("How much work a bid was", "About 9 hours", "23 hours")
                .contains("Half of the 6 organisations that answered took so long or less.");
        assertThat(browser.open("/calls/c-few/figures").body())
                .contains("About 9 hours", "Fewer than five organisations said how long theirs took.")
                .doesNotContain("23 hours");
    }

    @Test
    void anybody_reads_how_long_a_call_took_with_the_unit_and_what_was_promised() throws Exception {
        assertThat(browser.open("/calls/c-1/figures").body())
                .contains("Winter &lt;doors&gt;", "7 working days", "2 working days", "10 working days")
                .contains("Promised by 9 June 2026: 1 working day late.", "Promised by 12 June 2026: kept.")
                .contains("Of the one award that was paid. 1 award of 2 waits for a first payment.")
                .contains("In working days of England and Wales", "/funders/o-1/figures")
                .doesNotContain("Not public yet")
                .containsOnlyOnce("<h1");
    }

    @Test
    void small_numbers_are_not_on_the_page_and_the_rule_is() throws Exception {
        assertThat(browser.open("/calls/c-1/figures").body())
                .contains("Claimed, not verified", "data-label=\"Bids\">40</td>", "data-label=\"Of bids\">25%</td>")
                .contains("data-label=\"Bids\">51</td>", "data-label=\"Awarded\">£150,000</td>")
                .contains("not shown", "fewer than five bids")
                .doesNotContain("£80,000", "£10,000<", "£50,000", "data-label=\"Bids\">7</td>");
    }

    @Test
    void the_calls_of_a_body_stand_together_and_one_by_one() throws Exception {
        assertThat(browser.open("/funders/o-1/figures").body())
                .contains("Half of 3 calls took so long or less; the longest 31 working days.")
                .contains("Less than a working day", "Nothing is paid yet", "/calls/c-1/figures", "not shown")
                .containsOnlyOnce("<h1");
    }

    @Test
    void the_page_of_a_call_leads_there_once_applicants_are_told() throws Exception {
        sides.answer(OneCall.class, query -> CallSamples.view(query.callId(), GrantCallState.DECIDED));
        assertThat(browser.open("/calls/c-1").body()).doesNotContain("/calls/c-1/figures");
        sides.answer(OneCall.class, query -> CallSamples.view(query.callId(), GrantCallState.INFORMED));
        assertThat(browser.open("/calls/c-1").body()).contains("/calls/c-1/figures");
    }
}
