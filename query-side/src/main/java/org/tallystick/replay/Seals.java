package org.tallystick.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.history.HistoryCommand;
import org.tallystick.history.HistoryEvent.PeriodClosed;
import org.tallystick.history.SealedBalance;
import org.tallystick.history.SealedBalances;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Columns;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Rows;
import org.tallystick.replay.ReplayQuery.Compared;
import org.tallystick.replay.ReplayQuery.ComparedWith;
import org.tallystick.replay.ReplayQuery.Parting;

/** The balances that period closes sealed, and whether a replay gives the same. */
final class Seals {

    private final DataSource source;

    /** As they are in the history and beside it. */
    Seals(DataSource source) {
        this.source = source;
    }

    /**
     * A period close as the log has it.
     *
     * @param position of its event
     * @param lastDay what took effect later was not sealed
     * @param upTo what came later was not sealed
     * @param root over the balances, in Base64
     */
    record Seal(String period, long position, LocalDate lastDay, long upTo, String root) {}

    /** Those up to a position and, where there is a day, of periods that had ended by then; the earliest first. */
    List<Seal> until(long position, @Nullable LocalDate day) {
        String json = "convert_from(e.payload, 'UTF8')::jsonb ->> ";
        return Rows.of(source, "history.event e JOIN history.event_log l ON e.insertion = l.insertion")
                .with("log", HistoryCommand.LOG)
                .with("type", EventTypes.nameOf(PeriodClosed.class))
                .with("position", position)
                // Named by its aggregate, which has few events: there is no index of types.
                .where("e.aggregate_id = :log AND e.type = :type AND l.position <= :position")
                .whereGiven("(" + json + "'lastDay')::date <= :day", "day", day)
                .all(
                        "l.position, " + json + "'period' AS period, (" + json + "'lastDay')::date AS last_day, ("
                                + json + "'upTo')::bigint AS up_to, " + json + "'root' AS root",
                        "l.position",
                        (row, _) -> new Seal(
                                Columns.text(row, "period"),
                                row.getLong("position"),
                                Columns.day(row, "last_day"),
                                row.getLong("up_to"),
                                Columns.text(row, "root")));
    }

    /** What each account came to, as it is kept beside the log. */
    Map<String, Long> kept(Seal seal) {
        Map<String, Long> nets = new TreeMap<>();
        balances(seal).forEach(balance -> nets.put(balance.account(), balance.debitPence() - balance.creditPence()));
        return nets;
    }

    /** A seal compared with what the replay gives for the same position and day. */
    Compared compared(Seal seal, Map<String, Long> replayed) {
        List<SealedBalance> kept = balances(seal);
        Map<String, String> salts = kept.stream()
                .collect(Collectors.toMap(SealedBalance::account, SealedBalance::salt, (first, _) -> first));
        String root = LedgerNets.root(LedgerNets.balances(replayed, salts));
        boolean same = root.equals(seal.root()) && LedgerNets.root(kept).equals(seal.root());
        return new Compared(
                ComparedWith.SEAL,
                seal.period(),
                seal.position(),
                seal.root(),
                root,
                same,
                same ? null : parting(seal, kept(seal), replayed));
    }

    /** Where what is kept of a seal and what was replayed part: the first account, or else their roots. */
    static Parting parting(Seal seal, Map<String, Long> kept, Map<String, Long> replayed) {
        Map<String, Long> differences = new TreeMap<>(replayed);
        LedgerNets.add(differences, kept, -1);
        return differences.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .map(account -> new Parting(seal.position(), balance(account, kept), balance(account, replayed)))
                .orElseGet(() -> new Parting(
                        seal.position(),
                        "The balances are the same; their root in the log is not.",
                        "The root that follows from them is another."));
    }

    private static String balance(String account, Map<String, Long> nets) {
        long net = nets.getOrDefault(account, 0L);
        return account + " " + Pounds.of(Math.abs(net)) + (net < 0 ? " credit" : " debit");
    }

    private List<SealedBalance> balances(Seal seal) {
        return SealedBalances.of(new JdbcTemplate(source), seal.period());
    }
}
