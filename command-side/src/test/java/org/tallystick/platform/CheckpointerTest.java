package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.history.Checkpoint;
import org.tallystick.history.HistoryCommand;
import org.tallystick.history.HistoryEvent;
import org.tallystick.history.MerkleTree;
import org.tallystick.history.NoteKey;
import org.tallystick.history.SignedNote;
import org.tallystick.history.TiledTree;

class CheckpointerTest {

    private static final String ORIGIN = "grants.example.org/log";

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Node node;
    private LogKeyFile file;
    private Checkpointer checkpointer;

    @BeforeEach
    void a_log_that_is_signed() {
        database = TestDatabase.fresh();
        node = new Node(database, Clock.systemUTC());
        file = new LogKeyFile(folder.resolve("log-key"));
        checkpointer = checkpointer(file);
        checkpointer.open();
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_can_read_and_names_it_in_the_history() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("log-key"))))
                .isEqualTo("rw-------");
        NoteKey key = file.read().orElseThrow().key();
        assertThat(new LogRecord(database.command()).current()).contains(new LogRecord.Current(ORIGIN, key.toString()));
        checkpointer(file).open();
        assertThat(number("SELECT count(*) FROM history.event")).isEqualTo(1);
    }

    @Test
    void every_checkpoint_is_signed_and_continues_the_one_before() {
        NoteKey key = file.read().orElseThrow().key();
        assertThat(checkpointer.sign()).isTrue();
        assertThat(checkpointer.sign()).isFalse();
        events(300);
        assertThat(checkpointer.sign()).isTrue();
        events(400);
        assertThat(checkpointer.sign()).isTrue();

        List<SignedNote> notes = notes();
        assertThat(notes).hasSize(3).allMatch(key::signed);
        TiledTree tree = tree(701);
        Checkpoint last = Checkpoint.of(notes.getLast());
        assertThat(last.size()).isEqualTo(701);
        assertThat(last.origin()).isEqualTo(ORIGIN);
        for (SignedNote note : notes) {
            Checkpoint before = Checkpoint.of(note);
            assertThat(MerkleTree.continues(
                            before.size(),
                            before.root(),
                            last.size(),
                            last.root(),
                            MerkleTree.consistencyProof(before.size(), last.size(), tree)))
                    .isTrue();
        }
        assertThat(number("SELECT count(*) FROM history.tile_hash")).isEqualTo(2);
        assertThat(last.root())
                .isEqualTo(
                        MerkleTree.root(database
                                .superuser()
                                .queryForList("SELECT leaf FROM history.event_log ORDER BY position", byte[].class)
                                .stream()
                                .map(MerkleTree::leafHash)
                                .toList()));
    }

    @Test
    void a_history_that_was_altered_is_not_signed_any_more() {
        events(10);
        checkpointer.sign();
        superuser("UPDATE history.event_log SET leaf_hash = sha256('other') WHERE position = 4");
        events(1);
        assertThatThrownBy(checkpointer::sign)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the one that was signed up to position 11");
    }

    @Test
    void a_history_that_was_rolled_back_is_not_signed_any_more() {
        events(10);
        checkpointer.sign();
        superuser("DELETE FROM history.checkpoint");
        superuser("DELETE FROM history.event_log WHERE position > 5");
        superuser("UPDATE history.event_log_head SET position = 5");
        assertThatThrownBy(checkpointer::sign)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rolled back");
    }

    @Test
    void another_key_than_the_logs_does_not_sign() {
        LogKeyFile other = new LogKeyFile(folder.resolve("other"));
        other.readOrCreate(ORIGIN);
        assertThatThrownBy(() -> checkpointer(other).sign())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signed with another key")
                .hasMessageContaining(folder.resolve("other").toString());
        assertThatThrownBy(() ->
                        checkpointer(new LogKeyFile(folder.resolve("lost"))).sign())
                .hasMessageContaining("put the right file there");
    }

    @Test
    void a_rotated_key_signs_from_its_event_on_also_where_the_process_died_before_it_was_moved() throws IOException {
        NoteSigner before = file.read().orElseThrow();
        checkpointer.sign();
        NoteSigner next = file.prepareNext(ORIGIN);
        rotate(next, before);
        assertThat(file.read().orElseThrow().key()).isEqualTo(before.key());
        checkpointer.sign();
        assertThat(file.read().orElseThrow().key()).isEqualTo(next.key());
        assertThat(before.key().signed(notes().getFirst())).isTrue();
        assertThat(next.key().signed(notes().getLast())).isTrue();
        assertThat(before.key().signed(notes().getLast())).isFalse();
        assertThatThrownBy(() -> rotate(NoteSigner.ofLog(ORIGIN), before))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.INVALID));
    }

    @Test
    void a_rotation_that_waits_for_its_place_does_not_count_yet() throws IOException {
        NoteSigner before = file.read().orElseThrow();
        events(3);
        node.sequencer.stop();
        NoteSigner next = file.prepareNext(ORIGIN);
        node.dispatcher.recorded(rotation(next, before), Actor.OPERATOR, "rotation");
        assertThat(checkpointer.sign()).isTrue();
        assertThat(before.key().signed(notes().getLast())).isTrue();
        node.sequencer.start();
        events(1);
        checkpointer.sign();
        assertThat(next.key().signed(notes().getLast())).isTrue();
    }

    private void rotate(NoteSigner next, NoteSigner before) {
        node.send(rotation(next, before), Actor.OPERATOR, UUID.randomUUID().toString());
    }

    private static HistoryCommand.RotateLogKey rotation(NoteSigner next, NoteSigner before) {
        String key = next.key().toString();
        byte[] said = HistoryEvent.LogKeyRotated.rotation(ORIGIN, key);
        return new HistoryCommand.RotateLogKey(
                HistoryCommand.LOG, key, java.util.Base64.getEncoder().encodeToString(before.sign(said)));
    }

    private Checkpointer checkpointer(LogKeyFile key) {
        return new Checkpointer(database.command(), key, ORIGIN, node, Clock.systemUTC());
    }

    private TiledTree tree(long size) {
        return new TiledTree(new LogTiles(database.command()), size);
    }

    private List<SignedNote> notes() {
        return database
                .superuser()
                .queryForList("SELECT note FROM history.checkpoint ORDER BY size", String.class)
                .stream()
                .map(SignedNote::parse)
                .toList();
    }

    /** Straight into the log: what is in them does not matter here. */
    private void events(int count) {
        database.superuser().update("""
                        INSERT INTO history.event (event_id, aggregate_type, aggregate_id, sequence, type, revision,
                                                   recorded_at, payload, metadata)
                        SELECT gen_random_uuid(), 'Test', 'test' || clock_timestamp() || i, 0, 'test.Test', '1', now(),
                               '{}', '{}'
                        FROM generate_series(1, ?) i""", count);
        long wanted = number("SELECT count(*) FROM history.event");
        while (number("SELECT position FROM history.event_log_head") < wanted) {
            Thread.onSpinWait();
        }
    }

    private void superuser(String sql) {
        database.superuser().execute("SET session_replication_role = replica; " + sql);
    }

    private long number(String sql) {
        return java.util.Objects.requireNonNull(database.superuser().queryForObject(sql, Long.class));
    }
}
