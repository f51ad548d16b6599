package org.tallystick.platform;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Hands a projection the events of a batch together, just before the batch's transaction commits, so that it can write
 * them with few statements.
 *
 * <p>It takes every event, also those the projection has no use for, so that its position is that of the log; their
 * payload is not read from JSON. The position is locked and compared in the same transaction, so a process that lost
 * its claim and doesn't know it yet projects nothing twice.
 */
public final class BatchedProjection implements EventMessageHandler {

    private final Projection projection;
    private final Progress progress;
    private final String key;

    /** Keeps the position of a projection that has been registered there. */
    public BatchedProjection(Projection projection, Progress progress) {
        this.projection = projection;
        this.progress = progress;
        this.key = "batch of " + projection.name();
    }

    String name() {
        return projection.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return true;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Batch batch = work.getOrComputeResource(key, _ -> begin(work));
        batch.last = positionOf(message);
        if (projection.handles(message.getPayloadType())) {
            batch.events.add(message);
        }
        return null;
    }

    private Batch begin(UnitOfWork<?> work) {
        Batch batch = new Batch();
        work.onPrepareCommit(_ -> write(batch));
        return batch;
    }

    private void write(Batch batch) {
        long done = progress.locked(projection.name());
        List<EventMessage<?>> events =
                batch.events.stream().filter(event -> positionOf(event) > done).toList();
        if (!events.isEmpty()) {
            projection.project(readWhenAskedFor(events));
        }
        if (batch.last > done) {
            progress.advance(projection.name(), batch.last);
        }
    }

    /** An event is read from JSON when the projection comes to it, while those before it are on their way already. */
    static List<Recorded> readWhenAskedFor(List<EventMessage<?>> events) {
        return new AbstractList<>() {
            @Override
            public Recorded get(int index) {
                return Recorded.of(positionOf(events.get(index)), events.get(index));
            }

            @Override
            public int size() {
                return events.size();
            }
        };
    }

    private static long positionOf(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked) {
            return SequencedEventSource.positionOf(tracked.trackingToken());
        }
        throw new IllegalArgumentException("Only events of the sequenced log are projected.");
    }

    private static final class Batch {
        private final List<EventMessage<?>> events = new ArrayList<>();
        private long last;
    }
}
