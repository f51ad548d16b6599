package org.tallystick.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Query;

/** Questions about the history itself. */
public sealed interface HistoryQuery {

    /**
     * The sequenced log, from a position on (1 is the first).
     *
     * @param from the first position wanted; 0 means 1
     * @param size 1 to 1,000; 0 means 100
     * @param about only events of this aggregate
     */
    record Events(long from, int size, @Nullable String about) implements HistoryQuery, Query<EventPage> {}

    /** One event. */
    record OneEvent(long position) implements HistoryQuery, Query<LoggedEvent> {}

    /** How long the log is, and how far the read models have come. */
    record LogState() implements HistoryQuery, Query<LogView> {}

    /** Events in order; {@code next} is where to go on, if there is more. */
    record EventPage(
            List<LoggedEvent> events, long head, @Nullable Long next) {}

    /** An event as it is stored, with its leaf. */
    record LoggedEvent(
            long position,
            String eventId,
            String aggregateType,
            String aggregateId,
            long sequence,
            String type,
            String revision,
            Instant recordedAt,
            LocalDate effectiveOn,
            Map<String, Object> payload,
            Map<String, Object> metadata,
            String leafHash) {}

    /** The state of the log and of each projection. */
    record LogView(long head, long oldestUnsequencedMillis, List<ProjectionState> projections) {}

    /** How far a projection has come. */
    record ProjectionState(String name, long position, long behind) {}
}
