package org.tallystick.ledger;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Money of the model by where it came from: what is there, and every move with its day. */
final class Purse {

    /** Where money came from: who gave it, for which year (by its first calendar year), for which purpose. */
    record Source(String contributor, int year, String restriction) {}

    private record Move(LocalDate on, Source source, long pence) {}

    private final Map<Source, Long> now = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();

    /** What is there, in the order in which it came. */
    Map<Source, Long> all() {
        return new LinkedHashMap<>(now);
    }

    long of(Source source) {
        return now.getOrDefault(source, 0L);
    }

    long total() {
        return total(now);
    }

    static long total(Map<Source, Long> sum) {
        return sum.values().stream().mapToLong(Long::longValue).sum();
    }

    void add(LocalDate on, Map<Source, Long> sum) {
        sum.forEach((source, pence) -> {
            now.merge(source, pence, Math::addExact);
            moves.add(new Move(on, source, pence));
        });
    }

    void take(LocalDate on, Map<Source, Long> sum) {
        sum.forEach((source, pence) -> {
            Impossible.unless(of(source) >= pence, pence + " is taken where there is " + of(source));
            now.merge(source, -pence, Math::addExact);
            now.remove(source, 0L);
            moves.add(new Move(on, source, -pence));
        });
    }

    /** Takes what is there of it. */
    void takeAtMost(LocalDate on, Map<Source, Long> sum) {
        Map<Source, Long> there = new LinkedHashMap<>(sum);
        there.replaceAll((source, pence) -> Math.min(pence, of(source)));
        there.values().removeIf(pence -> pence == 0);
        take(on, there);
    }

    /** All days on which something moved, from one on, and that one. */
    List<LocalDate> daysFrom(LocalDate on) {
        List<LocalDate> days = new ArrayList<>(List.of(on));
        moves.stream().map(Move::on).filter(day -> day.isAfter(on)).forEach(days::add);
        return days;
    }

    /** What was there at the end of a day. */
    long on(LocalDate day, Source source) {
        return moves.stream()
                .filter(move -> move.source.equals(source) && !move.on.isAfter(day))
                .mapToLong(Move::pence)
                .sum();
    }

    /** The least of each that was there on a day and on every day since. */
    Map<Source, Long> leastFrom(LocalDate on) {
        Map<Source, Long> least = all();
        for (LocalDate day : daysFrom(on)) {
            least.replaceAll((source, pence) -> Math.min(pence, on(day, source)));
        }
        least.values().removeIf(pence -> pence <= 0);
        return least;
    }

    /** Of some money, that of a year under a restriction. */
    static Map<Source, Long> fitting(Map<Source, Long> from, int year, String restriction) {
        Map<Source, Long> fitting = new LinkedHashMap<>(from);
        fitting.keySet().removeIf(source -> source.year != year || !source.restriction.equals(restriction));
        return fitting;
    }

    /** A sum out of some money: the first until it is used up, or all in proportion and to the penny. */
    static Map<Source, Long> part(Map<Source, Long> from, long pence, boolean inOrder) {
        Map<Source, Long> part = new LinkedHashMap<>();
        long left = pence;
        for (Map.Entry<Source, Long> entry : from.entrySet()) {
            long share = inOrder
                    ? Math.min(left, entry.getValue())
                    : product(pence, entry.getValue())
                            .divide(BigInteger.valueOf(total(from)))
                            .longValueExact();
            part.put(entry.getKey(), share);
            left -= share;
        }
        for (; left > 0; left--) {
            oneMorePenny(part, from, pence);
        }
        part.values().removeIf(share -> share == 0);
        return part;
    }

    /** To the one that is furthest below its exact share; of several, to the first. */
    private static void oneMorePenny(Map<Source, Long> part, Map<Source, Long> from, long pence) {
        BigInteger whole = BigInteger.valueOf(total(from));
        Source neediest = null;
        BigInteger most = BigInteger.ZERO;
        for (Source source : from.keySet()) {
            BigInteger lacking = product(pence, from.getOrDefault(source, 0L))
                    .subtract(whole.multiply(BigInteger.valueOf(part.getOrDefault(source, 0L))));
            if (lacking.compareTo(most) > 0) {
                neediest = source;
                most = lacking;
            }
        }
        Impossible.unless(neediest != null, "a penny that belongs to nobody");
        part.merge(neediest, 1L, Math::addExact);
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    /** Both sums together. */
    static Map<Source, Long> plus(Map<Source, Long> one, Map<Source, Long> other) {
        Map<Source, Long> both = new LinkedHashMap<>(one);
        other.forEach((source, pence) -> both.merge(source, pence, Math::addExact));
        return both;
    }

    /** What one sum has beyond another. */
    static Map<Source, Long> beyond(Map<Source, Long> one, Map<Source, Long> other) {
        Map<Source, Long> left = new LinkedHashMap<>(one);
        left.replaceAll((source, pence) -> pence - other.getOrDefault(source, 0L));
        left.values().removeIf(pence -> pence <= 0);
        return left;
    }
}
