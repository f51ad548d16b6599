package org.tallystick.history;

import org.jspecify.annotations.Nullable;
import org.tallystick.history.HistoryQuery.Events;

/**
 * The part of the log that one answer looks through: all that is left of it where an index finds what is asked for,
 * else so much that the answer comes soon.
 *
 * @param low the first position
 * @param high the last; below {@code low} where there is nothing to look through
 * @param next where to go on, if there is more of the log
 */
record LogStretch(long low, long high, @Nullable Long next) {

    /** By type or person there is no index. */
    static final long LOOKED_THROUGH = 100_000;

    static LogStretch of(Events query, long head) {
        boolean indexed = query.about() != null || (query.type() == null && query.by() == null);
        long length = indexed ? Math.max(1, head) : LOOKED_THROUGH;
        if (query.newestFirst()) {
            long high = query.from() == 0 ? head : Math.min(query.from(), head);
            long low = Math.max(1, high - length + 1);
            return new LogStretch(low, high, low > 1 ? Long.valueOf(low - 1) : null);
        }
        long low = Math.max(1, Math.min(query.from(), head + 1));
        long high = Math.min(head, low + length - 1);
        return new LogStretch(low, high, high < head ? Long.valueOf(high + 1) : null);
    }
}
