package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.StoreFixture.noted;
import static org.tallystick.platform.StoreFixture.until;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.StoreFixture.Noted;

class LogReadingTest {

    private StoreFixture store;
    private HikariDataSource listening;
    private LogListener listener;

    @BeforeEach
    void openStore() {
        store = new StoreFixture();
        store.sequencer.start();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(store.database.jdbcUrl() + "?ApplicationName=listening");
        config.setUsername(TestDatabase.QUERY);
        config.setPassword(TestDatabase.passwordOf(TestDatabase.QUERY));
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        listening = new HikariDataSource(config);
        // The poll is so slow that only a notification can be prompt.
        listener = new LogListener(listening, Duration.ofSeconds(60));
        listener.start();
    }

    @AfterEach
    void closeStore() {
        listener.stop();
        listening.close();
        store.close();
    }

    @Test
    void a_lost_listener_connection_is_made_again_and_delivers_promptly() {
        append(0, 1);
        until(() -> listener.head() == 1);
        for (int i = 1; i <= 3; i++) {
            assertThat(listeners()).isEqualTo(1);
            store.database
                    .superuser()
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                            + "application_name = 'listening'");
            until(() -> listeners() == 1);
            long begun = System.nanoTime();
            long position = i + 1L;
            append(i, 1);
            until(() -> listener.head() == position);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void without_any_notification_the_poll_finds_what_is_new() {
        LogListener polling = new LogListener(listening, Duration.ofMillis(50));
        append(0, 1);
        polling.start();
        try {
            until(() -> listener.head() == 1 && polling.head() == 1);
            store.sequencer.stop();
            // Moves the head without a notification, as where it was lost.
            store.owner().execute("UPDATE history.event_log_head SET position = 7");
            until(() -> polling.head() == 7);
            assertThat(listener.head()).isEqualTo(1);
        } finally {
            polling.stop();
        }
    }

    @Test
    void a_stream_gives_all_events_in_order_over_many_pages() throws InterruptedException {
        append(0, 257);
        try (var stream = source(NoOpEventUpcaster.INSTANCE, 10).openStream(null)) {
            for (int i = 0; i < 257; i++) {
                var event = stream.nextAvailable();
                assertThat(event.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(i + 1L));
                assertThat(event.getPayload()).isEqualTo(new Noted("£" + i, i * 100L));
            }
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void a_reader_that_waits_is_woken_by_an_event() throws InterruptedException {
        append(0, 3);
        try (var stream = source(NoOpEventUpcaster.INSTANCE, 10).openStream(new GlobalSequenceTrackingToken(3))) {
            assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
            Thread writer = Thread.startVirtualThread(() -> append(3, 1));
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(4));
            writer.join();
        }
    }

    @Test
    void an_upcaster_may_drop_events_and_whole_pages_of_them() throws InterruptedException {
        append(0, 40);
        EventUpcaster onlyTheLast =
                events -> events.filter(e -> e.getSequenceNumber().orElse(0L) == 39);
        try (var stream = source(onlyTheLast, 10).openStream(null)) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(40));
        }
    }

    @Test
    void a_closed_stream_ends_the_wait_of_its_reader() throws InterruptedException {
        var stream = source(NoOpEventUpcaster.INSTANCE, 10).openStream(null);
        Thread closing = Thread.startVirtualThread(stream::close);
        assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isFalse();
        assertThatThrownBy(stream::nextAvailable).isInstanceOf(IllegalStateException.class);
        closing.join();
    }

    @Test
    void tokens_stand_at_positions() {
        append(0, 5);
        SequencedEventSource source = source(NoOpEventUpcaster.INSTANCE, 10);

        assertThat(source.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(source.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(5));
        assertThat(source.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(source.createTokenAt(Instant.now().plusSeconds(60))).isEqualTo(new GlobalSequenceTrackingToken(5));
        assertThatThrownBy(() -> source.openStream(GapAwareTrackingToken.newInstance(3, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_processor_that_has_caught_up_handles_an_event_at_once() throws InterruptedException {
        append(0, 300);
        Queue<Long> delaysMillis = new ConcurrentLinkedQueue<>();
        Queue<Long> positions = new ConcurrentLinkedQueue<>();
        TrackingEventProcessor processor = processor(event -> {
            delaysMillis.add(
                    Duration.between(event.getTimestamp(), Instant.now()).toMillis());
            positions.add(((org.axonframework.eventhandling.DomainEventMessage<?>) event).getSequenceNumber());
        });
        processor.start();
        try {
            until(() -> positions.size() == 300);
            delaysMillis.clear();
            for (int i = 300; i < 340; i++) {
                append(i, 1);
                Thread.sleep(10);
            }
            until(() -> positions.size() == 340);
        } finally {
            processor.shutDown();
        }
        assertThat(positions)
                .containsExactlyElementsOf(LongStream.range(0, 340).boxed().toList());
        List<Long> sorted = delaysMillis.stream().sorted().toList();
        System.out.println("Event to handler: median " + sorted.get(20) + " ms, longest " + sorted.getLast() + " ms");
        assertThat(sorted.get(20)).as("median delay in ms").isLessThan(250);
    }

    private TrackingEventProcessor processor(java.util.function.Consumer<EventMessage<?>> handler) {
        return TrackingEventProcessor.builder()
                .name("notes")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Handler(handler))
                        .build())
                .messageSource(source(NoOpEventUpcaster.INSTANCE, 100))
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(source -> source.createTailToken()))
                .build();
    }

    /** Public, since Axon calls it by reflection. */
    public record Handler(java.util.function.Consumer<EventMessage<?>> consumer) {
        /** Any event. */
        @org.axonframework.eventhandling.EventHandler
        public void on(Noted noted, EventMessage<?> message) {
            consumer.accept(message);
        }
    }

    private SequencedEventSource source(EventUpcaster upcaster, int pageSize) {
        return new SequencedEventSource(store.log, listener, store.serializer, upcaster, pageSize);
    }

    private void append(int from, int count) {
        store.append(IntStream.range(from, from + count)
                .mapToObj(i -> noted("a", i))
                .toArray(org.axonframework.eventhandling.DomainEventMessage[]::new));
        store.sequencer.awaitPosition("a", from + count - 1L, StoreFixture.A_WHILE);
    }

    private long listeners() {
        return store.number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'listening'"
                + " AND datname = current_database()");
    }
}
