package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.FundQuery;
import org.tallystick.fund.Slice;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.registry.OrganisationQuery.Organisations;

class ReadModelRebuildTest {

    private static final Actor AUDITOR = QueryFixture.actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final String ACCOUNT = "fund:pooled:available";
    private static final long EACH_PENCE = 100;

    private final QueryFixture sides = new QueryFixture();
    private final JdbcTemplate jdbc = new JdbcTemplate(sides.database.query());
    private final ReadModelRebuild rebuild =
            new ReadModelRebuild(sides.database.query(), sides.database::query, QuerySide::projections);

    @BeforeEach
    void build() {
        Town.build(sides.log);
        sides.settle();
    }

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void what_was_wrong_in_the_read_models_is_right_afterwards_and_nothing_is_left_beside_them() {
        jdbc.execute("CREATE SCHEMA read_rebuilt");
        jdbc.execute("CREATE TABLE read_rebuilt.left_by_a_killed_one ()");
        var before = sides.ask(AUDITOR, new FundQuery.Funds(null, 0, 0));
        jdbc.update("UPDATE fund_balance SET net_pence = net_pence + 5");
        jdbc.update("DELETE FROM posting WHERE line = 1");

        long position = rebuild.run((_, _) -> {});

        assertThat(position).isEqualTo(sides.log.head());
        assertThat(sides.ask(AUDITOR, new FundQuery.Funds(null, 0, 0))).isEqualTo(before);
        assertThat(sides.ask(AUDITOR, new TrialBalanceAt(null, null)).accounts())
                .isNotEmpty();
        assertThat(jdbc.queryForList("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read%'", String.class))
                .containsExactly("read");
        receive();
        sides.settle();
        assertThat(new Progress(sides.database.query()).all().values()).containsOnly(sides.log.head());
    }

    @Test
    void under_writes_every_answer_is_right_at_its_position_before_during_and_after() throws Exception {
        long start = sides.log.head();
        long base = available(sides.ask(AUDITOR, new TrialBalanceAt(null, null)));
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicLong answers = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<Long> writer = threads.submit(writing(going));
            Future<Long> ledger = threads.submit(until(going, answers, () -> {
                TrialBalance balance = sides.ask(AUDITOR, new TrialBalanceAt(null, null));
                assertThat(available(balance)).isEqualTo(base + EACH_PENCE * (balance.position() - start));
                assertThat(balance.debitPence()).isEqualTo(balance.creditPence());
            }));
            List<Long> seen = new ArrayList<>();
            Future<Long> funds = threads.submit(until(going, answers, () -> {
                seen.add(sides.ask(AUDITOR, new FundQuery.OneFund(Town.POOLED))
                        .summary()
                        .balance()
                        .availablePence());
                assertThat(sides.ask(Actor.ANYONE, new Organisations(null, null, null, false, 0, 0))
                                .total())
                        .isEqualTo(5);
            }));
            for (int time = 0; time < 3; time++) {
                long before = answers.get();
                rebuild.run((_, _) -> {});
                assertThat(answers.get()).as("answers during a rebuild").isGreaterThan(before);
            }
            going.set(false);
            assertThat(writer.get()).isPositive();
            ledger.get();
            funds.get();
            assertThat(seen).as("nothing is lost between two looks").isSorted();
        }
        sides.settle();
        assertThat(available(sides.ask(AUDITOR, new TrialBalanceAt(null, null))))
                .isEqualTo(base + EACH_PENCE * (sides.log.head() - start));
    }

    @Test
    void one_is_made_at_a_time() {
        assertThatThrownBy(() -> rebuild.run((_, _) -> rebuild.run((_, _) -> {})))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.WRONG_STATE));
    }

    private Callable<Long> writing(AtomicBoolean going) {
        return () -> {
            long written = 0;
            while (going.get()) {
                receive();
                sides.log.append();
                written++;
                Thread.sleep(2);
            }
            return written;
        };
    }

    private static Callable<Long> until(AtomicBoolean going, AtomicLong answers, Runnable look) {
        return () -> {
            while (going.get()) {
                look.run();
                answers.incrementAndGet();
            }
            return answers.get();
        };
    }

    private void receive() {
        sides.log.add(
                Town.POOLED,
                "gov",
                new FundEvent.ContributionReceived(
                        Town.POOLED,
                        List.of(new Slice(Town.COUNCIL, new FinancialYear(2026), "unrestricted", EACH_PENCE)),
                        "again"));
    }

    private static long available(TrialBalance balance) {
        return balance.accounts().stream()
                .filter(account -> account.account().equals(ACCOUNT))
                .mapToLong(AccountBalance::debitPence)
                .sum();
    }
}
