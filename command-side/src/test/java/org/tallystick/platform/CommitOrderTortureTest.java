package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.StoreFixture.until;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.CommitOrderScript.Stored;

/**
 * What is committed, in whatever order, is delivered: once, in order within its aggregate. The store that Axon brings
 * runs through the same interleavings, and must be caught losing an event, or this test could not catch anything.
 */
class CommitOrderTortureTest {

    private static final int SCRIPTS = 30;
    private static final int STEPS = 60;

    private static StoreFixture store;
    private static Sequencer second;
    private static StockStore stock;

    @BeforeAll
    static void openStores() throws Exception {
        store = new StoreFixture();
        second = new Sequencer(store.database.command());
        store.sequencer.start();
        second.start();
        stock = new StockStore(store.database.owner(), store.serializer);
    }

    @AfterAll
    static void closeStores() {
        second.stop();
        store.close();
    }

    @Test
    void everything_committed_is_delivered_once_and_in_order_and_stock_axon_loses_some() throws Exception {
        long seed = Long.getLong("tallystick.seed", System.nanoTime());
        System.out.println("CommitOrderTortureTest seed " + seed);
        Random seeds = new Random(seed);
        int lostByStock = 0;
        for (int i = 0; i < SCRIPTS; i++) {
            long scriptSeed = seeds.nextLong();
            delivers(scriptSeed);
            lostByStock += losses(scriptSeed);
        }
        System.out.println("CommitOrderTortureTest: stock lost " + lostByStock);

        assertThat(lostByStock).as("events lost by the stock engine").isPositive();
        assertDense();
    }

    @Test
    void the_two_events_that_stock_axon_makes_one_of_are_both_delivered() throws Exception {
        List<Stored> ours = firstDrawsAndSecondCommits(new OurStore(store));
        List<Stored> theirs = firstDrawsAndSecondCommits(stock);

        assertThat(ours).extracting(Stored::aggregateId).containsExactly("second", "first");
        assertThat(theirs).extracting(Stored::aggregateId).containsExactly("second");
    }

    private static List<Stored> firstDrawsAndSecondCommits(CommitOrderScript.Store tried) throws Exception {
        try (var first = tried.open();
                var second = tried.open()) {
            TrackingToken start = tried.reader().createHeadToken();
            List<Stored> seen = new ArrayList<>();
            first.append("first", 0);
            second.append("second", 0);
            second.commit();
            tried.awaitDelivery("second", 0);
            TrackingToken token = CommitOrderScript.read(tried.reader(), start, seen);
            first.commit();
            tried.awaitDelivery("first", 0);
            CommitOrderScript.read(tried.reader(), token, seen);
            return seen;
        }
    }

    private static void delivers(long seed) throws Exception {
        OurStore tried = new OurStore(store);
        CommitOrderScript script = new CommitOrderScript(tried, seed, STEPS);
        Set<Stored> committed = script.run();

        until(() -> script.delivered().size() >= committed.size());

        assertThat(script.delivered()).as("script %d", seed).doesNotHaveDuplicates();
        assertThat(new HashSet<>(script.delivered())).as("script %d", seed).isEqualTo(committed);
        for (String aggregate : script.aggregates()) {
            assertThat(script.delivered().stream().filter(e -> e.aggregateId().equals(aggregate)))
                    .as("script %d", seed)
                    .extracting(Stored::sequence)
                    .isSorted();
        }
    }

    private static int losses(long seed) throws Exception {
        CommitOrderScript script = new CommitOrderScript(stock, seed, STEPS);
        Set<Stored> committed = new HashSet<>(script.run());
        committed.removeAll(new HashSet<>(script.delivered()));
        return committed.size();
    }

    private static void assertDense() {
        List<SequencedEvent> log = store.delivered();
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).position()).isEqualTo(i + 1L);
        }
        assertThat(store.log.headPosition()).isEqualTo(log.size());
    }

    private record OurStore(StoreFixture fixture) implements CommitOrderScript.Store {
        @Override
        public CommitOrderScript.Writer open() throws java.sql.SQLException {
            return new CommitOrderScript.Writer(
                    fixture.database.command(),
                    source -> new PostgresEventStorageEngine(
                            source,
                            fixture.serializer,
                            org.axonframework.serialization.upcasting.event.NoOpEventUpcaster.INSTANCE,
                            () -> {
                                fixture.sequencer.wake();
                                second.wake();
                            }));
        }

        @Override
        public EventStorageEngine reader() {
            return fixture.engine;
        }

        @Override
        public void awaitDelivery(String aggregateId, long sequence) {
            fixture.sequencer.awaitPosition(aggregateId, sequence, StoreFixture.A_WHILE);
        }
    }
}
