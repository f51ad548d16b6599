package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceBetween;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceBy;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceLine;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceView;
import org.tallystick.ledger.LedgerTimeQuery.EntriesBetween;
import org.tallystick.ledger.LedgerTimeQuery.EntryBetween;
import org.tallystick.ledger.LedgerTimeQuery.KnownEvent;
import org.tallystick.ledger.LedgerTimeQuery.Point;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class DifferencePageTest {

    private static final Point POINT = new Point(new KnownEvent(9, Instant.parse("2026-03-31T10:00:00Z")), null);
    private static final String ACCOUNT = "fund:north:available";

    private final Browser browser;
    private final FakeSides sides;

    DifferencePageTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_ledger() throws Exception {
        sides.clear();
        LedgerSamples.into(sides, 100);
        answer(2, false);
        browser.logIn("auditor");
    }

    @Test
    void without_points_it_offers_what_people_compare() throws Exception {
        assertThat(browser.open("/ledger/difference").body())
                .contains("Often compared", "/ledger/difference?fromKnown=", "since the end of last month")
                .doesNotContain("Balanced");
        assertThat(sides.asked(DifferenceBetween.class)).isZero();
    }

    @Test
    void each_account_leads_to_its_events_and_its_statement_at_the_second_point() throws Exception {
        String page = browser.open("/ledger/difference?fromKnown=10&toKnown=90&toEffective=31+March+2026")
                .body();

        assertThat(page)
                .contains(
                        "Balanced",
                        "£5.00 credit",
                        "£20.00 debit",
                        "£25.00 debit",
                        "href=\"/events/12\"",
                        "What was known at event 10 (10 January 2024, midday)",
                        "(10 January 2024, midday) and what was known at event 90")
                .contains("/ledger/statements/account/fund:north:available?effective=2026-03-31&amp;known=90")
                .contains("/ledger/difference/entries?account=fund%3Anorth%3Aavailable&amp;fromKnown=10"
                        + "&amp;toEffective=2026-03-31&amp;toKnown=90");
        assertThat(sides.lastAsked(DifferenceBetween.class).toEffective()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(browser.open("/ledger/difference?fromKnown=10&by=award").body())
                .contains("Each award with the accounts");
        assertThat(sides.lastAsked(DifferenceBetween.class).by()).isEqualTo(DifferenceBy.AWARD);
    }

    @Test
    void points_that_were_turned_and_points_without_a_difference_are_said() throws Exception {
        answer(2, true);
        assertThat(browser.open("/ledger/difference?fromKnown=90&toKnown=10").body())
                .contains("The points are turned round")
                .containsSubsequence("event 10 (", "event 90 (");
        answer(0, false);
        assertThat(browser.open("/ledger/difference?fromKnown=90&toKnown=90").body())
                .contains("Nothing changed");
    }

    @Test
    void what_cannot_be_read_is_said_beside_its_field_and_kept() throws Exception {
        assertThat(browser.open("/ledger/difference?fromKnown=soon&toEffective=then")
                        .body())
                .contains("There is a problem", "Enter an event’s number", "must be a date", "value=\"soon\"")
                .contains("value=\"then\"");
        assertThat(browser.open("/ledger/difference.csv?fromKnown=soon").statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_entries_of_an_account_say_which_of_them_do_not_count_any_more() throws Exception {
        sides.answer(
                EntriesBetween.class,
                _ -> new Paged<>(
                        List.of(
                                new EntryBetween(LedgerSamples.line(12), true),
                                new EntryBetween(LedgerSamples.line(13), false)),
                        2,
                        1,
                        50));

        assertThat(browser.open("/ledger/difference/entries?account=" + ACCOUNT + "&fromKnown=10")
                        .body())
                .contains("Northfield resettlement fund: free", "Event 12", "Counts at the first point only")
                .contains("All that is known now");
        assertThat(sides.lastAsked(EntriesBetween.class).account()).isEqualTo(ACCOUNT);
    }

    @Test
    void it_can_be_taken_away_as_csv_and_is_for_auditors() throws Exception {
        assertThat(browser.open("/ledger/difference.csv?fromKnown=10").body())
                .contains(
                        "Account,Award,Before",
                        "fund:north:available,,-5.00,25.00,0.00,20.00,25.00,2,12 13,http://localhost:")
                .containsPattern(",http://localhost:\\d+/ledger/difference/entries\\?account=[^,]+&fromKnown=10\\s");
        browser.logIn("applicant_lead");
        assertThat(browser.open("/ledger/difference?fromKnown=10").body()).contains("only auditors see it");
    }

    private void answer(int entries, boolean turned) {
        sides.answer(
                DifferenceBetween.class,
                query -> new DifferenceView(
                        POINT,
                        POINT,
                        turned,
                        Objects.requireNonNullElse(query.by(), DifferenceBy.ACCOUNT),
                        entries,
                        entries,
                        2_500,
                        2_500,
                        0,
                        new Paged<>(
                                entries == 0
                                        ? List.of()
                                        : List.of(new DifferenceLine(
                                                null, ACCOUNT, -500, 2_500, 0, 2_000, entries, List.of(12L, 13L))),
                                entries == 0 ? 0 : 1,
                                1,
                                50)));
    }
}
