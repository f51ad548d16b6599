package org.tallystick.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.history.HistoryEvent.PeriodClosed;
import org.tallystick.history.SealedBalance;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Town;
import org.tallystick.replay.ReplayQuery.Compared;
import org.tallystick.replay.ReplayQuery.ComparedWith;
import org.tallystick.replay.ReplayQuery.Comparison;
import org.tallystick.replay.ReplayQuery.ComparisonOf;

class ComparisonAnswersTest {

    private final ReplayFixture town = new ReplayFixture();
    private long received;

    @BeforeEach
    void two_periods_are_sealed_and_the_second_with_events_of_the_next_before_it() {
        seal("2026-04", LocalDate.of(2026, 4, 30));
        received = receive(LocalDate.of(2026, 5, 20), 700_000);
        receive(LocalDate.of(2026, 6, 2), 11_000);
        seal("2026-05", LocalDate.of(2026, 5, 31));
        receive(LocalDate.of(2026, 5, 30), 2_300);
        receive(LocalDate.of(2026, 6, 14), 45_000);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_replay_from_genesis_from_a_snapshot_and_the_live_ledger_are_the_same_and_as_sealed() {
        Comparison comparison = compared(null);

        assertThat(comparison.same()).isTrue();
        assertThat(comparison.accounts()).isGreaterThan(5);
        assertThat(comparison.compared())
                .extracting(Compared::with, Compared::period)
                .containsExactly(
                        tuple(ComparedWith.SEAL, "2026-04"),
                        tuple(ComparedWith.SEAL, "2026-05"),
                        tuple(ComparedWith.SNAPSHOT, "2026-05"),
                        tuple(ComparedWith.LIVE, ""));
        assertThat(comparison.compared()).allSatisfy(each -> {
            assertThat(each.root()).isEqualTo(each.replayedRoot());
            assertThat(each.parting()).isNull();
        });
        assertThat(comparison.compared().get(2).root()).isEqualTo(comparison.root());
    }

    @Test
    void by_effective_date_only_periods_that_had_ended_are_compared() {
        Comparison comparison = compared(LocalDate.of(2026, 5, 31));

        assertThat(comparison.compared()).extracting(Compared::with).hasSize(4);
        assertThat(comparison.same()).isTrue();
        town.made("april", ReplayScope.LEDGER, town.sides.log.head(), LocalDate.of(2026, 5, 15));
        Comparison april = ask("april");
        assertThat(april.same()).isTrue();
        assertThat(april.compared()).extracting(Compared::period).containsExactly("2026-04", "2026-04", "");
    }

    @Test
    void balances_from_the_nearest_seal_are_those_from_the_first_event_at_every_position() {
        DataSource source = town.sides.database.query();
        LedgerFromSeal fromSeal = new LedgerFromSeal(source);
        long head = town.sides.log.head();
        long first = seals().getFirst().position();

        assertThat(fromSeal.at(first - 1)).isEmpty();
        for (long position = first; position <= head; position++) {
            LedgerFromSeal.Balances balances = fromSeal.at(position).orElseThrow();
            Map<String, Long> genesis = new LedgerNets(source).between(0, position);
            genesis.values().removeIf(net -> net == 0);
            assertThat(balances.nets()).as("at " + position).isEqualTo(genesis);
            assertThat(balances.period()).isEqualTo(position < seals().getLast().position() ? "2026-04" : "2026-05");
        }
    }

    @Test
    void a_changed_sealed_balance_changes_what_follows_from_it() {
        long head = town.sides.log.head();
        LedgerFromSeal fromSeal = new LedgerFromSeal(town.sides.database.query());
        long before = requireNonNull(fromSeal.at(head).orElseThrow().nets().get("fund:pooled:available"));
        superuser("UPDATE history.sealed_balance SET debit_pence = debit_pence + 100"
                + " WHERE period = '2026-05' AND account = 'fund:pooled:available'");

        assertThat(fromSeal.at(head).orElseThrow().nets()).containsEntry("fund:pooled:available", before + 100);
    }

    @Test
    void a_changed_live_posting_is_found_at_its_position_with_both_sides() {
        superuser("UPDATE read.posting SET amount_pence = amount_pence + 1 WHERE position = " + received);
        Comparison comparison = compared(null);

        assertThat(wrong(comparison)).extracting(Compared::with).containsExactly(ComparedWith.LIVE);
        assertThat(comparison.same()).isFalse();
        var parting = requireNonNull(wrong(comparison).getFirst().parting());
        assertThat(parting.position()).isEqualTo(received);
        assertThat(parting.there()).startsWith("£7,000.01 from contributor:").endsWith("on 2026-05-20");
        assertThat(parting.replayed()).startsWith("£7,000 from contributor:");
    }

    @Test
    void a_lost_and_an_added_live_posting_are_found() {
        superuser("DELETE FROM read.posting WHERE position = " + received);
        var lost = requireNonNull(wrong(compared(null)).getFirst().parting());
        assertThat(lost.position()).isEqualTo(received);
        assertThat(lost.there()).isEmpty();
        assertThat(lost.replayed()).startsWith("£7,000");
        superuser(
                "INSERT INTO read.posting SELECT (jsonb_populate_record(p, '{\"position\": 1}')).* FROM read.posting p"
                        + " WHERE position = " + (received + 1));
        assertThat(requireNonNull(wrong(ask("replay")).getFirst().parting()).position())
                .isOne();
    }

    @Test
    void a_changed_sealed_balance_is_found_with_its_account_and_makes_the_snapshot_another() {
        superuser("UPDATE history.sealed_balance SET debit_pence = debit_pence + 100"
                + " WHERE period = '2026-05' AND account = 'fund:pooled:available'");
        Comparison comparison = compared(null);

        assertThat(wrong(comparison))
                .extracting(Compared::with)
                .containsExactly(ComparedWith.SEAL, ComparedWith.SNAPSHOT);
        assertThat(wrong(comparison)).allSatisfy(each -> {
            var parting = requireNonNull(each.parting());
            assertThat(parting.position())
                    .isEqualTo(comparison.compared().get(1).position());
            assertThat(parting.there()).startsWith("fund:pooled:available £");
            assertThat(parting.replayed()).startsWith("fund:pooled:available £").isNotEqualTo(parting.there());
        });
    }

    @Test
    void a_changed_root_is_found() {
        superuser("UPDATE history.event SET payload = convert_to(regexp_replace(convert_from(payload, 'UTF8'),"
                + " '\"root\":\"....', '\"root\":\"AAAA'), 'UTF8') WHERE type = 'history.PeriodClosed'");

        assertThat(wrong(compared(null)))
                .extracting(Compared::with)
                .containsExactly(ComparedWith.SEAL, ComparedWith.SEAL);
    }

    @Test
    void a_changed_event_is_found_where_it_stands() {
        superuser("UPDATE history.event SET payload = convert_to(replace(convert_from(payload, 'UTF8'),"
                + " '700000', '700001'), 'UTF8') WHERE convert_from(payload, 'UTF8') LIKE '%700000%'");
        Comparison comparison = compared(null);

        assertThat(wrong(comparison))
                .extracting(Compared::with, Compared::period)
                .containsExactly(
                        tuple(ComparedWith.SEAL, "2026-05"),
                        tuple(ComparedWith.SNAPSHOT, "2026-05"),
                        tuple(ComparedWith.LIVE, ""));
        assertThat(requireNonNull(wrong(comparison).getLast().parting()).position())
                .isEqualTo(received);
    }

    @Test
    void a_posting_of_the_replay_that_no_event_made_is_found_after_the_snapshot() {
        long last = town.sides.log.head();
        town.made("replay", ReplayScope.LEDGER, last, null);
        superuser("UPDATE replay_1.posting SET amount_pence = 45001 WHERE position = " + last);

        assertThat(wrong(ask("replay")))
                .extracting(Compared::with)
                .containsExactly(ComparedWith.SNAPSHOT, ComparedWith.LIVE);
        assertThat(wrong(ask("replay")))
                .allSatisfy(each ->
                        assertThat(requireNonNull(each.parting()).position()).isEqualTo(last));
    }

    private Comparison compared(@Nullable LocalDate effectiveUntil) {
        town.made("replay", ReplayScope.LEDGER, town.sides.log.head(), effectiveUntil);
        return ask("replay");
    }

    private Comparison ask(String id) {
        return new ComparisonAnswers(town.replays).comparison(new ComparisonOf(id));
    }

    private List<Seals.Seal> seals() {
        return new Seals(town.sides.database.query()).until(town.sides.log.head(), null);
    }

    private static List<Compared> wrong(Comparison comparison) {
        return comparison.compared().stream().filter(each -> !each.same()).toList();
    }

    private void superuser(String change) {
        town.sides.database.superuser().execute("SET session_replication_role = replica; " + change);
    }

    private long receive(LocalDate day, long pence) {
        town.sides.log.addOn(
                day,
                Town.POOLED,
                "gov",
                new FundEvent.ContributionReceived(
                        Town.POOLED,
                        List.of(new Slice(Town.COUNCIL, new FinancialYear(2026), "unrestricted", pence)),
                        "r-" + pence));
        town.sides.settle();
        return town.sides.log.head();
    }

    /** As the clock does it: the balances in a table of the history, their root in an event. */
    private void seal(String period, LocalDate lastDay) {
        long upTo = town.sides.log.head();
        LedgerNets ledger = new LedgerNets(town.sides.database.query());
        Map<String, Long> nets = new TreeMap<>(ledger.between(0, upTo));
        LedgerNets.add(nets, ledger.later(upTo, lastDay), -1);
        Map<String, String> salts = new TreeMap<>();
        nets.keySet().forEach(account -> salts.put(account, "%064x".formatted(account.hashCode() & 0xffff)));
        List<SealedBalance> balances = LedgerNets.balances(nets, salts);
        JdbcTemplate command = new JdbcTemplate(town.sides.database.command());
        for (int number = 0; number < balances.size(); number++) {
            SealedBalance balance = balances.get(number);
            command.update(
                    "INSERT INTO history.sealed_balance VALUES (?, ?, ?, ?, ?, ?)",
                    period,
                    number,
                    balance.account(),
                    balance.debitPence(),
                    balance.creditPence(),
                    HexFormat.of().parseHex(balance.salt()));
        }
        town.sides.log.add(
                "log",
                "operator",
                new PeriodClosed("log", period, lastDay, upTo, balances.size(), 0, 0, LedgerNets.root(balances)));
        town.sides.settle();
    }
}
