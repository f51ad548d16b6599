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
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.ledger.LedgerProjection;
import org.tallystick.ledger.Posting;
import org.tallystick.ledger.PostingRules;
import org.tallystick.platform.Recorded;
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
            compared.add(fromSnapshot(view, before.getLast(), nets, new Tail(view, before.getLast(), replay), beside));
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

    /** What followed a seal: the events after it, and those before it that took effect later than its period. */
    private final class Tail {
        private final ReplayView view;
        private final Seal seal;
        private final long after;

        Tail(ReplayView view, Seal seal, DataSource replay) {
            this.view = view;
            this.seal = seal;
            this.after = first(replay, seal) - 1;
        }

        private static long first(DataSource replay, Seal seal) {
            Long early = new JdbcTemplate(replay)
                    .queryForObject(
                            "SELECT COALESCE(min(position), ?) FROM posting WHERE position <= ? AND effective_on > ?",
                            Long.class,
                            seal.upTo() + 1,
                            seal.upTo(),
                            seal.lastDay());
            return early == null ? seal.upTo() + 1 : early;
        }

        void each(java.util.function.BiConsumer<Recorded, List<Posting>> taker) {
            log.each(after, view.upTo(), LedgerProjection::takes, event -> {
                if (counts(event)) {
                    taker.accept(event, PostingRules.postings(event.event()));
                }
            });
        }

        private boolean counts(Recorded event) {
            LocalDate day = event.effectiveOn();
            return (event.position() > seal.upTo() || day.isAfter(seal.lastDay()))
                    && (view.effectiveUntil() == null || !day.isAfter(view.effectiveUntil()));
        }
    }

    private Compared fromSnapshot(
            ReplayView view, Seal seal, Map<String, Long> genesis, Tail tail, PostingsBeside beside) {
        Map<String, Long> nets = seals.kept(seal);
        tail.each((_, postings) -> postings.forEach(posting -> {
            nets.merge(posting.debitAccount(), posting.slice().amountPence(), Math::addExact);
            nets.merge(posting.creditAccount(), -posting.slice().amountPence(), Math::addExact);
        }));
        boolean same = root(nets).equals(root(genesis));
        return new Compared(
                ComparedWith.SNAPSHOT,
                seal.period(),
                view.upTo(),
                root(nets),
                root(genesis),
                same,
                same ? null : parting(seal, nets, genesis, tail, beside));
    }

    /** Where the tail and the replay part; where they do not, the seal itself is another. */
    private static Parting parting(
            Seal seal, Map<String, Long> snapshot, Map<String, Long> genesis, Tail tail, PostingsBeside beside) {
        List<Parting> first = new ArrayList<>();
        tail.each((event, postings) -> {
            if (first.isEmpty()) {
                beside.difference(event, postings).ifPresent(first::add);
            }
        });
        return first.isEmpty() ? Seals.parting(seal, snapshot, genesis) : first.getFirst();
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
