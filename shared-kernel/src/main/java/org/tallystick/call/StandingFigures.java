package org.tallystick.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.registry.ByAndForStanding;

/**
 * What became of bids by the standing of who made them (F9), without small numbers (R11): a line with fewer than
 * {@link #LEAST} bids is left out, and so much with it that it cannot be worked out from the others, from the totals,
 * from the figures of single calls, or with the help of awards, each of which is public.
 *
 * @param all of them together; none where even that is too small a number, or would tell one
 * @param lines one for each standing
 */
public record StandingFigures(@Nullable Counted all, List<Line> lines) {

    /** So many bids must stand behind a figure; none at all may be said. */
    public static final int LEAST = 5;

    /** Bids and what was given; what was given and came to nothing is not counted. */
    public record Counted(long received, long awarded, long askedPence, long awardedPence) {

        /** Nothing. */
        public static final Counted NONE = new Counted(0, 0, 0, 0);

        /** Both together. */
        public Counted plus(Counted other) {
            return new Counted(
                    Math.addExact(received, other.received),
                    Math.addExact(awarded, other.awarded),
                    Math.addExact(askedPence, other.askedPence),
                    Math.addExact(awardedPence, other.awardedPence));
        }

        private boolean isSmall() {
            return received > 0 && received < LEAST;
        }

        /** Of several, those without an award: awards are public, so that the others could be worked out from few. */
        private boolean hidesThoseWithoutAward() {
            return received >= LEAST && (received == awarded || received - awarded >= LEAST);
        }
    }

    /** Those of one standing; nothing where it is not shown. */
    public record Line(ByAndForStanding standing, @Nullable Counted counted) {}

    public StandingFigures {
        lines = List.copyOf(lines);
    }

    /** Of one call. */
    public static StandingFigures of(Map<ByAndForStanding, Counted> exact) {
        return shown(exact, EnumSet.noneOf(ByAndForStanding.class), false);
    }

    /** Of several calls together, each of which is published too. */
    public static StandingFigures together(List<Map<ByAndForStanding, Counted>> calls) {
        Map<ByAndForStanding, Counted> exact = new EnumMap<>(ByAndForStanding.class);
        calls.forEach(call -> call.forEach((standing, counted) -> exact.merge(standing, counted, Counted::plus)));
        List<StandingFigures> published =
                calls.stream().map(StandingFigures::of).toList();
        Set<ByAndForStanding> told = EnumSet.noneOf(ByAndForStanding.class);
        for (ByAndForStanding standing : ByAndForStanding.values()) {
            if (tells(calls, published, one -> one.of(standing), one -> counted(one, standing))) {
                told.add(standing);
            }
        }
        boolean totalTold = tells(calls, published, one -> Optional.ofNullable(one.all()), StandingFigures::sum);
        return shown(exact, told, totalTold);
    }

    /** What is shown of a standing. */
    public Optional<Counted> of(ByAndForStanding standing) {
        return lines.stream()
                .filter(line -> line.standing() == standing)
                .findFirst()
                .flatMap(line -> Optional.ofNullable(line.counted()));
    }

    /** Whether anything is left out. */
    public boolean leavesOut() {
        return all == null || lines.stream().anyMatch(line -> line.counted() == null);
    }

    /** Whether a sum would tell what calls leave out: one call alone, or several that are small together. */
    private static boolean tells(
            List<Map<ByAndForStanding, Counted>> calls,
            List<StandingFigures> published,
            Function<StandingFigures, Optional<Counted>> shown,
            Function<Map<ByAndForStanding, Counted>, Counted> exact) {
        List<Counted> leftOut = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (shown.apply(published.get(i)).isEmpty()) {
                leftOut.add(exact.apply(calls.get(i)));
            }
        }
        return !leftOut.isEmpty() && !hides(leftOut);
    }

    /** Whether several numbers of which only the sum is known can be told from it. */
    private static boolean hides(List<Counted> several) {
        return several.size() > 1
                && several.stream().reduce(Counted.NONE, Counted::plus).hidesThoseWithoutAward();
    }

    private static StandingFigures shown(
            Map<ByAndForStanding, Counted> exact, Set<ByAndForStanding> told, boolean totalTold) {
        Set<ByAndForStanding> leftOut = EnumSet.copyOf(told);
        exact.forEach((standing, counted) -> {
            if (counted.isSmall()) {
                leftOut.add(standing);
            }
        });
        boolean withoutTotal = totalTold || sum(exact).isSmall();
        if (withoutTotal && leftOut.isEmpty()) {
            next(exact, leftOut).ifPresent(leftOut::add);
        }
        while (!leftOut.isEmpty()
                && !withoutTotal
                && !hides(leftOut.stream().map(one -> counted(exact, one)).toList())) {
            Optional<ByAndForStanding> next = next(exact, leftOut);
            next.ifPresent(leftOut::add);
            withoutTotal = next.isEmpty();
        }
        List<Line> lines = new ArrayList<>();
        for (ByAndForStanding standing : ByAndForStanding.values()) {
            lines.add(new Line(standing, leftOut.contains(standing) ? null : counted(exact, standing)));
        }
        return new StandingFigures(withoutTotal ? null : sum(exact), lines);
    }

    /** The smallest that is still shown and is anything. */
    private static Optional<ByAndForStanding> next(
            Map<ByAndForStanding, Counted> exact, Set<ByAndForStanding> leftOut) {
        return exact.keySet().stream()
                .filter(standing ->
                        !leftOut.contains(standing) && counted(exact, standing).received() > 0)
                .min(Comparator.comparingLong((ByAndForStanding standing) ->
                                counted(exact, standing).received())
                        .thenComparing(standing -> standing));
    }

    private static Counted counted(Map<ByAndForStanding, Counted> exact, ByAndForStanding standing) {
        return exact.getOrDefault(standing, Counted.NONE);
    }

    private static Counted sum(Map<ByAndForStanding, Counted> exact) {
        return exact.values().stream().reduce(Counted.NONE, Counted::plus);
    }
}
