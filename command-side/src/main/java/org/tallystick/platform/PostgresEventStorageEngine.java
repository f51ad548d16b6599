package org.tallystick.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's event store on PostgreSQL, in the transaction of the unit of work. Aggregates read straight from the events;
 * everybody else reads them as sequenced, by position, so that a late commit is never passed over.
 *
 * <p>An event already stored at an aggregate's sequence is a conflict; a key held by another aggregate is
 * {@link KeyTaken}.
 */
public final class PostgresEventStorageEngine extends AbstractEventStorageEngine {

    private static final String APPEND = "INSERT INTO history.event (event_id, aggregate_type, aggregate_id, sequence,"
            + " type, revision, recorded_at, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SNAPSHOT = "INSERT INTO history.snapshot"
            + " (aggregate_id, aggregate_type, sequence, type, revision, recorded_at, payload)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (aggregate_id) DO UPDATE SET sequence = excluded.sequence,"
            + " type = excluded.type, revision = excluded.revision, recorded_at = excluded.recorded_at,"
            + " payload = excluded.payload WHERE snapshot.sequence <= excluded.sequence";

    private final JdbcTemplate jdbc;
    private final AggregateReads reads;
    private final SequencedLog log;
    private final Runnable onCommit;

    /**
     * An engine over a source whose role may insert events.
     *
     * @param onCommit called after each commit with events, for example {@link Sequencer#wake()}
     */
    public PostgresEventStorageEngine(
            DataSource source, Serializer serializer, EventUpcaster upcasters, Runnable onCommit) {
        super(new Parts(serializer, upcasters));
        this.jdbc = new JdbcTemplate(source);
        this.reads = new AggregateReads(jdbc);
        this.log = new SequencedLog(source);
        this.onCommit = onCommit;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> ours = ofAggregates(events);
        claimKeys(ours);
        try {
            jdbc.batchUpdate(
                    APPEND, ours.stream().map(event -> row(event, serializer)).toList());
        } catch (DataAccessException e) {
            handlePersistenceException(e, failed(ours, e));
        }
        afterCommit();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        jdbc.update(
                SNAPSHOT,
                snapshot.getAggregateIdentifier(),
                snapshot.getType(),
                snapshot.getSequenceNumber(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                timestamp(snapshot.getTimestamp()),
                payload.getData());
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        return reads.events(identifier, firstSequenceNumber);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        return Pages.stream(
                SequencedEventSource.positionOf(trackingToken),
                after -> log.read(after, Pages.SIZE),
                SequencedEvent::position);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return reads.snapshot(aggregateIdentifier).stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.ofNullable(jdbc.queryForObject(
                "SELECT max(sequence) FROM history.event WHERE aggregate_id = ?", Long.class, aggregateIdentifier));
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
        return SequencedEventSource.tokenAt(log, dateTime);
    }

    /** The event whose place was taken, as PostgreSQL names it: of several in one append, not always the first. */
    private static DomainEventMessage<?> failed(List<DomainEventMessage<?>> events, DataAccessException problem) {
        String detail = String.valueOf(problem.getMessage());
        return events.stream()
                .filter(event ->
                        detail.contains("=(" + event.getAggregateIdentifier() + ", " + event.getSequenceNumber() + ")"))
                .findFirst()
                .orElse(events.getFirst());
    }

    private void claimKeys(List<DomainEventMessage<?>> events) {
        // In one order for everybody, so that two transactions wait for each other's keys without a deadlock.
        Map<String, DomainEventMessage<?>> owners = new TreeMap<>();
        for (DomainEventMessage<?> event : events) {
            if (event.getPayload() instanceof ClaimsUnique claims) {
                for (String key : claims.uniqueKeys()) {
                    DomainEventMessage<?> other = owners.put(key, event);
                    if (other != null && !other.getAggregateIdentifier().equals(event.getAggregateIdentifier())) {
                        throw new KeyTaken(key, claims.taken(key));
                    }
                }
            }
        }
        owners.forEach((key, event) -> claim(key, event.getAggregateIdentifier(), (ClaimsUnique) event.getPayload()));
    }

    private void claim(String key, String aggregateId, ClaimsUnique claims) {
        int claimed = jdbc.update(
                "INSERT INTO history.claim (key, aggregate_id) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
                key,
                aggregateId);
        if (claimed == 0
                && !aggregateId.equals(jdbc.queryForObject(
                        "SELECT aggregate_id FROM history.claim WHERE key = ?", String.class, key))) {
            throw new KeyTaken(key, claims.taken(key));
        }
    }

    private void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            onCommit.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                onCommit.run();
            }
        });
    }

    private static List<DomainEventMessage<?>> ofAggregates(List<? extends EventMessage<?>> events) {
        List<DomainEventMessage<?>> ours = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            if (!(event instanceof DomainEventMessage<?> domainEvent)) {
                throw new IllegalArgumentException("Only an aggregate's events are stored, not a bare "
                        + event.getPayloadType().getSimpleName());
            }
            ours.add(domainEvent);
        }
        return ours;
    }

    private static Object[] row(DomainEventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        return new Object[] {
            UUID.fromString(event.getIdentifier()),
            event.getType(),
            event.getAggregateIdentifier(),
            event.getSequenceNumber(),
            payload.getType().getName(),
            payload.getType().getRevision(),
            timestamp(event.getTimestamp()),
            payload.getData(),
            event.serializeMetaData(serializer, byte[].class).getData()
        };
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static boolean isConflict(Throwable e) {
        return e instanceof DuplicateKeyException
                && NestedExceptionUtils.getRootCause(e) instanceof PSQLException cause
                && cause.getServerErrorMessage() != null
                && "event_stream".equals(cause.getServerErrorMessage().getConstraint());
    }

    /**
     * Whether a snapshot has the shape that its aggregate has now, as the revision says that it was written in. One of
     * another shape is passed over, and the aggregate is read from its events until the next snapshot replaces it.
     */
    private static boolean isOfPresentShape(Serializer serializer, DomainEventData<?> snapshot) {
        SerializedType written = snapshot.getPayload().getType();
        Class<?> aggregate = serializer.classForType(written);
        return Objects.equals(
                written.getRevision(), serializer.typeForClass(aggregate).getRevision());
    }

    private static final class Parts extends Builder {
        Parts(Serializer serializer, EventUpcaster upcasters) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            snapshotFilter(snapshot -> isOfPresentShape(serializer, snapshot));
            upcasterChain(upcasters);
            persistenceExceptionResolver(PostgresEventStorageEngine::isConflict);
        }
    }
}
