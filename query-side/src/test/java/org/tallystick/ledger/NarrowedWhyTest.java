package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Gap;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.fund.Unspent;
import org.tallystick.ledger.GapQuery.GapBy;
import org.tallystick.ledger.GapQuery.Gaps;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.ledger.WhyQuery.Why;
import org.tallystick.opendata.PublicQuery.FlowView;
import org.tallystick.opendata.PublicQuery.MoneyFlow;
import org.tallystick.opendata.PublicQuery.Station;
import org.tallystick.opendata.PublicQuery.Stream;
import org.tallystick.opendata.PublicQuery.Totals;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

/** Figures that are parts of others, on the pages that show them, are what their movements come to. */
class NarrowedWhyTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final FinancialYear YEAR = new FinancialYear(2026);
    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.log
                .add("award-1", "gov", gap("award-1", Town.POOLED, GapCarrier.RESERVES, 12_000, GapCarrier.UNPAID_WORK))
                .add("award-3", "gov", gap("award-3", Town.OTHER, GapCarrier.OTHER_FUNDER, 7_000, GapCarrier.RESERVES));
        sides.settle();
    }

    private static AwardEvent gap(String award, String fund, GapCarrier one, long pence, GapCarrier other) {
        return new AwardEvent.GapRecorded(
                award,
                fund,
                null,
                Town.COUNCIL,
                Town.LANTERN,
                9_000_000,
                List.of(new Gap(YEAR, one, pence), new Gap(YEAR, other, 500)));
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void each_contribution_each_part_of_what_is_free_and_of_what_was_not_spent_is_explained() {
        int parts = 0;
        for (String fundId : List.of(Town.POOLED, Town.OTHER)) {
            FundView fund = sides.ask(AUDITOR, new OneFund(fundId));
            for (var given : fund.contributions()) {
                assertThat(of(
                                fundId,
                                Figure.CONTRIBUTED,
                                given.contributor(),
                                given.financialYear(),
                                given.restriction()))
                        .isEqualTo(given.receivedPence());
                parts++;
            }
            for (var money : fund.unspent()) {
                Figure figure = money.unspent() == Unspent.RETURNED ? Figure.RETURNED : Figure.LAPSED;
                assertThat(of(fundId, figure, money.contributor(), money.financialYear(), money.restriction()))
                        .isEqualTo(money.amountPence());
                parts++;
            }
            for (var free : fund.summary().free()) {
                if (fund.commitAgainst() == CommitAgainst.RECEIVED) {
                    assertThat(of(fundId, Figure.AVAILABLE, null, free.financialYear(), free.restriction()))
                            .isEqualTo(free.amountPence());
                    parts++;
                }
            }
        }
        assertThat(parts).isGreaterThan(5);
    }

    @Test
    void what_each_carries_of_what_nobody_pays_for_is_explained() {
        var gaps = sides.ask(AUDITOR, new Gaps(GapBy.AWARD, null, null, 1, 100));

        assertThat(gaps.carried())
                .hasSize(3)
                .allSatisfy(
                        carried -> assertThat(figure(FigureOf.EVERYTHING, null, Figure.GAP, null, carried.carrier()))
                                .isEqualTo(carried.amountPence()));
    }

    @Test
    void what_the_public_reads_is_explained_in_all_and_at_every_station_of_its_flow() {
        assertThat(figure(FigureOf.EVERYTHING, null, Figure.PUBLISHED, null, null))
                .isEqualTo(sides.ask(AUDITOR, new Totals()).awardedPence())
                .isPositive();
        for (String fundId : new String[] {null, Town.POOLED}) {
            FlowView flow = sides.ask(AUDITOR, new MoneyFlow(fundId));
            assertStations(flow, Stream::contributor, FigureOf.CONTRIBUTOR, fundId);
            assertStations(flow, Stream::fund, FigureOf.FUND, fundId);
            assertStations(flow, Stream::call, FigureOf.CALL, fundId);
            assertStations(flow, Stream::recipient, FigureOf.ORGANISATION, fundId);
        }
    }

    private static void assertStations(
            FlowView flow, Function<Stream, Station> station, FigureOf subject, @Nullable String fundId) {
        Map<String, Long> sums = new TreeMap<>();
        flow.streams().forEach(one -> sums.merge(station.apply(one).id(), one.amountPence(), Long::sum));
        sums.remove("");
        assertThat(sums).isNotEmpty();
        sums.forEach((id, pence) -> assertThat(figure(subject, id, Figure.PUBLISHED, fundId, null))
                .as("%s %s of %s", subject, id, fundId)
                .isEqualTo(pence));
    }

    @Test
    void a_part_that_there_is_not_is_nothing_and_one_that_makes_no_sense_is_refused() {
        assertThat(of(Town.POOLED, Figure.CONTRIBUTED, "nobody", YEAR, "unrestricted"))
                .isZero();
        assertThatThrownBy(() -> figure(FigureOf.EVERYTHING, null, Figure.PAID, null, GapCarrier.RESERVES))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("carrier");
        assertThatThrownBy(() -> of(Town.POOLED, Figure.CONTRIBUTED, "x".repeat(301), YEAR, "unrestricted"))
                .isInstanceOf(Rejection.class);
    }

    private static long of(
            String fundId, Figure figure, @Nullable String contributor, FinancialYear year, String restriction) {
        return sides.ask(
                        AUDITOR,
                        new Why(
                                null,
                                FigureOf.FUND,
                                fundId,
                                figure,
                                null,
                                contributor,
                                year,
                                restriction,
                                null,
                                null,
                                null,
                                1,
                                100))
                .figurePence();
    }

    private static long figure(
            FigureOf subject,
            @Nullable String id,
            Figure figure,
            @Nullable String fundId,
            @Nullable GapCarrier carrier) {
        return sides.ask(
                        AUDITOR,
                        new Why(null, subject, id, figure, fundId, null, null, null, carrier, null, null, 1, 100))
                .figurePence();
    }
}
