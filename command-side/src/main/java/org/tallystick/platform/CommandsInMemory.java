package org.tallystick.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.call.EffortBudget;
import org.tallystick.registry.OrganisationEvent;

/**
 * All aggregates and handlers over a history in memory: for whoever has to see thousands of decisions and no database.
 */
public final class CommandsInMemory implements AutoCloseable {

    private final Engine engine;
    private final Configuration axon;

    /**
     * An empty history.
     *
     * @param twoApprovalsAbovePence payments above this need two approvals
     * @param lightTouchPence the threshold of the light-touch regime
     */
    public CommandsInMemory(long twoApprovalsAbovePence, long lightTouchPence) {
        this(twoApprovalsAbovePence, lightTouchPence, UnaryOperator.identity());
    }

    /**
     * One that keeps something else than what happened, for whoever has to show that it would be noticed.
     *
     * @param kept what is kept of an event
     */
    public CommandsInMemory(long twoApprovalsAbovePence, long lightTouchPence, UnaryOperator<Event> kept) {
        engine = new Engine(kept);
        axon = Aggregates.configuration(
                engine,
                new TransactionTemplate(new NoTransactions()),
                this::holders,
                this::beginningWith,
                twoApprovalsAbovePence,
                lightTouchPence,
                EffortBudget.of(EffortBudget.STANDARD));
        axon.start();
    }

    /** Sends one command at a moment, as a role that may; a refusal is thrown. */
    public void send(Command command, Actor actor, Instant at) {
        CommandDispatcher.check(command, actor, at);
        decide(command, actor, at);
    }

    /** Lets the aggregates decide, whatever the role. */
    public void decide(Command command, Actor actor, Instant at) {
        AtomicReference<Throwable> problem = new AtomicReference<>();
        axon.commandBus()
                .dispatch(
                        new GenericCommandMessage<>(command, CommandContext.metaData(command, actor, at)),
                        (_, result) -> result.optionalExceptionResult().ifPresent(problem::set));
        switch (problem.get()) {
            case null -> {}
            case AggregateNotFoundException unknown ->
                throw CommandContext.notFound(String.valueOf(unknown.getAggregateIdentifier()));
            case RuntimeException wrapped when wrapped.getCause() instanceof Rejection refused -> throw refused;
            case RuntimeException refused -> throw refused;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    /** What has happened so far, with the metadata. */
    public List<DomainEventMessage<?>> messages() {
        return List.copyOf(engine.all);
    }

    /** What has happened after the first so many. */
    public List<DomainEventMessage<?>> messagesAfter(int number) {
        return List.copyOf(engine.all.subList(number, engine.all.size()));
    }

    /** How much has happened so far. */
    public int size() {
        return engine.all.size();
    }

    /** Begins with what has happened elsewhere; only before anything has happened here. */
    public void remember(List<DomainEventMessage<?>> messages) {
        messages.forEach(engine::store);
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    private Map<String, String> holders(Collection<String> identifiers) {
        Map<String, String> holders = new HashMap<>();
        engine.all.stream()
                .map(EventMessage::getPayload)
                .filter(OrganisationEvent.class::isInstance)
                .filter(ClaimsUnique.class::isInstance)
                .map(ClaimsUnique.class::cast)
                .forEach(claims -> claims.uniqueKeys().stream()
                        .map(key -> key.substring(key.indexOf(':') + 1))
                        .filter(identifiers::contains)
                        .forEach(key -> holders.put(key, ((OrganisationEvent) claims).organisationId())));
        return holders;
    }

    private List<String> beginningWith(String start) {
        return engine.all.stream()
                .filter(message -> message.getPayload() instanceof ClaimsUnique claims
                        && claims.uniqueKeys().stream().anyMatch(key -> key.startsWith(start)))
                .map(DomainEventMessage::getAggregateIdentifier)
                .toList();
    }

    /**
     * Finds the events of an aggregate without looking at those of all others, and keeps snapshots as JSON, like a real
     * store: in memory they would be the very object that goes on living.
     */
    private static final class Engine implements EventStorageEngine {
        private final EventSerializer serializer = new EventSerializer(TypeNames.ofEvents());
        private final Map<String, DomainEventMessage<?>> snapshots = new ConcurrentHashMap<>();
        private final List<DomainEventMessage<?>> all = new ArrayList<>();
        private final Map<String, List<DomainEventMessage<?>>> byAggregate = new ConcurrentHashMap<>();
        private final Map<String, String> keys = new HashMap<>();
        private final UnaryOperator<Event> kept;

        Engine(UnaryOperator<Event> kept) {
            this.kept = kept;
        }

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            List<DomainEventMessage<?>> ours = new ArrayList<>();
            events.forEach(event -> ours.add(kept((DomainEventMessage<?>) event)));
            CurrentUnitOfWork.get().onPrepareCommit(_ -> {
                ours.forEach(this::requireNew);
                ours.forEach(this::store);
            });
        }

        private DomainEventMessage<?> kept(DomainEventMessage<?> event) {
            Event happened = (Event) event.getPayload();
            Event now = kept.apply(happened);
            return now.equals(happened)
                    ? event
                    : new GenericDomainEventMessage<>(
                            event.getType(),
                            event.getAggregateIdentifier(),
                            event.getSequenceNumber(),
                            now,
                            event.getMetaData(),
                            event.getIdentifier(),
                            event.getTimestamp());
        }

        private void requireNew(DomainEventMessage<?> event) {
            String id = event.getAggregateIdentifier();
            if (event.getSequenceNumber() == 0 && byAggregate.containsKey(id)) {
                throw Rejection.of(Refusal.ALREADY_EXISTS, id + " exists already.");
            }
            if (event.getPayload() instanceof ClaimsUnique claims) {
                for (String key : claims.uniqueKeys()) {
                    if (!keys.getOrDefault(key, id).equals(id)) {
                        throw claims.taken(key);
                    }
                }
            }
        }

        private void store(DomainEventMessage<?> event) {
            String id = event.getAggregateIdentifier();
            if (event.getPayload() instanceof ClaimsUnique claims) {
                claims.uniqueKeys().forEach(key -> keys.put(key, id));
            }
            all.add(event);
            byAggregate.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(event);
        }

        @Override
        public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
            return DomainEventStream.of(byAggregate.getOrDefault(aggregateIdentifier, List.of()).stream()
                    .skip(firstSequenceNumber));
        }

        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            snapshots.put(snapshot.getAggregateIdentifier(), written(snapshot));
        }

        @Override
        public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
            return Optional.ofNullable(snapshots.get(aggregateIdentifier)).map(this::written);
        }

        private DomainEventMessage<?> written(DomainEventMessage<?> snapshot) {
            Object copy = serializer.deserialize(serializer.serialize(snapshot.getPayload(), byte[].class));
            return new GenericDomainEventMessage<>(
                    snapshot.getType(), snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber(), copy);
        }

        @Override
        public Stream<? extends TrackedEventMessage<?>> readEvents(
                @Nullable TrackingToken trackingToken, boolean mayBlock) {
            throw new UnsupportedOperationException("Nobody follows a history in memory.");
        }
    }

    private static final class NoTransactions implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
