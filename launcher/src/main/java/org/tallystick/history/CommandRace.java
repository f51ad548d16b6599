package org.tallystick.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.tallystick.history.Tally.Notch;

/**
 * The same commands through our engine and through Axon's own; and a command's time in a small store and a large one.
 */
final class CommandRace {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final HistoryBenchmark.Size size;

    CommandRace(HistoryBenchmark.Size size) {
        this.size = size;
    }

    /** Against Axon's engine; ours counts only what has been sequenced too. */
    List<Measured> againstStock(BenchStore store, EmbeddedEventStore stockEvents) throws Exception {
        List<Measured> rows = new ArrayList<>();
        CommandGateway stock = BenchStore.gateway(stockEvents, store.owner);
        store.sequencer.start();
        for (int writers : List.of(1, 8, 32)) {
            Duration time = size.roundTime();
            Rounds.Medians rates = new Rounds(size.rounds())
                    .with(
                            "ours",
                            () -> Writers.rate(
                                    writers, time, (id, _) -> send(store.commands, id), _ -> store.awaitSequenced()))
                    .with("stock", () -> Writers.rate(writers, time, (id, _) -> send(stock, id), _ -> {}))
                    .medians();
            double ours = rates.of("ours");
            double theirs = rates.of("stock");
            rows.add(new Measured(
                    "commands / with Axon's JDBC engine, " + writers + (writers == 1 ? " writer" : " writers"),
                    ours / theirs,
                    1.0,
                    "%.0f / %.0f commands/s".formatted(ours, theirs),
                    "the stock engine gives no order that can be relied on"));
        }
        store.sequencer.stop();
        return rows;
    }

    /** Time of one command, from sending it to its position, in each of two stores. */
    Measured latency(BenchStore small, BenchStore large, String label) throws Exception {
        small.sequencer.start();
        large.sequencer.start();
        Rounds.Medians times = new Rounds(size.rounds())
                .with("small", () -> medianMillis(small))
                .with("large", () -> medianMillis(large))
                .medians();
        double few = times.of("small");
        double many = times.of("large");
        return new Measured(
                "command latency, " + label,
                few / many,
                0.8,
                "%.2f / %.2f ms".formatted(few, many),
                "from sending to position; aim is this table's own");
    }

    private double medianMillis(BenchStore store) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < size.commands(); i++) {
            String tally = UUID.randomUUID().toString();
            long begun = System.nanoTime();
            send(store.commands, tally);
            store.sequencer.awaitPosition(tally, 0, LONG_ENOUGH);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return Rounds.quantile(millis, 0.5);
    }

    private static void send(CommandGateway commands, String tallyId) {
        commands.sendAndWait(new Notch(tallyId, Tally.WORDS, 100));
    }
}
