package org.tallystick.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A seeded interleaving of begin, insert, commit and rollback over three to eight connections, with a reader that looks
 * at any moment. The same seed gives the same interleaving against any store.
 */
final class CommitOrderScript {

    /** An event by its place in its aggregate. */
    record Stored(String aggregateId, long sequence) {}

    /** A store under test. */
    interface Store {
        Writer open() throws SQLException;

        EventStorageEngine reader();

        /** Where delivery takes a moment, waits for it. */
        void awaitDelivery(String aggregateId, long sequence);
    }

    /** One connection and the transaction on it. */
    static final class Writer implements AutoCloseable {
        private final Connection connection;
        private final EventStorageEngine engine;
        private final List<Stored> pending = new ArrayList<>();

        Writer(DataSource source, Function<DataSource, EventStorageEngine> engine) throws SQLException {
            connection = source.getConnection();
            connection.setAutoCommit(false);
            this.engine = engine.apply(new SingleConnectionDataSource(connection, true));
        }

        void append(String aggregateId, long sequence) {
            engine.appendEvents(old(aggregateId, sequence));
            pending.add(new Stored(aggregateId, sequence));
        }

        void commit() throws SQLException {
            connection.commit();
            pending.clear();
        }

        void rollback() throws SQLException {
            connection.rollback();
            pending.clear();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    private final Store store;
    private final Random random;
    private final int steps;
    private final String prefix;
    private final List<Stored> delivered = new ArrayList<>();
    private final Set<Stored> committed = new HashSet<>();
    private final Map<String, Long> nextSequence = new HashMap<>();
    private @Nullable TrackingToken token;

    CommitOrderScript(Store store, long seed, int steps) {
        this.store = store;
        this.random = new Random(seed);
        this.steps = steps;
        this.prefix = Long.toHexString(seed) + "-";
    }

    /** Runs all steps, and returns what was committed. */
    Set<Stored> run() throws SQLException {
        token = store.reader().createHeadToken();
        List<Writer> writers = new ArrayList<>();
        try {
            int connections = random.nextInt(3, 9);
            for (int i = 0; i < connections; i++) {
                writers.add(store.open());
            }
            for (int i = 0; i < steps; i++) {
                step(writers.get(random.nextInt(connections)), writers);
            }
            for (Writer writer : writers) {
                end(writer, random.nextInt(4) > 0);
            }
            delivered();
        } finally {
            for (Writer writer : writers) {
                writer.close();
            }
        }
        return committed;
    }

    /** Reads on from where the reader stands, and returns all it was ever given. */
    List<Stored> delivered() {
        token = read(store.reader(), token, delivered);
        return delivered;
    }

    Set<String> aggregates() {
        return nextSequence.keySet();
    }

    private void step(Writer writer, List<Writer> all) throws SQLException {
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> append(writer, all);
            case 4, 5 -> end(writer, true);
            case 6 -> end(writer, false);
            default -> delivered();
        }
    }

    /** To an aggregate that no other open transaction is writing to: it would have to wait for that one. */
    private void append(Writer writer, List<Writer> all) {
        String aggregate = prefix + random.nextInt(10);
        boolean taken = all.stream()
                .filter(other -> other != writer)
                .flatMap(other -> other.pending.stream())
                .anyMatch(event -> event.aggregateId().equals(aggregate));
        if (!taken) {
            long pending = writer.pending.stream()
                    .filter(event -> event.aggregateId().equals(aggregate))
                    .count();
            writer.append(aggregate, nextSequence.getOrDefault(aggregate, 0L) + pending);
        }
    }

    private void end(Writer writer, boolean commit) throws SQLException {
        if (commit) {
            committed.addAll(writer.pending);
            writer.pending.forEach(event -> nextSequence.merge(event.aggregateId(), 1L, Long::sum));
            writer.commit();
        } else {
            writer.rollback();
        }
    }

    static @Nullable TrackingToken read(EventStorageEngine reader, @Nullable TrackingToken from, List<Stored> into) {
        TrackingToken last = from;
        for (TrackedEventMessage<?> event : reader.readEvents(from, false)
                .<TrackedEventMessage<?>>map(e -> e)
                .toList()) {
            last = event.trackingToken();
            DomainEventMessage<?> ours = (DomainEventMessage<?>) event;
            into.add(new Stored(ours.getAggregateIdentifier(), ours.getSequenceNumber()));
        }
        return last;
    }

    /** An event recorded a while before it is stored, as after a wait for a lock, or by a clock that is behind. */
    private static DomainEventMessage<?> old(String aggregateId, long sequence) {
        DomainEventMessage<?> now = StoreFixture.noted(aggregateId, sequence);
        return new GenericDomainEventMessage<>(
                "Note",
                aggregateId,
                sequence,
                now.getPayload(),
                now.getMetaData(),
                now.getIdentifier(),
                Instant.now().minus(Duration.ofMinutes(2)));
    }
}
