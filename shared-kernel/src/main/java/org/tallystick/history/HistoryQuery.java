package org.tallystick.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;
import org.tallystick.platform.Require;

/** Questions about the history itself. */
public sealed interface HistoryQuery {

    /**
     * The sequenced log, from a position on (1 is the first), or back from one.
     *
     * @param from the first position wanted; 0 means 1, or, with the newest first, the last there is
     * @param size 1 to 1,000; 0 means 100
     * @param about only events of this aggregate
     * @param type only events of this type, such as fund.MoneyCommitted
     * @param by only events that this person made
     * @param newestFirst downwards from {@code from} instead of upwards
     */
    record Events(
            long from,
            int size,
            @Nullable String about,
            @Nullable String type,
            @Nullable String by,
            boolean newestFirst)
            implements HistoryQuery, Query<EventPage> {}

    /** One event. */
    record OneEvent(long position) implements HistoryQuery, Query<LoggedEvent> {}

    /** What has a history that its own people may read. */
    enum Subject {
        ORGANISATION,
        AWARD,
        BID
    }

    /**
     * What happened to an organisation, an award or a bid, newest first: for those who see it in full, without what is
     * private to others, such as bank details and the names of other organisations' people. Of a bid for its own people
     * and auditors.
     */
    record HistoryOf(Subject subject, String id, int page, int size) implements HistoryQuery, Query<Paged<Happening>> {
        public HistoryOf {
            Require.given(subject, "subject");
        }
    }

    /** How long the log is, and how far the read models have come. */
    record LogState() implements HistoryQuery, Query<LogView> {}

    /** Events in order; {@code next} is where to go on, if there is more or more has to be looked through. */
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

    /**
     * One thing that happened.
     *
     * @param says those parts of the event that its own people may read, such as the number of the
     *     instalment; a partner of a bid by its name
     * @param amountPence the money it moved, 0 where it moved none
     * @param actorId who acted, where the asker may know: auditors, and people of the same organisation
     * @param role in which role, or empty
     * @param organisationName for whom they acted, or empty
     * @param reason in the words of who acted, or empty
     */
    record Happening(
            long position,
            String type,
            Instant recordedAt,
            LocalDate effectiveOn,
            Map<String, Object> says,
            long amountPence,
            @Nullable String actorId,
            String role,
            String organisationName,
            String reason) {}

    /** The state of the log and of each projection. */
    record LogView(long head, long oldestUnsequencedMillis, List<ProjectionState> projections) {}

    /** How far a projection has come. */
    record ProjectionState(String name, long position, long behind) {}
}
