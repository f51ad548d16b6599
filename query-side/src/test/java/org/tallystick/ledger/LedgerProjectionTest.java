package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.platform.LogFixture;
import org.tallystick.platform.Projection;
import org.tallystick.platform.ReadModelMigration;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.RunningProjections;
import org.tallystick.platform.TestDatabase;

class LedgerProjectionTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final LogFixture log = new LogFixture(database);
    private final JdbcTemplate jdbc = new JdbcTemplate(database.query());
    private final TrialBalances balances = new TrialBalances(database.query());

    @BeforeEach
    void migrate() {
        new ReadModelMigration(database.query()).migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_615})
    void every_balance_at_every_time_is_that_of_a_plain_ledger(long seed) {
        RandomMoney money = new RandomMoney(seed, log);
        try (var running = new RunningProjections(database.query(), List.of(ledger()))) {
            for (int i = 0; i < 6; i++) {
                money.append(250);
            }
            running.await(log.head());
        }

        assertThat(nets(balances.at(new TrialBalanceAt(null, null)))).isEqualTo(withoutZero(money.nets()));
        money.netsAfter()
                .forEach((position, nets) -> assertThat(nets(balances.at(new TrialBalanceAt(position, null))))
                        .as("at position %s", position)
                        .isEqualTo(withoutZero(nets)));
        assertThat(nets(balances.at(new TrialBalanceAt(null, RandomMoney.END_2025))))
                .isEqualTo(withoutZero(money.netsUpToEnd2025()));
        assertThat(jdbc.queryForObject("SELECT sum(net_pence)::bigint FROM read.fund_balance", Long.class))
                .isZero();
    }

    @Test
    void debits_equal_credits_at_every_position() {
        RandomMoney money = new RandomMoney(7, log);
        money.append(60);
        try (var running = new RunningProjections(database.query(), List.of(ledger()))) {
            running.await(log.head());
        }

        for (long position = 0; position <= log.head(); position++) {
            TrialBalance balance = balances.at(new TrialBalanceAt(position, null));
            assertThat(balance.debitPence()).as("at %s", position).isEqualTo(balance.creditPence());
            assertThat(balance.position()).isEqualTo(position);
            assertThat(balance.accounts()).noneMatch(account -> Account.isMemo(account.account()));
            assertThat(balance.memo()).allMatch(account -> Account.isMemo(account.account()));
            assertThat(balance.memoPence())
                    .as("beside the money at %s", position)
                    .isEqualTo(balance.memo().stream()
                            .mapToLong(LedgerQuery.AccountBalance::creditPence)
                            .sum());
        }
        assertThat(balances.at(new TrialBalanceAt(null, null)).memo()).isNotEmpty();
    }

    @Test
    void a_projection_that_fails_in_the_middle_of_a_batch_posts_nothing_twice() {
        RandomMoney money = new RandomMoney(11, log);
        money.append(900);
        AtomicInteger failures = new AtomicInteger();
        Projection failing = new Around(ledger(), () -> {
            if (failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("on purpose, after writing");
            }
        });
        try (var running = new RunningProjections(database.query(), List.of(failing))) {
            running.await(log.head());
        }

        assertThat(failures.get()).isGreaterThan(2);
        assertThat(nets(balances.at(new TrialBalanceAt(null, null)))).isEqualTo(withoutZero(money.nets()));
    }

    @Test
    void a_projection_whose_connection_is_killed_before_its_commit_posts_nothing_twice() {
        RandomMoney money = new RandomMoney(12, log);
        money.append(900);
        AtomicInteger kills = new AtomicInteger();
        Projection killed = new Around(ledger(), () -> {
            if (kills.incrementAndGet() == 1) {
                Integer backend = jdbc.queryForObject("SELECT pg_backend_pid()", Integer.class);
                database.superuser().queryForList("SELECT pg_terminate_backend(?)", backend);
            }
        });
        try (var running = new RunningProjections(database.query(), List.of(killed))) {
            running.await(log.head());
        }

        assertThat(kills.get()).isGreaterThan(1);
        assertThat(nets(balances.at(new TrialBalanceAt(null, null)))).isEqualTo(withoutZero(money.nets()));
    }

    @Test
    void two_processes_that_both_believe_to_be_in_charge_post_nothing_twice() {
        RandomMoney money = new RandomMoney(13, log);
        money.append(500);
        try (var running = new RunningProjections(database.query(), List.of(ledger()))) {
            running.await(log.head());
        }
        // The token is lost, so the next process begins at the first event again; the position says what is done.
        jdbc.update("DELETE FROM read.token_entry WHERE processor_name = 'ledger'");
        try (var running = new RunningProjections(database.query(), List.of(ledger()))) {
            money.append(1);
            running.await(log.head());
        }

        assertThat(nets(balances.at(new TrialBalanceAt(null, null)))).isEqualTo(withoutZero(money.nets()));
    }

    @Test
    void another_process_takes_over_when_the_first_is_gone_and_posts_nothing_twice() {
        RandomMoney money = new RandomMoney(14, log);
        money.append(300);
        try (var first = new RunningProjections(database.query(), List.of(ledger()))) {
            first.await(log.head());
            // As a process leaves it that was killed: claimed by somebody who will never be heard of again.
            jdbc.update("UPDATE read.token_entry SET owner = 'killed'");
        }
        jdbc.update("UPDATE read.token_entry SET owner = 'killed', timestamp = to_char("
                + "now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
        money.append(300);
        try (var second = new RunningProjections(database.query(), List.of(ledger()))) {
            second.await(log.head());
        }

        assertThat(nets(balances.at(new TrialBalanceAt(null, null)))).isEqualTo(withoutZero(money.nets()));
    }

    @Test
    void a_posting_of_nothing_or_to_the_same_account_is_refused_by_the_database() {
        String insert = "INSERT INTO read.posting VALUES (1, 1, ?, 'GBP', 'a', ?, '2026-27', 'c', 'r', 'f', NULL, NULL,"
                + " NULL, now(), now(), 't', gen_random_uuid(), '', 'e', 's')";

        assertThatThrownBy(() -> jdbc.update(insert, 0, "b")).hasMessageContaining("posting_is_balanced");
        assertThatThrownBy(() -> jdbc.update(insert, 5, "a")).hasMessageContaining("posting_is_balanced");
        assertThat(jdbc.update(insert, 5, "b")).isOne();
    }

    @Test
    void a_position_that_is_not_in_the_log_is_refused() {
        assertThatThrownBy(() -> balances.at(new TrialBalanceAt(-1L, null)))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.INVALID));
        assertThatThrownBy(() -> balances.at(new TrialBalanceAt(1L, LocalDate.EPOCH)))
                .hasMessageContaining("beyond the last event");
    }

    private LedgerProjection ledger() {
        return new LedgerProjection(database.query());
    }

    private static Map<String, Long> nets(TrialBalance balance) {
        Map<String, Long> nets = new TreeMap<>();
        Stream.concat(balance.accounts().stream(), balance.memo().stream())
                .forEach(a -> nets.put(a.account(), a.debitPence() - a.creditPence()));
        return nets;
    }

    private static Map<String, Long> withoutZero(Map<String, Long> nets) {
        Map<String, Long> left = new TreeMap<>(nets);
        left.values().removeIf(net -> net == 0);
        return left;
    }

    /** A projection with something that happens after it has written and before the commit. */
    private record Around(Projection inner, Runnable then) implements Projection {
        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public boolean handles(@Nullable Class<?> event) {
            return event != null && inner.handles(event);
        }

        @Override
        public void project(List<Recorded> events) {
            inner.project(events);
            then.run();
        }
    }
}
