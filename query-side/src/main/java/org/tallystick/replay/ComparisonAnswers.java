package org.tallystick.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.RecordedLog;
import org.tallystick.replay.ReplayQuery.Compared;
import org.tallystick.replay.ReplayQuery.ComparedWith;
import org.tallystick.replay.ReplayQuery.Comparison;
import org.tallystick.replay.ReplayQuery.OneReplay;
import org.tallystick.replay.ReplayQuery.Parting;
import org.tallystick.replay.ReplayQuery.ReplayView;
import org.tallystick.replay.Seals.Seal;

/** Compares replays with what was sealed and with the live ledger. */
public final class ComparisonAnswers {

    private final Replays replays;
    private final Seals seals;
    private final RecordedLog log;

    /** Over the live read models, the history, and replays that are done. */
    public ComparisonAnswers(Replays replays) {
        this.replays = replays;
        this.seals = new Seals(replays.live());
        this.log = new RecordedLog(replays.live());
    }

    @QueryHandler
    Comparison comparison(ReplayQuery.ComparisonOf query) {
        String schema = replays.schemaOf(query.replayId());
        DataSource replay = replays.of(query.replayId());
        ReplayView view = new ReplayAnswers(replays.live()).replay(new OneReplay(query.replayId()));
        LedgerNets ledger = new LedgerNets(replay);
        List<Seal> before = seals.until(view.upTo(), view.effectiveUntil());
        List<Compared> compared = new ArrayList<>();
        Map<String, Long> nets = new TreeMap<>();
        long reached = 0;
        for (Seal seal : before) {
            LedgerNets.add(nets, ledger.between(reached, seal.upTo()), 1);
            reached = Math.max(reached, seal.upTo());
            Map<String, Long> sealed = new TreeMap<>(nets);
            LedgerNets.add(sealed, ledger.later(seal.upTo(), seal.lastDay()), -1);
            compared.add(seals.compared(seal, sealed));
        }
        LedgerNets.add(nets, ledger.between(reached, view.upTo()), 1);
        PostingsBeside beside = new PostingsBeside(replays.live(), replay, schema);
        if (!before.isEmpty()) {
            SinceSeal since = new SinceSeal(log, before.getLast(), replay);
            compared.add(fromSnapshot(view, before.getLast(), nets, since, beside));
        }
        compared.add(withLive(view, nets, beside));
        return new Comparison(
                view.replayId(),
                view.upTo(),
                LedgerNets.balances(nets, Map.of()).size(),
                root(nets),
                compared.stream().allMatch(Compared::same),
                compared);
    }

    private Compared fromSnapshot(
            ReplayView view, Seal seal, Map<String, Long> genesis, SinceSeal since, PostingsBeside beside) {
        Map<String, Long> nets = seals.kept(seal);
        since.addTo(nets, view.upTo(), view.effectiveUntil());
        boolean same = root(nets).equals(root(genesis));
        return new Compared(
                ComparedWith.SNAPSHOT,
                seal.period(),
                view.upTo(),
                root(nets),
                root(genesis),
                same,
                same ? null : parting(view, since, beside).orElseGet(() -> Seals.parting(seal, nets, genesis)));
    }

    /** Where what followed the seal and the replay part; where they do not, the seal itself is another. */
    private static Optional<Parting> parting(ReplayView view, SinceSeal since, PostingsBeside beside) {
        List<Parting> first = new ArrayList<>();
        since.each(view.upTo(), view.effectiveUntil(), (event, postings) -> {
            if (first.isEmpty()) {
                beside.difference(event, postings).ifPresent(first::add);
            }
        });
        return first.stream().findFirst();
    }

    private Compared withLive(ReplayView view, Map<String, Long> replayed, PostingsBeside beside) {
        LedgerNets live = new LedgerNets(replays.live());
        Map<String, Long> nets = live.between(0, view.upTo());
        @Nullable LocalDate until = view.effectiveUntil();
        if (until != null) {
            LedgerNets.add(nets, live.later(view.upTo(), until), -1);
        }
        Optional<Parting> parting = beside.firstDifference(view.upTo(), until);
        return new Compared(
                ComparedWith.LIVE,
                "",
                view.upTo(),
                root(nets),
                root(replayed),
                parting.isEmpty(),
                parting.orElse(null));
    }

    private static String root(Map<String, Long> nets) {
        return LedgerNets.root(LedgerNets.balances(nets, Map.of()));
    }
}
