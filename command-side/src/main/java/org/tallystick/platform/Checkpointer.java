package org.tallystick.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.history.Checkpoint;
import org.tallystick.history.HistoryCommand;
import org.tallystick.history.MerkleTree;
import org.tallystick.history.SignedNote;
import org.tallystick.history.Tile;
import org.tallystick.history.TiledTree;
import org.tallystick.platform.LogRecord.Current;

/**
 * Signs the log: at least every second while it grows. Every node that has the key runs one; whoever comes first signs
 * a size, and no size is signed twice.
 *
 * <p>It signs nothing that does not continue what it signed last, which it remembers outside the database. Then
 * somebody has altered, rolled back or exchanged the history, and signing stops for all to see.
 */
public final class Checkpointer extends Repeated {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(5);
    private static final long ONE_AT_A_TIME = 0x7461_6c6c_796c_6f67L;
    private static final int LEVELS = 7;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LogTiles tiles;
    private final LogRecord keys;
    private final LogKeyFile file;
    private final String origin;
    private final CommandPort commands;
    private final Clock clock;
    private volatile @Nullable String problem;

    /**
     * Over the command side's database.
     *
     * @param file where the key is, or is to be
     * @param origin the log's name, where it has none yet
     */
    public Checkpointer(DataSource source, LogKeyFile file, String origin, CommandPort commands, Clock clock) {
        super("checkpoints", PAUSE, PAUSE_AFTER_FAULT);
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.tiles = new LogTiles(source);
        this.keys = new LogRecord(source);
        this.file = file;
        this.origin = origin;
        this.commands = commands;
        this.clock = clock;
    }

    /** Why nothing is signed now; empty where all is well. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Opens the log where it is not. Whether the key in the file is that of a log that is open already is looked at
     * when something is to be signed: without it everything but signing goes on.
     */
    public void open() {
        if (keys.current().isEmpty()) {
            NoteSigner first = file.readOrCreate(origin);
            commands.send(
                    new HistoryCommand.OpenLog(
                            HistoryCommand.LOG, origin, first.key().toString()),
                    Actor.OPERATOR,
                    UUID.nameUUIDFromBytes(first.key().toString().getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
    }

    /** Signs the log as it is now, unless that is done already or being done; says whether it did. */
    public boolean sign() {
        Optional<SignedNote> note = Objects.requireNonNull(transaction.execute(_ -> newCheckpoint()));
        if (note.isEmpty()) {
            return false;
        }
        try {
            file.signed(note.get());
        } catch (IOException e) {
            throw new UncheckedIOException("The last checkpoint cannot be kept beside " + file, e);
        }
        return true;
    }

    private Optional<SignedNote> newCheckpoint() {
        if (!Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, ONE_AT_A_TIME))) {
            return Optional.empty();
        }
        long size = number("SELECT position FROM history.event_log_head");
        long last = number("SELECT coalesce(max(size), 0) FROM history.checkpoint");
        Checkpoint before = file.lastSigned();
        if (before != null && before.size() > size) {
            throw notTheSame(before);
        }
        if (size <= last) {
            return Optional.empty();
        }
        requireContinued(before);
        Signing signing = signer(size);
        extend(size);
        Instant now = clock.instant();
        byte[] root = new TiledTree(tiles, size).root();
        SignedNote note = signing.signer().sign(new Checkpoint(signing.origin(), size, root).text());
        jdbc.update(
                "INSERT INTO history.checkpoint (size, note, signed_at) VALUES (?, ?, ?)",
                size,
                note.toString(),
                Timestamp.from(now));
        return Optional.of(note);
    }

    private record Signing(String origin, NoteSigner signer) {}

    /** The key that counts for a log of this size, which is not the newest while a rotation waits for its place. */
    private Signing signer(long size) {
        Current current = keys.at(size).orElseThrow(() -> new IllegalStateException("The log is not opened."));
        file.promote(current.publicKey());
        NoteSigner signer = file.read()
                .filter(read -> read.key().toString().equals(current.publicKey()))
                .orElseThrow(() -> new IllegalStateException("The log is signed with another key than the one in "
                        + file + ": put the right file there. The history names the key "
                        + current.publicKey() + "."));
        return new Signing(current.origin(), signer);
    }

    private void requireContinued(@Nullable Checkpoint before) {
        if (before != null && !Arrays.equals(before.root(), new TiledTree(tiles, before.size()).root())) {
            throw notTheSame(before);
        }
    }

    private static IllegalStateException notTheSame(Checkpoint before) {
        return new IllegalStateException("The history is not the one that was signed up to position " + before.size()
                + ": it was altered, or rolled back to an earlier state. Nothing is signed.");
    }

    /** Adds the roots of tiles that have become full, level by level. */
    private void extend(long size) {
        for (int level = 1; level <= LEVELS; level++) {
            long full = size >>> (Tile.HEIGHT * level);
            long next = number("SELECT coalesce(max(number) + 1, 0) FROM history.tile_hash WHERE level = " + level);
            for (; next < full; next++) {
                byte[] hash = rootOf(tiles.hashes(new Tile(level - 1, next, Tile.WIDTH)));
                jdbc.update("INSERT INTO history.tile_hash (level, number, hash) VALUES (?, ?, ?)", level, next, hash);
            }
        }
    }

    private static byte[] rootOf(byte[] hashes) {
        return MerkleTree.root(IntStream.range(0, Tile.WIDTH)
                .mapToObj(i -> Arrays.copyOfRange(hashes, i * MerkleTree.HASH_BYTES, (i + 1) * MerkleTree.HASH_BYTES))
                .toList());
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    /** The log is open before anybody can ask for anything. */
    @Override
    public synchronized void start() {
        if (!isRunning()) {
            open();
        }
        super.start();
    }

    /** After the sequencer, before requests. */
    @Override
    public int getPhase() {
        return -500;
    }

    @Override
    protected void once() {
        sign();
        problem = null;
    }

    /** What lasts is said once. */
    @Override
    protected void failed(RuntimeException fault) {
        String says = String.valueOf(fault.getMessage());
        if (!says.equals(problem)) {
            super.failed(fault);
        }
        problem = says;
    }
}
