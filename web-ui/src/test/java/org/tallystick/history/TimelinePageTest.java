package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.history.HistoryQuery.Happening;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.NameQuery.Kind;
import org.tallystick.platform.NameQuery.Named;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class TimelinePageTest {

    private static final long TOTAL = 120;

    private final Browser browser;
    private final FakeSides sides;

    TimelinePageTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_history() throws Exception {
        sides.clear();
        sides.names(new Names(List.of(
                new Named(Kind.FUND, "north", "The <north> fund", ""),
                new Named(Kind.AWARD, "a-1", "Open door", "Lantern"))));
        sides.answer(
                HistoryOf.class,
                query -> new Paged<>(
                        List.of(
                                happening(9, "award.PaymentPaid", "Award", "a-1"),
                                happening(8, "fund.ContributionReceived", "Fund", "north")),
                        TOTAL,
                        query.page(),
                        query.size()));
        browser.logIn("auditor");
    }

    private static Happening happening(long position, String type, String aggregateType, String id) {
        return new Happening(
                position,
                type,
                aggregateType,
                id,
                Instant.parse("2026-11-22T14:05:00Z"),
                LocalDate.of(2026, 11, 22),
                Map.of("instalment", 1),
                125_000,
                "p-9",
                "PAYER",
                "HMP Northfield",
                "");
    }

    @Test
    void each_step_says_what_happened_and_to_what_else_it_happened() throws Exception {
        assertThat(browser.open("/timeline/fund/north").body())
                .contains("History of a fund", "The &lt;north&gt; fund", "href=\"/funds/north\"", "120 steps")
                .contains("Paid £1,250 as payment 1: award “Open door” for Lantern", "£1,250 received</a>")
                .contains("href=\"/events/9\"", "p-9, payer, HMP Northfield", "page=2");
    }

    @Test
    void it_is_narrowed_by_what_whom_when_and_how_much() throws Exception {
        assertThat(browser.open("/timeline/fund/north?type=award.PaymentPaid&by=p-9&from=1+May+2026&until=31/5/2026"
                                + "&least=1,000&most=%C2%A32000.50&page=2")
                        .body())
                .containsPattern("value=\"award.PaymentPaid\"[^>]*selected")
                .contains("value=\"1 May 2026\"", "value=\"1,000\"", "Clear filters");
        assertThat(sides.lastAsked(HistoryOf.class))
                .isEqualTo(new HistoryOf(
                        Subject.FUND,
                        "north",
                        "p-9",
                        "award.PaymentPaid",
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 31),
                        100_000L,
                        200_050L,
                        2,
                        50));
    }

    @Test
    void what_cannot_be_read_is_kept_and_named() throws Exception {
        assertThat(browser.open("/timeline/fund/north?from=yesterday&most=lots&type=x.Y")
                        .body())
                .contains("The first day must be a date", "The largest sum must be", "value=\"yesterday\"", "Error: ");
        assertThat(sides.lastAsked(HistoryOf.class)).isEqualTo(new HistoryOf(Subject.FUND, "north", 1, 50));
    }

    @Test
    void where_nothing_is_left_it_says_why() throws Exception {
        sides.answer(HistoryOf.class, query -> new Paged<>(List.of(), 0, 1, 50));

        assertThat(browser.open("/timeline/person/p-9?least=5").body())
                .contains("Nothing fits all of that", "No steps");
        assertThat(browser.open("/timeline/person/p-9").body()).contains("Nothing yet");
    }

    @Test
    void a_thing_without_a_history_is_not_found() throws Exception {
        assertThat(browser.open("/timeline/teapot/1").statusCode()).isEqualTo(404);
    }

    @Test
    void those_who_are_no_auditors_are_offered_only_what_they_may_read() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/timeline/fund/north").body())
                .contains("value=\"fund.MoneyAllocated\"", "value=\"award.PaymentPaid\"")
                .doesNotContain("value=\"bid.BidSubmitted\"", "href=\"/events/9\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assessor", "coordinator", "referrer"})
    void who_reads_no_history_is_told_so(String person) throws Exception {
        browser.logIn(person);
        assertThat(browser.open("/timeline/fund/north").body()).contains("open to auditors");
    }
}
