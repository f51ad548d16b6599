package org.tallystick.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.ledger.LedgerProjection;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.ledger.TrialBalances;
import org.tallystick.platform.ProjectionRun;
import org.tallystick.replay.LedgerFromSeal;

/** The funding ledger of a history at a point in time, each way there is to it. */
final class AuditedLedger {

    private final DataSource query;

    AuditedLedger(DataSource query) {
        this.query = query;
    }

    /** As a replay makes it, from the first event. */
    double genesisSeconds(long upTo) {
        long begun = System.nanoTime();
        ProjectionRun run = new ProjectionRun(query, List.of(new LedgerProjection(query)), null);
        for (long position = 0; position < upTo; ) {
            position = run.next(upTo, _ -> {});
        }
        double seconds = seconds(begun);
        new JdbcTemplate(query).execute("VACUUM ANALYZE posting");
        return seconds;
    }

    /** From the balances sealed before, and the events since. */
    double fromSealSeconds(long position) {
        long begun = System.nanoTime();
        LedgerFromSeal.Balances balances =
                new LedgerFromSeal(query).at(position).orElseThrow();
        double seconds = seconds(begun);
        requireSame("From the seal, position " + position, balances.nets(), nets(live(position)));
        return seconds;
    }

    /** Refuses a read model that is not what was posted while the events happened. */
    void requireAsPosted(long position, Map<String, Long> posted) {
        requireSame("While it happened, position " + position, posted, nets(live(position)));
    }

    /** Refuses balances that are not those of the read model, which was made from the first event. */
    static void requireSame(String where, Map<String, Long> is, Map<String, Long> made) {
        Set<String> accounts = new TreeSet<>(is.keySet());
        accounts.addAll(made.keySet());
        for (String account : accounts) {
            long net = is.getOrDefault(account, 0L);
            long other = made.getOrDefault(account, 0L);
            if (net != other) {
                throw new IllegalStateException(where + " has " + net + " pence on " + account
                        + ", and made from the first event " + other + ".");
            }
        }
    }

    /** As a page asks for it, of the read model that goes back to the first event. */
    double liveSeconds(long position) {
        long begun = System.nanoTime();
        live(position);
        return seconds(begun);
    }

    private TrialBalance live(long position) {
        return new TrialBalances(query).at(new TrialBalanceAt(position, null, null, null));
    }

    private static Map<String, Long> nets(TrialBalance balances) {
        Map<String, Long> nets = new HashMap<>();
        Stream.concat(balances.accounts().stream(), balances.memo().stream())
                .forEach(balance -> nets.put(balance.account(), balance.debitPence() - balance.creditPence()));
        return nets;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
