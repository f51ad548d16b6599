package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds what of a failing list is needed for it to fail (delta debugging: Zeller and Hildebrandt, 2002). */
final class Shorter {

    private Shorter() {}

    /**
     * A part of the list that fails, and of which every single entry is needed.
     *
     * @param all fails
     * @param fails whether a part of it does; the order is kept
     */
    static <T> List<T> failing(List<T> all, Predicate<List<T>> fails) {
        List<T> least = all;
        int pieces = 2;
        while (least.size() > 1) {
            List<T> shorter = withoutOnePiece(least, Math.min(pieces, least.size()), fails);
            if (shorter.size() < least.size()) {
                least = shorter;
                pieces = Math.max(pieces - 1, 2);
            } else if (pieces >= least.size()) {
                return least;
            } else {
                pieces *= 2;
            }
        }
        return least;
    }

    private static <T> List<T> withoutOnePiece(List<T> all, int pieces, Predicate<List<T>> fails) {
        for (int piece = 0; piece < pieces; piece++) {
            List<T> rest = new ArrayList<>(all.subList(0, (int) ((long) all.size() * piece / pieces)));
            rest.addAll(all.subList((int) ((long) all.size() * (piece + 1) / pieces), all.size()));
            if (fails.test(rest)) {
                return rest;
            }
        }
        return all;
    }
}
