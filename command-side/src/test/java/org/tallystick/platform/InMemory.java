package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.assessment.Applicants;
import org.tallystick.registry.OrganisationEvent;

/** All aggregates and handlers over a history in memory: for decisions that need several of them. */
public final class InMemory implements Applicants.Sending, AutoCloseable {

    /** Payments above this need two approvals: £50,000. */
    public static final long TWO_APPROVALS_ABOVE_PENCE = 50_000_00;

    /** The threshold of the light-touch regime: £663,540. */
    public static final long LIGHT_TOUCH_PENCE = 663_540_00;

    private final InMemoryEventStorageEngine engine = new WrittenSnapshots();
    private final Configuration axon = Aggregates.configuration(
            engine,
            new TransactionTemplate(new NoTransactions()),
            this::holders,
            this::beginningWith,
            TWO_APPROVALS_ABOVE_PENCE,
            LIGHT_TOUCH_PENCE);
    private Instant now = Acting.NOW;

    /** An empty history. */
    public InMemory() {
        axon.start();
    }

    @Override
    public void at(Instant moment) {
        now = moment;
    }

    @Override
    public void send(Command command, Actor actor) {
        send(command, actor, now);
    }

    /** Fails unless the command is refused for a reason, in a sentence with these words, and nothing happens. */
    public void refused(Refusal reason, String words, Command command, Actor actor) {
        int before = events().size();
        assertThatThrownBy(() -> send(command, actor))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(reason))
                .hasMessageContaining(words);
        assertThat(events()).hasSize(before);
    }

    /** Sends one command at a moment. */
    public void send(Command command, Actor actor, Instant at) {
        AtomicReference<Throwable> problem = new AtomicReference<>();
        axon.commandBus()
                .dispatch(
                        new GenericCommandMessage<>(command, MetaData.from(Acting.as(actor, at))),
                        (_, result) -> result.optionalExceptionResult().ifPresent(problem::set));
        switch (problem.get()) {
            case null -> {}
            case AggregateNotFoundException unknown ->
                throw CommandContext.notFound(String.valueOf(unknown.getAggregateIdentifier()));
            case RuntimeException refused -> throw refused;
            case Throwable other -> throw new AssertionError(other);
        }
    }

    /** What has happened so far. */
    public List<Event> events() {
        return messages().stream().map(message -> (Event) message.getPayload()).toList();
    }

    /** What has happened so far, with the metadata. */
    public List<? extends EventMessage<?>> messages() {
        return engine.readEvents(null, false).toList();
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    private Map<String, String> holders(Collection<String> identifiers) {
        Map<String, String> holders = new HashMap<>();
        events().stream()
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
        return messages().stream()
                .filter(message -> message.getPayload() instanceof ClaimsUnique claims
                        && claims.uniqueKeys().stream().anyMatch(key -> key.startsWith(start)))
                .map(message -> ((DomainEventMessage<?>) message).getAggregateIdentifier())
                .toList();
    }

    /** Keeps snapshots as JSON, like a real store: in memory they would be the very object that goes on living. */
    private static final class WrittenSnapshots extends InMemoryEventStorageEngine {
        private final EventSerializer serializer = new EventSerializer(TypeNames.ofEvents());
        private final Map<String, DomainEventMessage<?>> snapshots = new ConcurrentHashMap<>();

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
    }

    private static final class NoTransactions implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@org.jspecify.annotations.Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
