package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.StoreFixture.A_WHILE;
import static org.tallystick.platform.StoreFixture.event;
import static org.tallystick.platform.StoreFixture.noted;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.history.MerkleTree;
import org.tallystick.platform.StoreFixture.Noted;
import org.tallystick.platform.StoreFixture.Registered;

class EventStoreTest {

    private static StoreFixture store;

    @BeforeAll
    static void openStore() {
        store = new StoreFixture();
        store.sequencer.start();
    }

    @AfterAll
    static void closeStore() {
        store.close();
    }

    private final String id = UUID.randomUUID().toString();

    @Test
    void an_appended_event_is_read_back_by_its_aggregate_with_its_metadata() {
        var appended = event(id, 0, new Noted("first", 7)).andMetaData(MetaData.with("actor", "amina"));
        store.append(appended, noted(id, 1));

        var read = store.engine.readEvents(id).asStream().toList();

        assertThat(read).hasSize(2);
        assertThat(read.getFirst().getPayload()).isEqualTo(new Noted("first", 7));
        assertThat(read.getFirst().getMetaData()).containsEntry("actor", "amina");
        assertThat(read.getFirst().getIdentifier()).isEqualTo(appended.getIdentifier());
        assertThat(read.getFirst().getType()).isEqualTo("Note");
        assertThat(store.engine.lastSequenceNumberFor(id)).contains(1L);
        assertThat(store.engine.lastSequenceNumberFor("nobody")).isEmpty();
    }

