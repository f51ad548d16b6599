package org.tallystick.platform;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The sequenced log as a source for Axon's streaming processors. Events come in pages, payloads are read from JSON only
 * when a handler asks for them, and a processor that has caught up is woken by the {@link LogListener}.
 */
public final class SequencedEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    /** Events per page where nothing else is said. */
    public static final int DEFAULT_PAGE_SIZE = 1_000;

    private final SequencedLog log;
    private final LogListener listener;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final int pageSize;

    /** A source with pages of {@value #DEFAULT_PAGE_SIZE}. */
    public SequencedEventSource(
            SequencedLog log, LogListener listener, Serializer serializer, EventUpcaster upcasters) {
        this(log, listener, serializer, upcasters, DEFAULT_PAGE_SIZE);
    }

    /** A source with pages of the given size; two pages are held in memory for each open stream. */
    public SequencedEventSource(
            SequencedLog log, LogListener listener, Serializer serializer, EventUpcaster upcasters, int pageSize) {
        this.log = log;
        this.listener = listener;
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.pageSize = pageSize;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new SequencedStream(this, listener, positionOf(trackingToken));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.headPosition());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return tokenAt(log, dateTime);
    }

    /** The token before the first event recorded at the instant or later; the head where there is none yet. */
    static TrackingToken tokenAt(SequencedLog log, Instant instant) {
        // The head first: an event that is sequenced in between is then after the token, not before it.
        long head = log.headPosition();
        OptionalLong first = log.firstPositionAt(instant);
        return new GlobalSequenceTrackingToken(first.isPresent() ? first.getAsLong() - 1 : head);
    }

    /**
     * The position a token stands at, 0 for none.
     *
     * @throws IllegalArgumentException for a token of another kind of store
     */
    static long positionOf(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (plain == null) {
            return 0;
        }
        if (plain instanceof GlobalSequenceTrackingToken at) {
            return at.getGlobalIndex();
        }
        throw new IllegalArgumentException("The log is read by position, not by " + plain);
    }

    int pageSize() {
        return pageSize;
    }

    List<SequencedEvent> page(long afterPosition) {
        return log.read(afterPosition, pageSize);
    }

    List<TrackedEventMessage<?>> messages(List<SequencedEvent> page) {
        return EventUtils.upcastAndDeserializeTrackedEvents(page.stream(), serializer, upcasters)
                .toList();
    }
}
