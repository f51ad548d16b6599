package org.tallystick.platform;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.call.EffortBudget;

/** One command side over a real database. Several over the same database know nothing of each other. */
public final class Node implements Region.Port, CommandPort, AutoCloseable {

    final Sequencer sequencer;
    final PostgresEventStorageEngine engine;
    final TransactionTemplate transactions;
    final CommandDispatcher dispatcher;
    private final Configuration axon;

    Node(TestDatabase database) {
        this(database, Clock.systemUTC());
    }

    /** With a clock of the test's own. */
    public Node(TestDatabase database, Clock clock) {
        sequencer = new Sequencer(database.command());
        engine = new PostgresEventStorageEngine(
                database.command(),
                new EventSerializer(TypeNames.ofEvents()),
                NoOpEventUpcaster.INSTANCE,
                sequencer::wake);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database.command()));
        Claims claims = new Claims(new JdbcTemplate(database.command()));
        axon = Aggregates.configuration(
                engine,
                transactions,
                claims,
                claims,
                InMemory.TWO_APPROVALS_ABOVE_PENCE,
                InMemory.LIGHT_TOUCH_PENCE,
                EffortBudget.of(EffortBudget.STANDARD));
        dispatcher = new CommandDispatcher(
                axon.commandBus(),
                engine,
                transactions,
                new Receipts(new JdbcTemplate(database.command())),
                sequencer,
                new Refusals(new SimpleMeterRegistry()),
                clock);
        axon.start();
        sequencer.start();
    }

    @Override
    public void send(Command command, Actor actor) {
        send(command, actor, UUID.randomUUID().toString());
    }

    @Override
    public Receipt send(Command command, Actor actor, String key) {
        return dispatcher.send(command, actor, key);
    }

    /** Its history. */
    public EventStore history() {
        return axon.eventStore();
    }

    @Override
    public void close() {
        axon.shutdown();
        sequencer.stop();
    }
}
