package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.QueryFixture.actor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Gap;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.ledger.GapQuery.GapBy;
import org.tallystick.ledger.GapQuery.GapLine;
import org.tallystick.ledger.GapQuery.Gaps;
import org.tallystick.ledger.LedgerQuery.Export;
import org.tallystick.ledger.LedgerQuery.Format;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.Subject;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.ledger.LedgerTimeQuery.LastKnown;
import org.tallystick.opendata.PublicQuery.MoneyFlow;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.LogFixture;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

/** The town's ledger, to which is added in June what took effect in March. */
class LedgerClocksTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final FinancialYear YEAR = new FinancialYear(2026);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

    private static QueryFixture sides;
    private static long town;
    private static long recorded;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.settle();
        town = sides.log.head();
        sides.log.addOn(
                MARCH,
                Town.POOLED,
                "gov",
                new FundEvent.ContributionReceived(
                        Town.POOLED, List.of(new Slice(Town.COUNCIL, YEAR, Slice.UNRESTRICTED, 7_700)), "late"));
        sides.log.add(
                "award-1",
                "gov",
                new AwardEvent.GapRecorded(
                        "award-1",
                        Town.POOLED,
                        "call-1",
                        Town.COUNCIL,
                        Town.LANTERN,
                        2_400_000,
                        List.of(new Gap(YEAR, GapCarrier.UNPAID_WORK, 300_000))));
        sides.settle();
        recorded = sides.log.head();
        sides.log.add(
                "award-2",
                "gov",
                new AwardEvent.GapRecorded(
                        "award-2",
                        Town.POOLED,
                        null,
                        Town.COUNCIL,
                        Town.HARBOUR,
                        300_000,
                        List.of(new Gap(YEAR, GapCarrier.RESERVES, 50_000))));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void what_was_known_in_june_about_march_is_more_than_what_was_known_before() {
        long before = received(PointInTime.of(MARCH, Long.toString(town)));

        assertThat(received(PointInTime.of(MARCH, null))).isEqualTo(before + 7_700);
        assertThat(received(PointInTime.of(MARCH.minusDays(1), null))).isEqualTo(before);
        assertThat(received(PointInTime.of(null, Long.toString(town)))).isGreaterThan(before);
    }

    @Test
    void the_statement_and_the_journal_are_asked_by_both_clocks_too() throws IOException {
        PointInTime before = PointInTime.of(MARCH, Long.toString(town));
        PointInTime after = PointInTime.of(MARCH, Long.toString(town + 1));

        assertThat(entries(after)).isEqualTo(entries(before) + 1);
        assertThat(export(after)).contains("77.00");
        assertThat(export(before)).doesNotContain("77.00");
    }

    @Test
    void a_moment_is_the_last_event_recorded_at_it_or_before() {
        assertThat(lastKnown(LogFixture.NOON.plusMillis(5).toString())).isEqualTo(5);
        assertThat(lastKnown(LogFixture.NOON.plusMillis(5).plusNanos(999_000).toString()))
                .isEqualTo(5);
        assertThat(lastKnown(LogFixture.NOON.toString())).isZero();
        assertThat(lastKnown("2026-06-14")).isZero();
        assertThat(lastKnown("2026-06-15")).isEqualTo(sides.log.head());
        assertThat(lastKnown("2031-01-01")).isEqualTo(sides.log.head());
        assertThat(sides.ask(AUDITOR, new LastKnown("5")).recordedAt()).isEqualTo(LogFixture.NOON.plusMillis(5));
        assertThat(sides.ask(AUDITOR, new LastKnown("0")).recordedAt()).isNull();
    }

    @Test
    void the_gap_is_as_it_was_known_and_at_the_end_of_the_log_as_it_is() {
        assertThat(gaps(town)).isEmpty();
        assertThat(gaps(recorded))
                .singleElement()
                .satisfies(line -> assertThat(line.id() + " " + line.fullCostPence() + " " + line.gapPence() + " "
                                + line.carried().getFirst().carrier())
                        .isEqualTo("award-1 2400000 300000 UNPAID_WORK"));
        for (GapBy by : GapBy.values()) {
            assertThat(sides.ask(AUDITOR, new Gaps(by, null, Long.toString(sides.log.head()), 0, 0)))
                    .as(by.name())
                    .isEqualTo(sides.ask(AUDITOR, new Gaps(by, 0, 0)));
        }
        assertThat(sides.ask(AUDITOR, new Gaps(null, MARCH.minusYears(3), null, 0, 0))
                        .awards())
                .isZero();
    }

    @Test
    void the_flow_is_as_it_was_known_and_at_the_end_of_the_log_as_it_is() {
        assertThat(sides.ask(Actor.ANYONE, new MoneyFlow(null, null, Long.toString(sides.log.head()))))
                .isEqualTo(sides.ask(Actor.ANYONE, new MoneyFlow(null)));
        assertThat(sides.ask(Actor.ANYONE, new MoneyFlow(null, null, "1")).awards())
                .isZero();
        assertThat(sides.ask(Actor.ANYONE, new MoneyFlow(null, LocalDate.of(2020, 1, 1), null))
                        .streams())
                .isEmpty();
    }

    private static long received(PointInTime at) {
        return sides.ask(AUDITOR, new TrialBalanceAt(at)).accounts().stream()
                .filter(account -> account.account().startsWith("contributor:"))
                .mapToLong(LedgerQuery.AccountBalance::creditPence)
                .sum();
    }

    private static long entries(PointInTime at) {
        return sides.ask(AUDITOR, new Statement(Subject.FUND, Town.POOLED, null, null, at, 0, 0))
                .lines()
                .total();
    }

    private static List<GapLine> gaps(long known) {
        return sides.ask(AUDITOR, new Gaps(null, null, Long.toString(known), 0, 0))
                .lines()
                .items();
    }

    private static long lastKnown(String known) {
        return sides.ask(AUDITOR, new LastKnown(known)).position();
    }

    private static String export(PointInTime at) throws IOException {
        var out = new ByteArrayOutputStream();
        sides.dispatcher().write(new Export(Format.CSV, at), AUDITOR, 0, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
