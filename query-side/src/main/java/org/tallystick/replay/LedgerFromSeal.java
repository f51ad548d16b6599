package org.tallystick.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.tallystick.platform.RecordedLog;
import org.tallystick.replay.Seals.Seal;

/**
 * The balances of all accounts at a position, made from the nearest balances that were sealed before it and the events
 * since: the history is not read from its beginning.
 */
public final class LedgerFromSeal {

    private final DataSource source;
    private final Seals seals;
    private final RecordedLog log;

    /** Over the history, and the ledger in the schema that its connections are in. */
    public LedgerFromSeal(DataSource source) {
        this.source = source;
        this.seals = new Seals(source);
        this.log = new RecordedLog(source);
    }

    /**
     * Balances at a position.
     *
     * @param period whose close sealed the balances they were made from
     * @param sealedUpTo the last position of what was sealed
     * @param nets what each account that is not at zero comes to, in pence, debit positive
     */
    public record Balances(String period, long sealedUpTo, Map<String, Long> nets) {
        public Balances {
            nets = Map.copyOf(nets);
        }
    }

    /** At a position of the log; empty where nothing was sealed up to there. */
    public Optional<Balances> at(long position) {
        List<Seal> before = seals.until(position, null);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Seal nearest = before.getLast();
        Map<String, Long> nets = new TreeMap<>(seals.kept(nearest));
        new SinceSeal(log, nearest, source).addTo(nets, position, null);
        nets.values().removeIf(net -> net == 0);
        return Optional.of(new Balances(nearest.period(), nearest.upTo(), nets));
    }
}
