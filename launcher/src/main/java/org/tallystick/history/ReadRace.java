package org.tallystick.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.tallystick.history.Tally.Notch;
import org.tallystick.history.Tally.Notched;
import org.tallystick.platform.LogListener;
import org.tallystick.platform.SequencedEvent;
import org.tallystick.platform.SequencedEventSource;

/** How soon an event reaches a projection, and how fast the whole of history is replayed. */
final class ReadRace {

    /** What a processor calls; public, since Axon does so by reflection. */
    public record Handler(Consumer<Notched> consumer) {
        /** Every event. */
        @EventHandler
        public void on(Notched notched) {
            consumer.accept(notched);
        }
    }

    private final HistoryBenchmark.Size size;

    ReadRace(HistoryBenchmark.Size size) {
        this.size = size;
    }

    /** From before a command is sent to when the handler is called. */
    List<Measured> delay(BenchStore store, EmbeddedEventStore stockEvents) throws Exception {
        LogListener listener = new LogListener(store.query);
        listener.start();
        store.sequencer.start();
        SequencedEventSource source =
                new SequencedEventSource(store.log, listener, store.serializer, NoOpEventUpcaster.INSTANCE);
        CommandGateway stock = BenchStore.gateway(stockEvents, store.owner);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round <= size.rounds(); round++) {
            List<Double> one = delays(source, store.commands);
            List<Double> other = delays(stockEvents, stock);
            if (round > 0) {
                ours.addAll(one);
                theirs.addAll(other);
            }
        }
        store.sequencer.stop();
        listener.stop();
        return List.of(delayRow("p50", 0.5, ours, theirs), delayRow("p99", 0.99, ours, theirs));
    }

    private static Measured delayRow(String name, double share, List<Double> ours, List<Double> theirs) {
        double our = Rounds.quantile(ours, share);
        double their = Rounds.quantile(theirs, share);
        return new Measured(
                "event to projection " + name + ", Axon's JDBC engine / ours",
                their / our,
                1.0,
                "%.1f / %.1f ms".formatted(their, our),
                "one event at a time; aim is this table's own");
    }

    private List<Double> delays(StreamableMessageSource<TrackedEventMessage<?>> source, CommandGateway commands)
            throws Exception {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Map<String, Double> delays = new ConcurrentHashMap<>();
        try (Processing _ = processing(source, source.createHeadToken(), 100, notched -> {
            Long begun = sent.get(notched.tallyId());
            if (begun != null) {
                delays.put(notched.tallyId(), (System.nanoTime() - begun) / 1e6);
            }
        })) {
            Thread.sleep(200); // until the processor has caught up and waits
            for (int i = 0; i < size.delays(); i++) {
                String tally = UUID.randomUUID().toString();
                sent.put(tally, System.nanoTime());
                commands.sendAndWait(new Notch(tally, Tally.WORDS, 100));
                Thread.sleep(10);
            }
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (delays.size() < sent.size() && System.nanoTime() < until) {
                Thread.sleep(5);
            }
        }
        if (delays.size() < sent.size()) {
            throw new IllegalStateException(sent.size() - delays.size() + " events never reached the projection");
        }
        return List.copyOf(delays.values());
    }

    /** The whole log through a processor into a handler that does nothing, against reading its rows. */
    Measured replay(BenchStore store) throws Exception {
        LogListener listener = new LogListener(store.query);
        listener.start();
        SequencedEventSource source =
                new SequencedEventSource(store.log, listener, store.serializer, NoOpEventUpcaster.INSTANCE);
        long events = store.log.headPosition();
        Rounds.Medians rates = new Rounds(size.rounds())
                .with("replay", () -> replayed(source, events))
                .with("raw", () -> read(store, events))
                .medians();
        listener.stop();
        double replay = rates.of("replay");
        double raw = rates.of("raw");
        return new Measured(
                "replay into a no-op handler / raw keyset read",
                replay / raw,
                0.5,
                "%.0f / %.0f events/s".formatted(replay, raw),
                "%,d events, each read from JSON for its handler".formatted(events));
    }

    private static double replayed(SequencedEventSource source, long events) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AtomicLong handled = new AtomicLong();
        long begun = System.nanoTime();
        try (Processing _ = processing(source, source.createTailToken(), 1_000, _ -> {
            if (handled.incrementAndGet() == events) {
                done.countDown();
            }
        })) {
            if (!done.await(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Replayed only " + handled + " of " + events);
            }
            return events * 1e9 / (System.nanoTime() - begun);
        }
    }

    private static double read(BenchStore store, long events) {
        long begun = System.nanoTime();
        long position = 0;
        long read = 0;
        while (read < events) {
            List<SequencedEvent> page = store.log.read(position, SequencedEventSource.DEFAULT_PAGE_SIZE);
            position = page.getLast().position();
            read += page.size();
        }
        return events * 1e9 / (System.nanoTime() - begun);
    }

    private static Processing processing(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TrackingToken from,
            int batch,
            Consumer<Notched> consumer) {
        return new Processing(source, from, batch, NoTransactionManager.INSTANCE, new Handler(consumer));
    }
}
