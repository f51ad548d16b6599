package org.tallystick.platform;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The sequenced log, read event by event: for whoever derives something from it that is no projection. */
public final class RecordedLog {

    private final SequencedLog log;
    private final EventSerializer serializer = new EventSerializer(TypeNames.ofEvents());

    /** Over connections that may read the history. */
    public RecordedLog(DataSource source) {
        this.log = new SequencedLog(source);
    }

    /**
     * Takes every wanted event of a stretch, in its order; the payload of others is not read.
     *
     * @param after the position before the first
     * @param upTo the last position
     * @throws IllegalStateException where the log ends before that
     */
    public void each(long after, long upTo, Predicate<Class<?>> wanted, Consumer<Recorded> taker) {
        long position = after;
        while (position < upTo) {
            List<SequencedEvent> page = log.read(position, (int) Math.min(Projections.BATCH_SIZE, upTo - position));
            if (page.isEmpty()) {
                throw new IllegalStateException("The log ends at position " + position + ", before " + upTo + ".");
            }
            EventUtils.upcastAndDeserializeTrackedEvents(page.stream(), serializer, Upcasters.all())
                    .filter(message -> wanted.test(message.getPayloadType()))
                    .map(message -> Recorded.of(positionOf(message), message))
                    .forEach(taker);
            position = page.getLast().position();
        }
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return SequencedEventSource.positionOf(message.trackingToken());
    }
}
