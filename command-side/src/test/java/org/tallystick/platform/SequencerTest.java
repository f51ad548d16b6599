package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.StoreFixture.A_WHILE;
import static org.tallystick.platform.StoreFixture.noted;
import static org.tallystick.platform.StoreFixture.until;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SequencerTest {

    private StoreFixture store;

    @BeforeEach
    void openStore() {
        store = new StoreFixture();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void two_sequencers_competing_give_each_event_one_position() {
        Sequencer second = new Sequencer(store.database.command());
        store.sequencer.start();
        second.start();
        try {
            writeWith(4, 250, second::wake);
            until(() -> store.log.headPosition() == 1_000);
        } finally {
            second.stop();
        }
        assertComplete(1_000);
    }

    @Test
    void a_node_is_told_the_position_that_another_node_gave() {
        Sequencer other = new Sequencer(store.database.command());
        other.start();
        try {
            store.append(noted("a", 0));
            until(() -> store.log.headPosition() == 1);
        } finally {
            other.stop();
        }
        store.sequencer.start();

        assertThat(store.sequencer.awaitPosition("a", 0, A_WHILE)).isEqualTo(1);
    }

    @Test
    void a_sequencer_killed_between_read_and_write_loses_nothing() {
        AtomicInteger killed = new AtomicInteger();
        Sequencer fragile = new Sequencer(new KillBeforeWrite(store.database, killed, 4));
        fragile.start();
        try {
            writeWith(3, 100, fragile::wake);
            until(() -> store.log.headPosition() == 300);
        } finally {
            fragile.stop();
        }
        assertThat(killed).as("kills that landed").hasValue(4);
        assertComplete(300);
    }

    @Test
    void a_writer_that_stays_open_stops_nobody_and_its_late_commit_gets_a_later_position() throws Exception {
        store.sequencer.start();
        try (Connection open = store.database.command().getConnection()) {
            open.setAutoCommit(false);
            engineOn(open).appendEvents(noted("late", 0));
            for (int i = 0; i < 50; i++) {
                store.append(noted("early", i));
            }
            assertThat(store.sequencer.awaitPosition("early", 49, A_WHILE)).isEqualTo(50);
            open.commit();
        }
        assertThat(store.sequencer.awaitPosition("late", 0, A_WHILE)).isEqualTo(51);
    }

    /** The highest transaction id that has ended says nothing about those that began before it was given out. */
    @Test
    void a_writer_begun_after_the_newest_ended_transaction_is_waited_for() throws Exception {
        try (Connection older = store.database.command().getConnection();
                Connection writer = store.database.command().getConnection();
                Connection own = store.database.command().getConnection();
                SequencerSession session = new SequencerSession(own, 100)) {
            older.setAutoCommit(false);
            writer.setAutoCommit(false);
            execute(older, "SELECT pg_current_xact_id()");
            engineOn(writer).appendEvents(noted("a", 0));
            session.round();
            older.commit();
            session.round();
            session.round();
            assertThat(lowWater()).as("while the writer is open").isZero();
            writer.commit();

            assertThat(session.round().positions()).hasSize(1);
        }
    }

    @Test
    void a_round_cut_off_by_its_limit_moves_the_mark_no_further_than_it_has_seen() throws Exception {
        IntStream.range(0, 10).forEach(i -> store.append(noted("a", i)));
        try (Connection own = store.database.command().getConnection();
                SequencerSession session = new SequencerSession(own, 3)) {
            assertThat(session.round().positions()).hasSize(3);
            assertThat(session.round().cutOff()).isTrue();
            assertThat(lowWater()).isEqualTo(6);
            session.round();
            session.round();
            assertThat(lowWater()).isEqualTo(10);
            assertThat(session.round().positions()).isEmpty();
        }
        assertComplete(10);
    }

    @Test
    void the_mark_follows_when_all_is_quiet_so_that_scans_stay_short() {
        store.sequencer.start();
        store.transaction.executeWithoutResult(status -> {
            store.engine.appendEvents(noted("undone", 0), noted("undone", 1));
            status.setRollbackOnly();
        });
        store.append(noted("a", 0), noted("a", 1));

        until(() -> lowWater() == 4);
        assertThat(store.log.headPosition()).isEqualTo(2);
    }

    @Test
    void a_hundred_thousand_events_are_caught_up_after_a_pause() {
        int events = 100_000;
        store.owner()
                .execute("INSERT INTO history.event (event_id, aggregate_type, aggregate_id, sequence, type, revision,"
                        + " recorded_at, payload, metadata) SELECT gen_random_uuid(), 'Note', 'a' || i / 10, i % 10,"
                        + " 'test.Noted', '1', now(), convert_to('{\"text\":\"' || i || "
                        + "'\",\"amountPence\":1}', 'UTF8'),"
                        + " '{}'::bytea FROM generate_series(0, " + (events - 1) + ") AS i");
        long begun = System.nanoTime();
        store.sequencer.start();
        until(() -> store.log.headPosition() == events);
        System.out.println("Caught up " + events + " events in " + (System.nanoTime() - begun) / 1_000_000 + " ms");

        assertComplete(events);
        until(() -> lowWater() == events);
    }

    @Test
    void a_restore_into_another_cluster_goes_on_where_the_log_ended() {
        store.sequencer.start();
        IntStream.range(0, 20).forEach(i -> store.append(noted("a", i)));
        store.sequencer.awaitPosition("a", 19, A_WHILE);
        until(() -> lowWater() == 20);
        store.append(noted("b", 0));
        store.sequencer.awaitPosition("b", 0, A_WHILE);
        store.sequencer.stop();
        store.append(noted("unsequenced", 0));
        try (StoreFixture restored = new StoreFixture()) {
            Restore.copy(store.owner(), restored.owner());
            restored.sequencer.start();
            restored.append(noted("c", 0));

            assertThat(restored.sequencer.awaitPosition("unsequenced", 0, A_WHILE))
                    .isEqualTo(22);
            assertThat(restored.sequencer.awaitPosition("c", 0, A_WHILE)).isEqualTo(23);
            assertThat(restored.log.positionOf("b", 0)).hasValue(21);
        }
    }

    @Test
    void waiting_for_an_event_that_is_not_committed_ends_with_a_sentence() {
        store.sequencer.start();

        assertThatThrownBy(() -> store.sequencer.awaitPosition("nobody", 3, Duration.ofMillis(150)))
                .isInstanceOf(SequencingTimeout.class)
                .hasMessage("Event 3 of nobody is stored, but had no position in the log after 150 ms");
    }

    @Test
    void the_age_of_the_oldest_event_without_a_position_is_known() throws InterruptedException {
        assertThat(store.sequencer.oldestUnsequencedAge()).isZero();
        store.append(noted("a", 0));
        Thread.sleep(30);
        assertThat(store.sequencer.oldestUnsequencedAge()).isBetween(Duration.ofMillis(25), A_WHILE);
        store.sequencer.start();
        store.sequencer.awaitPosition("a", 0, A_WHILE);
        assertThat(store.sequencer.oldestUnsequencedAge()).isZero();
        until(() -> store.sequencer.headPosition() == 1);
    }

    @Test
    void a_sequencer_may_be_stopped_and_started_again() {
        store.sequencer.start();
        store.append(noted("a", 0));
        store.sequencer.awaitPosition("a", 0, A_WHILE);
        store.sequencer.stop();
        assertThat(store.sequencer.isRunning()).isFalse();
        store.append(noted("a", 1));
        store.sequencer.start();

        assertThat(store.sequencer.awaitPosition("a", 1, A_WHILE)).isEqualTo(2);
    }

    private void writeWith(int writers, int eventsEach, Runnable wake) {
        AtTheSameMoment.run(writers, writer -> () -> {
            for (int i = 0; i < eventsEach; i++) {
                store.append(noted("writer-" + writer, i));
                wake.run();
            }
            return true;
        });
    }

    private void assertComplete(int events) {
        List<SequencedEvent> log = store.delivered();
        assertThat(log)
                .extracting(SequencedEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events).boxed().toList());
        assertThat(log.stream().map(e -> e.aggregateId() + "/" + e.sequence()).distinct())
                .hasSize(events);
        log.stream()
                .collect(java.util.stream.Collectors.groupingBy(SequencedEvent::aggregateId))
                .forEach((aggregate, stream) -> assertThat(stream)
                        .as(aggregate)
                        .extracting(SequencedEvent::sequence)
                        .isEqualTo(LongStream.range(0, stream.size()).boxed().toList()));
    }

    private long lowWater() {
        return store.number("SELECT low_water FROM history.event_log_head");
    }

    private PostgresEventStorageEngine engineOn(Connection connection) {
        return new PostgresEventStorageEngine(
                new SingleConnectionDataSource(connection, true),
                store.serializer,
                org.axonframework.serialization.upcasting.event.NoOpEventUpcaster.INSTANCE,
                () -> {});
    }

    private static void execute(Connection connection, String sql) throws java.sql.SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Carries the history over as a dump and a restore would. */
    private static final class Restore {
        static void copy(JdbcTemplate from, JdbcTemplate to) {
            for (String table : List.of("event", "event_log")) {
                List<Object[]> rows = from.query("SELECT * FROM history." + table, (row, _) -> {
                    Object[] values = new Object[row.getMetaData().getColumnCount()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    return values;
                });
                String marks = "?" + ", ?".repeat(rows.getFirst().length - 1);
                to.batchUpdate("INSERT INTO history." + table + " VALUES (" + marks + ")", rows);
            }
            var head = from.queryForMap("SELECT position, low_water FROM history.event_log_head");
            to.update(
                    "UPDATE history.event_log_head SET position = ?, low_water = ?",
                    head.get("position"),
                    head.get("low_water"));
            to.queryForObject(
                    "SELECT setval('history.insertion', ?)",
                    Long.class,
                    from.queryForObject("SELECT last_value FROM history.insertion", Long.class));
        }
    }
}
