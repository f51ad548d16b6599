package org.tallystick.history;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.history.Tally.Notched;
import org.tallystick.platform.EventSerializer;
import org.tallystick.platform.PostgresEventStorageEngine;
import org.tallystick.platform.SequencedLog;
import org.tallystick.platform.Sequencer;

/** One database with our store in it and, beside it, the store that Axon brings: alike in all but the engine. */
final class BenchStore implements AutoCloseable {

    private static final MetaData METADATA = MetaData.with("actor", "amina").and("role", "FUND_OFFICER");

    final EventSerializer serializer = new EventSerializer(Tally.NAMES);
    final Sequencer sequencer;
    final PostgresEventStorageEngine engine;
    final SequencedLog log;
    final DataSource command;
    final DataSource query;
    final DataSource owner;
    final TransactionTemplate transaction;
    final EmbeddedEventStore events;
    final CommandGateway commands;

    BenchStore(BenchServer server, String database) {
        server.create(database);
        command = server.command(database);
        query = server.query(database);
        owner = server.owner(database);
        sequencer = new Sequencer(command);
        engine = new PostgresEventStorageEngine(command, serializer, NoOpEventUpcaster.INSTANCE, sequencer::wake);
        log = new SequencedLog(query);
        transaction = new TransactionTemplate(new JdbcTransactionManager(command));
        events = EmbeddedEventStore.builder().storageEngine(engine).build();
        commands = gateway(events, command);
    }

    /** Axon's own engine over the same source and serializer, a duplicate key of PostgreSQL known to it. */
    EmbeddedEventStore stockEvents() {
        SpringTransactionManager transactions = new SpringTransactionManager(new JdbcTransactionManager(owner));
        PersistenceExceptionResolver duplicates =
                e -> e instanceof java.sql.SQLException sql && "23505".equals(sql.getSQLState());
        JdbcEventStorageEngine stock = JdbcEventStorageEngine.builder()
                .connectionProvider(new org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(owner)))
                .transactionManager(transactions)
                .persistenceExceptionResolver(duplicates)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        stock.createSchema(PostgresEventTableFactory.INSTANCE);
        return EmbeddedEventStore.builder().storageEngine(stock).build();
    }

    /** A command gateway over an event store, as it is wired in earnest. */
    static CommandGateway gateway(EmbeddedEventStore events, DataSource source) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(source)))
                .build();
        AggregateAnnotationCommandHandler.<Tally>builder()
                .aggregateType(Tally.class)
                .repository(EventSourcingRepository.builder(Tally.class)
                        .eventStore(events)
                        .build())
                .build()
                .subscribe(bus);
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    /** The event of one append. */
    static DomainEventMessage<?> event(String tallyId, long sequence) {
        return new GenericDomainEventMessage<>(
                "Tally", tallyId, sequence, new Notched(tallyId, Tally.WORDS, 100 * sequence), METADATA);
    }

    /** Appends one event in a transaction of its own. */
    void append(String tallyId, long sequence) {
        transaction.executeWithoutResult(_ -> engine.appendEvents(List.of(event(tallyId, sequence))));
    }

    /** Waits until all that is stored has its position. */
    void awaitSequenced() throws InterruptedException {
        while (!sequencer.oldestUnsequencedAge().isZero()) {
            Thread.sleep(1);
        }
    }

    /**
     * Brings the events up to a number, sequenced, without going through commands: a store that has been used for
     * years.
     */
    void fill(long from, long to) throws InterruptedException {
        sequencer.start();
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        long step = 50_000;
        for (long done = from; done < to; done += step) {
            long last = Math.min(to, done + step) - 1;
            jdbc.update(
                    "INSERT INTO history.event (event_id, aggregate_type, aggregate_id, sequence, type, revision,"
                            + " recorded_at, payload, metadata) SELECT gen_random_uuid(), 'Tally',"
                            + " md5((i / 10)::text) || '-old', i % 10, 'bench.Notched', '1', now(), convert_to("
                            + " json_build_object('tallyId', md5((i / 10)::text) || '-old', 'words', ?::text,"
                            + " 'amountPence', i)::text, 'UTF8'), convert_to('{\"actor\":\"amina\"}', 'UTF8')"
                            + " FROM generate_series(?::bigint, ?::bigint) AS i",
                    Tally.WORDS, done, last);
            sequencer.wake();
        }
        awaitSequenced();
        sequencer.stop();
        jdbc.execute("VACUUM ANALYZE history.event");
        jdbc.execute("VACUUM ANALYZE history.event_log");
    }

    @Override
    public void close() {
        sequencer.stop();
        events.shutDown();
    }
}