    @Test
    void an_aggregate_of_several_pages_is_read_whole() {
        int events = 2 * Pages.SIZE;
        store.transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < events; i++) {
                store.engine.appendEvents(noted(id, i));
            }
        });

        assertThat(store.engine.readEvents(id, 1).asStream().map(e -> e.getSequenceNumber()))
                .hasSize(events - 1)
                .isSorted()
                .startsWith(1L);
    }

    @Test
    void a_sequenced_event_is_read_by_position_with_its_token() {
        store.append(noted(id, 0));
        long position = store.sequencer.awaitPosition(id, 0, A_WHILE);

        var read = store.engine
                .readEvents(new GlobalSequenceTrackingToken(position - 1), false)
                .findFirst()
                .orElseThrow();

        assertThat(read.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
        assertThat(read.getPayload()).isEqualTo(new Noted("£0", 0));
        assertThat(store.log.positionOf(id, 0)).hasValue(position);
        assertThat(store.engine.createHeadToken().position().orElseThrow()).isGreaterThanOrEqualTo(position);
        assertThat(store.engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
    }

    @Test
    void a_token_at_an_instant_stands_before_the_first_event_recorded_then_or_later() {
        store.append(noted(id, 0));
        long position = store.sequencer.awaitPosition(id, 0, A_WHILE);
        Instant recorded = store.log.read(position - 1, 1).getFirst().recordedAt();

        assertThat(store.engine.createTokenAt(recorded)).isEqualTo(new GlobalSequenceTrackingToken(position - 1));
        assertThat(store.engine.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(store.engine.createTokenAt(recorded.plusSeconds(3600))).isEqualTo(store.engine.createHeadToken());
    }

    @Test
    void stored_json_is_readable_and_the_leaf_is_the_hashed_envelope_of_it() {
        store.append(event(id, 0, new Noted("naïve £", 12)));
        long position = store.sequencer.awaitPosition(id, 0, A_WHILE);

        assertThat(store.owner()
                        .queryForMap(
                                "SELECT type, revision, aggregate_type, payload FROM history.readable_event"
                                        + " WHERE aggregate_id = ?",
                                id))
                .containsEntry("type", "test.Noted")
                .containsEntry("revision", "1")
                .containsEntry("aggregate_type", "Note")
                .containsEntry("payload", "{\"text\":\"naïve £\",\"amountPence\":12}");
        var row =
                store.owner().queryForMap("SELECT leaf, leaf_hash FROM history.event_log WHERE position = ?", position);
        byte[] leaf = Objects.requireNonNull((byte[]) row.get("leaf"));
        assertThat(new String(leaf, StandardCharsets.UTF_8))
                .startsWith("{\"aggregate\":\"" + id + "\",\"metadataSha256\":\"")
                .contains("\"position\":" + position + ",")
                .endsWith("\"sequence\":0,\"type\":\"test.Noted\"}");
        assertThat((byte[]) row.get("leaf_hash")).isEqualTo(MerkleTree.leafHash(leaf));
    }

    @Test
    void a_second_event_at_the_same_sequence_is_a_conflict() {
        store.append(noted(id, 0), noted(id, 1));

        assertThatThrownBy(() -> store.append(noted(id, 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.append(noted(id, 0))).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(store.engine.readEvents(id).asStream()).hasSize(2);
    }

    @Test
    void a_throw_after_the_append_finds_nothing_stored() {
        assertThatThrownBy(() -> store.transaction.executeWithoutResult(_ -> {
                    store.engine.appendEvents(event(id, 0, new Registered("gone-" + id)));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(store.engine.readEvents(id).asStream()).isEmpty();
        assertThat(store.owner()
                        .queryForObject("SELECT count(*) FROM history.claim WHERE aggregate_id = ?", Long.class, id))
                .isZero();
    }

    @Test
    void a_key_is_held_by_one_aggregate_and_may_be_claimed_again_by_it() {
        String key = "org-id:" + id;
        store.append(event(id, 0, new Registered(key)));
        store.append(event(id, 1, new Registered(key)));

        assertThatThrownBy(() -> store.append(event(id + "-other", 0, new Registered(key))))
                .isInstanceOfSatisfying(KeyTaken.class, e -> assertThat(e.key()).isEqualTo(key));
        assertThat(store.engine.readEvents(id + "-other").asStream()).isEmpty();
    }

    @Test
    void a_snapshot_replaces_an_older_one_and_never_a_newer() {
        store.engine.storeSnapshot(event(id, 4, new Noted("five", 5)));
        store.engine.storeSnapshot(event(id, 9, new Noted("ten", 10)));
        store.engine.storeSnapshot(event(id, 6, new Noted("late", 7)));

        var snapshot = store.engine.readSnapshot(id).orElseThrow();

        assertThat(snapshot.getPayload()).isEqualTo(new Noted("ten", 10));
        assertThat(snapshot.getSequenceNumber()).isEqualTo(9);
        assertThat(store.engine.readSnapshot("nobody")).isEmpty();
    }

    @Test
    void a_snapshot_of_another_shape_is_passed_over_and_the_events_are_read_from_the_first_on() {
        store.append(noted(id, 0), noted(id, 1), noted(id, 2));
        store.engine.storeSnapshot(event(id, 1, new Noted("state", 1)));
        new JdbcTemplate(store.database.command())
                .update("UPDATE history.snapshot SET revision = '0' WHERE aggregate_id = ?", id);

        store.transaction.executeWithoutResult(_ -> {
            assertThat(store.engine.readSnapshot(id)).isEmpty();
            assertThat(sequences(id, 0)).containsExactly(0L, 1L, 2L);
        });
        store.engine.storeSnapshot(event(id, 2, new Noted("state", 2)));
        assertThat(store.engine.readSnapshot(id)).isPresent();
    }

    @Test
    void what_is_read_with_the_snapshot_is_given_once_and_to_its_aggregate_alone() {
        store.append(noted(id, 0), noted(id, 1), noted(id, 2));
        store.append(noted(id + "-other", 0));
        store.engine.storeSnapshot(event(id, 1, new Noted("state", 1)));
        store.transaction.executeWithoutResult(_ -> {
            assertThat(store.engine.readSnapshot(id)).isPresent();
            assertThat(sequences(id, 2)).containsExactly(2L);
            store.engine.appendEvents(noted(id, 3));
            assertThat(sequences(id, 2)).as("asked again").containsExactly(2L, 3L);
            assertThat(store.engine.readSnapshot(id)).isPresent();
            assertThat(sequences(id + "-other", 0)).as("another").containsExactly(0L);
            assertThat(store.engine.readSnapshot(id)).isPresent();
            assertThat(sequences(id, 0)).as("from elsewhere").containsExactly(0L, 1L, 2L, 3L);
            assertThat(store.engine.readSnapshot(id)).isPresent();
        });
        store.append(noted(id, 4));
        assertThat(sequences(id, 2)).as("in no transaction").containsExactly(2L, 3L, 4L);
        store.transaction.executeWithoutResult(
                _ -> assertThat(sequences(id, 2)).as("in the next").containsExactly(2L, 3L, 4L));
    }

    private List<Long> sequences(String aggregateId, long from) {
        return store.engine
                .readEvents(aggregateId, from)
                .asStream()
                .map(e -> e.getSequenceNumber())
                .collect(Collectors.toList());
    }

    @Test
    void an_event_without_an_aggregate_is_not_stored() {
        assertThatThrownBy(() -> store.engine.appendEvents(GenericEventMessage.asEventMessage(new Noted("loose", 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_role_can_change_history_and_only_the_command_side_can_add_to_it() {
        store.append(noted(id, 0));
        store.sequencer.awaitPosition(id, 0, A_WHILE);
        for (var source : List.of(store.database.owner(), store.database.command(), store.database.query())) {
            JdbcTemplate jdbc = new JdbcTemplate(source);
            for (String table : List.of("history.event", "history.event_log")) {
                assertRefused(jdbc, "DELETE FROM " + table);
                assertRefused(jdbc, "UPDATE " + table + " SET insertion = insertion");
                assertRefused(jdbc, "TRUNCATE " + table);
            }
        }
        JdbcTemplate query = new JdbcTemplate(store.database.query());
        assertRefused(
                query,
                "INSERT INTO history.event_log SELECT position + 1000, 0 - position, leaf, leaf_hash "
                        + "FROM history.event_log");
        assertRefused(query, "SELECT history.next_insertion()");
        assertRefused(query, "SELECT * FROM history.command_receipt");
        assertRefused(new JdbcTemplate(store.database.command()), "SELECT setval('history.insertion', 1)");
        assertRefused(
                new JdbcTemplate(store.database.command()),
                "INSERT INTO history.event SELECT 1 - insertion, event_id, aggregate_type, "
                        + "aggregate_id || 'x', sequence,"
                        + " type, revision, recorded_at, payload, metadata FROM history.event");
    }

    private static void assertRefused(JdbcTemplate jdbc, String sql) {
        assertThatThrownBy(() -> jdbc.execute(sql))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasFieldOrPropertyWithValue("SQLState", "42501");
    }
}
