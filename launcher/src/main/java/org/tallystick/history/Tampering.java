package org.tallystick.history;

/**
 * One way to meddle with a history.
 *
 * @param kind what is done: flip, delete, insert, reorder, truncate, rewrite, roll back, fork
 * @param where table and column
 * @param tables those it changes
 * @param alone whether a pack shows it by itself; else only beside something kept elsewhere
 */
record Tampering(String kind, String where, String tables, boolean alone, Deed deed) {

    /** Does it. */
    @FunctionalInterface
    interface Deed {

        /** Meddles, and says where it must be found. */
        Span in(MeddledDatabase database);
    }

    /** The positions one of which must be named. */
    record Span(long from, long to) {

        static Span at(long position) {
            return new Span(position, position);
        }

        boolean has(long position) {
            return position >= from && position <= to;
        }

        @Override
        public String toString() {
            return from == to ? "position " + from : "positions " + from + " to " + to;
        }
    }

    String name() {
        return kind + " " + where;
    }
}
