package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.FundQuery.Balance;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.fund.Slice;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.ledger.WhyQuery.Why;
import org.tallystick.ledger.WhyQuery.WhyLine;
import org.tallystick.ledger.WhyQuery.WhyView;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

class WhyAnswersTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final Actor GOVERNOR = actor(Role.GOVERNOR, Town.COUNCIL);
    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.log.add(
                Town.POOLED,
                GOVERNOR,
                "More was pledged",
                new FundEvent.ContributionReceived(
                        Town.POOLED,
                        java.util.List.of(new Slice(Town.COUNCIL, new FinancialYear(2026), Slice.UNRESTRICTED, 1_000)),
                        "r9"));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @ParameterizedTest
    @CsvSource({
        "FUND, pooled, CONTRIBUTED, 9901000",
        "FUND, pooled, AVAILABLE, 7651000",
        "FUND, pooled, COMMITTED, 250000",
        "FUND, pooled, OBLIGATED, 1500000",
        "FUND, other, OWED, 400000",
        "FUND, pooled, HELD, 480000",
        "FUND, pooled, PAID, 500000",
        "FUND, pooled, RETURNED, 20000",
        "FUND, other, LAPSED, 50000",
        "FUND, other, PAYABLE, 400000",
        "AWARD, award-1, AWARDED, 2000000",
        "AWARD, award-1, PAID, 500000",
        "AWARD, award-4, AWARDED, 100000",
        "AWARD, award-4, COMMITTED, 0",
        "ORGANISATION, GB-CHC-1000001, HELD, 480000",
        "CONTRIBUTOR, GB-LAE-ABC, CONTRIBUTED, 6001000",
        "CALL, call-1, ALLOCATED, 0",
        "EVERYTHING, , PAID, 500000"
    })
    void the_movements_of_a_figure_end_in_it_exactly(
            FigureOf subject, @Nullable String id, Figure figure, long expectedPence) {
        WhyView why = sides.ask(AUDITOR, of(subject, id, figure));

        assertThat(why.figurePence()).isEqualTo(expectedPence);
        assertThat(why.inPence() - why.outPence()).isEqualTo(expectedPence);
        assertRunsTo(why);
    }

    @Test
    void the_figures_of_a_fund_are_those_of_its_page() {
        Balance page = sides.ask(AUDITOR, new OneFund(Town.POOLED)).summary().balance();

        assertThat(figure(Figure.CONTRIBUTED)).isEqualTo(page.receivedPence());
        assertThat(figure(Figure.AVAILABLE)).isEqualTo(page.availablePence());
        assertThat(figure(Figure.ALLOCATED)).isEqualTo(page.allocatedPence());
        assertThat(figure(Figure.COMMITTED)).isEqualTo(page.committedPence());
        assertThat(figure(Figure.OBLIGATED)).isEqualTo(page.obligatedPence());
        assertThat(figure(Figure.PAYABLE)).isEqualTo(page.payablePence());
        assertThat(figure(Figure.HELD)).isEqualTo(page.paidPence());
        assertThat(figure(Figure.RETURNED)).isEqualTo(page.returnedPence());
        assertThat(figure(Figure.LAPSED)).isEqualTo(page.lapsedPence());
    }

    @Test
    void every_account_of_the_trial_balance_is_explained() {
        var balance = sides.ask(AUDITOR, new TrialBalanceAt(PointInTime.NOW));

        assertThat(balance.accounts()).isNotEmpty();
        for (AccountBalance account : balance.accounts()) {
            WhyView why = sides.ask(AUDITOR, account(account.account()));
            assertThat(why.figurePence()).as(account.account()).isEqualTo(account.debitPence() - account.creditPence());
            assertRunsTo(why);
        }
    }

    @Test
    void it_goes_back_by_both_clocks_and_goes_on_page_by_page() {
        Why may = new Why(null, FigureOf.EVERYTHING, null, Figure.CONTRIBUTED, LocalDate.of(2026, 4, 3), null, 0, 0);
        WhyView second =
                sides.ask(AUDITOR, new Why(null, FigureOf.FUND, Town.POOLED, Figure.CONTRIBUTED, null, null, 2, 2));

        assertThat(sides.ask(AUDITOR, may).figurePence()).isEqualTo(6_000_000);
        assertThat(sides.ask(AUDITOR, new Why(null, FigureOf.FUND, Town.POOLED, Figure.CONTRIBUTED, null, "1", 0, 0))
                        .lines()
                        .total())
                .isZero();
        assertThat(second.lines().items()).hasSize(2);
        assertThat(second.lines().items().getLast().sumPence()).isEqualTo(second.figurePence());
    }

    @Test
    void each_movement_says_who_did_it_for_whom_and_why() {
        assertThat(sides.ask(AUDITOR, of(FigureOf.FUND, Town.POOLED, Figure.CONTRIBUTED))
                        .lines()
                        .items()
                        .getLast())
                .satisfies(last -> {
                    assertThat(last.actorId()).isEqualTo(GOVERNOR.personId());
                    assertThat(last.role()).isEqualTo("GOVERNOR");
                    assertThat(last.organisationName()).isEqualTo("Northmere Council");
                    assertThat(last.reason()).isEqualTo("More was pledged");
                    assertThat(last.entry().leafHash()).hasSize(64);
                });
        Actor giver = actor(Role.GOVERNOR, Town.COMMISSIONER);
        assertThat(sides.ask(giver, of(FigureOf.FUND, Town.POOLED, Figure.CONTRIBUTED))
                        .lines()
                        .items()
                        .getLast()
                        .actorId())
                .as("of another organisation")
                .isNull();
    }

    @Test
    void a_governor_sees_what_the_funds_that_it_sees_make_of_it() {
        assertThat(sides.ask(GOVERNOR, of(FigureOf.FUND, Town.POOLED, Figure.AVAILABLE))
                        .figurePence())
                .isEqualTo(7_651_000);
        assertThat(sides.ask(GOVERNOR, of(FigureOf.EVERYTHING, null, Figure.PAYABLE))
                        .figurePence())
                .as("what is payable is of the other fund")
                .isZero();
        assertRefused(GOVERNOR, of(FigureOf.FUND, Town.OTHER, Figure.AVAILABLE));
        assertRefused(GOVERNOR, of(FigureOf.AWARD, "award-3", Figure.PAID));
        assertRefused(GOVERNOR, account("fund:other:available"));
        assertRefused(AUDITOR, account("fund:nowhere:available"));
        assertRefused(AUDITOR, account("petty cash"));
        assertRefused(actor(Role.APPLICANT_LEAD, Town.LANTERN), of(FigureOf.AWARD, "award-1", Figure.PAID));
        assertRefused(Actor.ANYONE, of(FigureOf.EVERYTHING, null, Figure.PAID));
    }

    @Test
    void what_is_asked_for_must_be_said() {
        assertThatThrownBy(() -> new Why(null, null, null, Figure.PAID, null, null, 0, 0))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("subject");
        assertThatThrownBy(() -> new Why(null, FigureOf.FUND, "x", null, null, null, 0, 0))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("figure");
        assertThatThrownBy(() -> new Why(null, FigureOf.FUND, null, Figure.PAID, null, null, 0, 0))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("id");
    }

    private static void assertRunsTo(WhyView why) {
        long sum = 0;
        for (WhyLine line : why.lines().items()) {
            sum += line.changePence();
            assertThat(line.sumPence()).isEqualTo(sum);
        }
        assertThat(sum).isEqualTo(why.figurePence());
    }

    private static void assertRefused(Actor actor, Why why) {
        assertThatThrownBy(() -> sides.ask(actor, why)).isInstanceOf(Rejection.class);
    }

    private static long figure(Figure figure) {
        return sides.ask(AUDITOR, of(FigureOf.FUND, Town.POOLED, figure)).figurePence();
    }

    private static Why of(FigureOf subject, @Nullable String id, Figure figure) {
        return new Why(null, subject, id, figure, null, null, 1, 500);
    }

    private static Why account(String account) {
        return new Why(account, null, null, null, null, null, 1, 500);
    }
}
