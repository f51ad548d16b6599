package org.tallystick.platform;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store over a fresh database, with two events of its own to put in it. */
final class StoreFixture implements AutoCloseable {

    /** Longer than any machine stands still; waited out only where something is wrong. */
    static final Duration A_WHILE = Duration.ofMinutes(2);

    /** Something that happened. */
    record Noted(String text, long amountPence) {}

    /** Something that happened and claims a key. */
    record Registered(String identifier) implements ClaimsUnique {
        @Override
        public Set<String> uniqueKeys() {
            return Set.of(identifier);
        }
    }

    static final TypeNames NAMES = new TypeNames() {
        @Override
        public @Nullable String nameOf(Class<?> type) {
            return type == Noted.class ? "test.Noted" : type == Registered.class ? "test.Registered" : null;
        }

        @Override
        public @Nullable Class<?> classOf(String name) {
            return name.equals("test.Noted") ? Noted.class : name.equals("test.Registered") ? Registered.class : null;
        }

        @Override
        public String revisionOf(Class<?> type) {
            return "1";
        }
    };

    final TestDatabase database = TestDatabase.fresh();
    final EventSerializer serializer = new EventSerializer(NAMES);
    final Sequencer sequencer = new Sequencer(database.command());
    final PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(database.command(), serializer, NoOpEventUpcaster.INSTANCE, sequencer::wake);
    final SequencedLog log = new SequencedLog(database.query());
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.command()));

    static DomainEventMessage<?> noted(String aggregateId, long sequence) {
        return event(aggregateId, sequence, new Noted("£" + sequence, sequence * 100));
    }

    static DomainEventMessage<?> event(String aggregateId, long sequence, Object payload) {
        return new GenericDomainEventMessage<>("Note", aggregateId, sequence, payload);
    }

    void append(DomainEventMessage<?>... events) {
        transaction.executeWithoutResult(_ -> engine.appendEvents(List.of(events)));
    }

    JdbcTemplate owner() {
        return new JdbcTemplate(database.owner());
    }

    /** The one number of a query, asked by the superuser. */
    long number(String sql) {
        return Objects.requireNonNull(database.superuser().queryForObject(sql, Long.class));
    }

    /** Everything in the log, in order, whatever its size. */
    List<SequencedEvent> delivered() {
        return Pages.stream(0, after -> log.read(after, Pages.SIZE), SequencedEvent::position)
                .toList();
    }

    /** Waits, but not for ever, until something is so. */
    static void until(Supplier<Boolean> so) {
        long deadline = System.nanoTime() + A_WHILE.toNanos();
        while (!so.get()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come about within " + A_WHILE + "\n" + whatGoesOn());
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** For whoever has to find out why something did not come about. */
    private static String whatGoesOn() {
        return Thread.getAllStackTraces().entrySet().stream()
                        .filter(thread -> thread.getKey().getName().startsWith("sequencer"))
                        .map(thread -> thread.getKey() + " " + List.of(thread.getValue()))
                        .collect(Collectors.joining("\n"))
                + "\n"
                + TestDatabase.activity();
    }

    @Override
    public void close() {
        sequencer.stop();
        database.close();
    }
}
