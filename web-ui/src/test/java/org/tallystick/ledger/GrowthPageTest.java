package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.ledger.LedgerTimeQuery.Growth;
import org.tallystick.ledger.LedgerTimeQuery.GrowthPoint;
import org.tallystick.ledger.LedgerTimeQuery.GrowthView;
import org.tallystick.ledger.LedgerTimeQuery.KnownEvent;
import org.tallystick.ledger.LedgerTimeQuery.Point;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Require;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class GrowthPageTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final Browser browser;
    private final FakeSides sides;

    GrowthPageTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_ledger() throws Exception {
        sides.clear();
        LedgerSamples.into(sides, 100);
        sides.answer(Growth.class, GrowthPageTest::grown);
        browser.logIn("auditor");
    }

    @Test
    void the_whole_history_is_drawn_with_its_table_and_the_slider_is_on_its_end() throws Exception {
        assertThat(browser.open("/ledger/growth").body())
                .contains("<svg class=\"tally-chart__svg\"", "Put in by contributors", "before the first event")
                .contains("type=\"range\"", "max=\"12\"", "value=\"12\"")
                .contains("What was known at event 120 (30 April 2026, 1pm)", "£12,000.00", "£6,000.00", "£3,000.00")
                .contains("href=\"/ledger?known=120\"", "href=\"/ledger/difference?fromKnown=120\"");
        assertThat(sides.lastAsked(Growth.class)).isEqualTo(new Growth(null, null, null, null, null, 12));
    }

    @Test
    void the_slider_shows_a_point_without_script_and_keeps_what_was_chosen() throws Exception {
        assertThat(browser.open("/ledger/growth?fromKnown=1&toKnown=40&toEffective=31+March+2026&steps=6&at=3")
                        .body())
                .contains("value=\"3\"", "name=\"toEffective\" value=\"31 March 2026\"")
                .contains("event 30 (", "£3,000.00", "how money grew up to what was known at event 40");
        assertThat(sides.lastAsked(Growth.class))
                .isEqualTo(new Growth(null, "1", null, "40", LocalDate.of(2026, 3, 31), 6));
        assertThat(browser.open("/ledger/growth?steps=999&at=999").body()).contains("value=\"12\"");
    }

    @Test
    void what_cannot_be_drawn_is_said_beside_its_field_and_all_is_shown() throws Exception {
        assertThat(browser.open("/ledger/growth?fromKnown=40&toKnown=1").body())
                .contains(
                        "There is a problem",
                        "must not be later than the last",
                        "value=\"40\"",
                        "<svg class=\"tally-chart__svg\"");
        assertThat(browser.open("/ledger/growth?fromKnown=soon").body())
                .contains("Enter an event’s number", "<svg class=\"tally-chart__svg\"");
    }

    @Test
    void an_empty_history_says_what_will_be_here_and_applicants_are_led_to_their_own() throws Exception {
        sides.answer(Growth.class, query -> {
            Point none = new Point(new KnownEvent(0, null), null);
            return new GrowthView(
                    none,
                    none,
                    IntStream.rangeClosed(0, query.steps())
                            .mapToObj(_ -> new GrowthPoint(none, 0, 0, 0))
                            .toList());
        });
        assertThat(browser.open("/ledger/growth").body()).contains("Nothing is recorded yet");
        browser.logIn("applicant_lead");
        assertThat(browser.open("/ledger/growth").body()).contains("The money you may see");
    }

    private static GrowthView grown(Growth query) {
        if ("40".equals(query.fromKnown())) {
            throw Require.invalid("fromKnown", "must not be later than where the growth ends.");
        }
        var points = IntStream.rangeClosed(0, query.steps())
                .mapToObj(i -> new GrowthPoint(
                        new Point(
                                new KnownEvent(10L * i, i == 0 ? null : START.plusSeconds(864_000L * i - 86_400)),
                                query.toEffective()),
                        100_000L * i,
                        50_000L * i,
                        25_000L * i))
                .toList();
        return new GrowthView(points.getFirst().at(), points.getLast().at(), points);
    }
}
