package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand;
import org.tallystick.history.HistoryCommand;
import org.tallystick.history.HistoryEvent.PeriodClosed;
import org.tallystick.history.MerkleTree;
import org.tallystick.history.SealedBalance;

class PeriodCloserTest {

    private static final Actor GOVERNOR = new Actor("p-1", "", Role.GOVERNOR, "GB-GOR-EA101", "");

    private final HandSetClock clock = new HandSetClock();
    private TestDatabase database;
    private Node node;
    private PeriodCloser closer;

    @BeforeEach
    void a_log_that_was_opened_in_january() {
        clock.set(Instant.parse("2026-01-20T10:00:00Z"));
        database = TestDatabase.fresh();
        node = new Node(database, clock);
        closer = new PeriodCloser(database.command(), node.dispatcher, clock);
        send(
                new HistoryCommand.OpenLog(
                        HistoryCommand.LOG, "log", NoteSigner.ofLog("log").key().toString()),
                Actor.OPERATOR);
        send(
                new FundCommand.OpenFund(
                        "fund-1",
                        "Fund",
                        "GB-GOR-EA101",
                        "All",
                        Currency.GBP,
                        DrawOrder.PRO_RATA,
                        CommitAgainst.RECEIVED,
                        null),
                GOVERNOR);
        receive(10_000, null);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void nothing_is_closed_before_its_time_and_then_each_period_once() {
        closer.closeDue();
        assertThat(closed()).isEmpty();

        clock.set(Instant.parse("2026-01-31T23:59:59Z"));
        closer.closeDue();
        assertThat(closed()).isEmpty();

        clock.set(Instant.parse("2026-02-01T00:00:00Z"));
        closer.closeDue();
        closer.closeDue();
        assertThat(closed()).containsExactly("2026-01");
    }

    @Test
    void a_year_ends_with_march_in_uk_time() {
        // Summer time began on 29 March: midnight in London is 23:00 in Greenwich.
        clock.set(Instant.parse("2026-03-31T22:59:59Z"));
        closer.closeDue();
        assertThat(closed()).containsExactly("2026-01", "2026-02");
        clock.set(Instant.parse("2026-03-31T23:00:00Z"));
        closer.closeDue();
        closer.closeDue();
        assertThat(closed()).containsExactly("2026-01", "2026-02", "2026-03", "FY2025-26");
    }

    @Test
    void what_is_recorded_later_for_a_closed_period_is_in_the_next_seal() {
        clock.set(Instant.parse("2026-02-01T10:00:00Z"));
        closer.closeDue();
        receive(2_500, LocalDate.of(2026, 1, 25));
        clock.set(Instant.parse("2026-03-01T10:00:00Z"));
        closer.closeDue();

        assertThat(sealed("2026-01"))
                .containsEntry("fund:fund-1:available", 10_000L)
                .containsEntry("contributor:GB-GOR-EA101", -10_000L);
        assertThat(sealed("2026-02")).containsEntry("fund:fund-1:available", 12_500L);
        PeriodClosed february = event("2026-02");
        assertThat(february.debitPence()).isEqualTo(12_500);
        assertThat(february.creditPence()).isEqualTo(12_500);
        assertThat(february.upTo()).isEqualTo(5);
        assertThat(february.lastDay()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(february.root())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(MerkleTree.root(balances("2026-02").stream()
                                .map(SealedBalance::leafHash)
                                .toList())));
        assertThat(balances("2026-02").stream().map(SealedBalance::salt).distinct())
                .hasSize(2)
                .allMatch(salt -> salt.length() == 64);
    }

    @Test
    void two_nodes_close_a_period_once() throws InterruptedException {
        clock.set(Instant.parse("2026-02-01T10:00:00Z"));
        try (Node other = new Node(database, clock)) {
            PeriodCloser second = new PeriodCloser(database.command(), other.dispatcher, clock);
            Thread beside = Thread.ofPlatform().start(second::closeDue);
            closer.closeDue();
            beside.join();
        }
        assertThat(closed()).containsExactly("2026-01");
        assertThat(balances("2026-01")).hasSize(2);
    }

    @Test
    void a_period_that_is_not_over_or_is_closed_is_refused() {
        clock.set(Instant.parse("2026-02-01T10:00:00Z"));
        closer.closeDue();
        String root = event("2026-01").root();
        for (String period : List.of("2026-01", "2026-02", "FY2025-26")) {
            assertThatThrownBy(() -> send(
                            new HistoryCommand.ClosePeriod(HistoryCommand.LOG, period, 4, 2, 10_000, 10_000, root),
                            Actor.OPERATOR))
                    .isInstanceOfSatisfying(
                            Rejection.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.WRONG_STATE));
        }
    }

    private void receive(long pence, @Nullable LocalDate on) {
        send(
                new FundCommand.ReceiveContribution(
                        "fund-1",
                        "GB-GOR-EA101",
                        new FinancialYear(2025),
                        "unrestricted",
                        pence,
                        "R " + pence,
                        null,
                        on),
                GOVERNOR);
    }

    private void send(Command command, Actor actor) {
        node.send(command, actor, UUID.randomUUID().toString());
    }

    private List<String> closed() {
        return new LogRecord(database.command()).closedPeriods();
    }

    private PeriodClosed event(String period) {
        return database
                .superuser()
                .queryForList(
                        "SELECT convert_from(payload, 'UTF8') FROM history.event WHERE type = 'history.PeriodClosed'",
                        String.class)
                .stream()
                .map(json -> Json.mapper().readValue(json, PeriodClosed.class))
                .filter(event -> event.period().equals(period))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Long> sealed(String period) {
        return balances(period).stream()
                .collect(Collectors.toMap(
                        SealedBalance::account, balance -> balance.debitPence() - balance.creditPence()));
    }

    private List<SealedBalance> balances(String period) {
        return database.superuser()
                .query(
                        "SELECT account, debit_pence, credit_pence, encode(salt, 'hex') FROM history.sealed_balance"
                                + " WHERE period = ? ORDER BY number",
                        (row, _) ->
                                new SealedBalance(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)),
                        period);
    }
}
