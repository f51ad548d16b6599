package org.tallystick.history;

import static org.tallystick.history.MeddledDatabase.EVENT;
import static org.tallystick.history.MeddledDatabase.LOG;
import static org.tallystick.history.MeddledDatabase.OF_POSITION;
import static org.tallystick.history.MeddledDatabase.TILES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand;
import org.tallystick.history.Tampering.Span;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Checkpointer;
import org.tallystick.platform.Currency;
import org.tallystick.platform.LeafEnvelope;
import org.tallystick.platform.LogKeyFile;
import org.tallystick.platform.LogTiles;
import org.tallystick.platform.LoneCommandSide;
import org.tallystick.platform.NoteSigner;
import org.tallystick.platform.Role;
import org.tallystick.platform.Setting;
import org.tallystick.platform.TrialInstallation;

/** What takes pains: all hashes fit again, and with the key all signatures too. */
final class Forgeries {

    private static final String ORIGIN = Setting.LOG_ORIGIN.standard();
    private static final String ALL = "all";

    /** Somebody who may open funds. */
    static final Actor ANYBODY = new Actor("p-forked", "", Role.GOVERNOR, "GB-GOR-FK900", "");

    private final TrialInstallation trial;
    private final Path folder;

    /**
     * Of an installation.
     *
     * @param folder where the key is copied to, without what is remembered beside it
     */
    Forgeries(TrialInstallation trial, Path folder) {
        this.trial = trial;
        this.folder = folder;
    }

    /** All of them. */
    List<Tampering> all() {
        List<Tampering> all = new ArrayList<>();
        rewrites(all);
        takenBack(all);
        return all;
    }

    private void rewrites(List<Tampering> all) {
        all.add(new Tampering("rewrite", "an event with its leaf", EVENT + ", " + LOG, true, db -> {
            long position = rewritten(db);
            return new Span(firstOfTile(position), db.provedFrom(position).to());
        }));
        all.add(new Tampering(
                "rewrite", "an event, its leaf and all tiles", EVENT + ", " + LOG + ", " + TILES, true, db -> {
                    long position = rewritten(db);
                    tiled(db);
                    return db.provedFrom(position);
                }));
        all.add(new Tampering("rewrite", "all of it, signed with another key", ALL, true, db -> {
            long position = rewritten(db);
            tiled(db);
            signed(db, position, NoteSigner.ofLog(ORIGIN));
            return db.provedFrom(position);
        }));
        all.add(new Tampering("rewrite", "all of it, signed with the key", ALL, false, db -> {
            long position = rewritten(db);
            tiled(db);
            signed(db, position, key());
            return Span.at(db.size());
        }));
        all.add(new Tampering("rewrite", "all of it, as a log of another key", ALL, false, db -> {
            rewritten(db);
            NoteSigner own = NoteSigner.ofLog(ORIGIN);
            opened(db, own);
            tiled(db);
            signed(db, 1, own);
            return Span.at(db.size());
        }));
    }

    private void takenBack(List<Tampering> all) {
        all.add(new Tampering("delete", "the newest checkpoints", ALL, false, db -> {
            long size = Any.of(db, MeddledDatabase.CHECKPOINT, "size");
            unsigned(db, Math.max(size, db.number("SELECT min(size) + 1 FROM history.checkpoint")));
            return endOrKept(db);
        }));
        all.add(new Tampering("roll back", "the database to a checkpoint", ALL, false, db -> {
            rolledBack(db);
            return endOrKept(db);
        }));
        all.add(new Tampering("fork", "go on otherwise from a checkpoint, signed with the key", ALL, false, db -> {
            rolledBack(db);
            goneOn(1 + db.random.nextInt(5));
            return endOrKept(db);
        }));
    }

    /** Where the log ends now, if that is before the checkpoint that was kept; else at that one. */
    private static Span endOrKept(MeddledDatabase db) {
        return Span.at(Math.min(db.size(), db.number("SELECT max(size) FROM history.checkpoint")));
    }

    private static long firstOfTile(long position) {
        return (position - 1) / Tile.WIDTH * Tile.WIDTH + 1;
    }

    private NoteSigner key() {
        return new LogKeyFile(trial.logKeyFile()).read().orElseThrow();
    }

    /** Says of an event that it was sent under another key, in its leaf too. */
    private static long rewritten(MeddledDatabase db) {
        long position = db.position();
        String metadata =
                db.text("SELECT convert_from(metadata, 'UTF8') FROM history.event WHERE " + OF_POSITION, position);
        String other = metadata.replaceFirst("\"idempotencyKey\":\"[^\"]*", "$0-" + db.random.nextInt(1_000_000));
        db.jdbc.update(
                "UPDATE history.event SET metadata = ? WHERE " + OF_POSITION,
                other.getBytes(StandardCharsets.UTF_8),
                position);
        leafed(db, position);
        return position;
    }

    private static void leafed(MeddledDatabase db, long position) {
        byte[] leaf = db
                .jdbc
                .query(
                        "SELECT " + LoggedRow.COLUMNS + " FROM " + HistoryAnswers.FROM + " WHERE l.position = ?",
                        (row, _) -> Objects.requireNonNull(LoggedRow.of(row).event()),
                        position)
                .stream()
                .map(LeafEnvelope::canonicalBytes)
                .findFirst()
                .orElseThrow();
        db.jdbc.update(
                "UPDATE history.event_log SET leaf = ?, leaf_hash = ? WHERE position = ?",
                leaf,
                MerkleTree.leafHash(leaf),
                position);
    }

    /** Says that the log was opened with another key. */
    private static void opened(MeddledDatabase db, NoteSigner own) {
        long position =
                db.number("SELECT l.position FROM " + HistoryAnswers.FROM + " WHERE e.type = 'history.LogOpened'");
        String payload =
                db.text("SELECT convert_from(payload, 'UTF8') FROM history.event WHERE " + OF_POSITION, position);
        db.jdbc.update(
                "UPDATE history.event SET payload = ? WHERE " + OF_POSITION,
                payload.replaceFirst(
                                "(\"publicKey\":\")[^\"]*",
                                "$1" + Matcher.quoteReplacement(own.key().toString()))
                        .getBytes(StandardCharsets.UTF_8),
                position);
        leafed(db, position);
    }

    /** Works the tiles out again. */
    private static void tiled(MeddledDatabase db) {
        LogTiles tiles = new LogTiles(db.source);
        for (long number = 0; number < db.size() / Tile.WIDTH; number++) {
            byte[] hashes = tiles.hashes(new Tile(0, number, Tile.WIDTH));
            byte[] hash = MerkleTree.root(IntStream.range(0, Tile.WIDTH)
                    .mapToObj(
                            i -> Arrays.copyOfRange(hashes, i * MerkleTree.HASH_BYTES, (i + 1) * MerkleTree.HASH_BYTES))
                    .toList());
            db.jdbc.update("UPDATE history.tile_hash SET hash = ? WHERE level = 1 AND number = ?", hash, number);
        }
    }

    /** Signs every checkpoint from a position on again, without the witness's signatures. */
    private static void signed(MeddledDatabase db, long from, NoteSigner signer) {
        db.jdbc.update("DELETE FROM history.cosignature WHERE size >= ?", from);
        // The ledger names the leaf of each event.
        db.jdbc.update("UPDATE posting SET leaf_hash = l.leaf_hash FROM history.event_log l"
                + " WHERE l.position = posting.position AND l.leaf_hash <> posting.leaf_hash");
        for (long size :
                db.jdbc.queryForList("SELECT size FROM history.checkpoint WHERE size >= ?", Long.class, from)) {
            byte[] root = new TiledTree(new LogTiles(db.source), size).root();
            String note = signer.sign(new Checkpoint(ORIGIN, size, root).text()).toString();
            db.jdbc.update("UPDATE history.checkpoint SET note = ? WHERE size = ?", note, size);
        }
    }

    private static void unsigned(MeddledDatabase db, long from) {
        db.jdbc.update("DELETE FROM history.checkpoint WHERE size >= ?", from);
        db.jdbc.update("DELETE FROM history.cosignature WHERE size >= ?", from);
    }

    /** As if a copy of back then had been put back: the checkpoints too. */
    private static void rolledBack(MeddledDatabase db) {
        JdbcTemplate jdbc = db.jdbc;
        long size = db.jdbc
                .queryForList(
                        "SELECT size FROM history.checkpoint WHERE size > ? AND size < ? ORDER BY hashint8(size + ?)",
                        Long.class,
                        firstClosed(db),
                        db.size(),
                        db.random.nextInt())
                .getFirst();
        unsigned(db, size + 1);
        jdbc.update("DELETE FROM history.event_log WHERE position > ?", size);
        jdbc.update("DELETE FROM history.event e WHERE NOT EXISTS (SELECT FROM history.event_log l"
                + " WHERE l.insertion = e.insertion)");
        jdbc.update("DELETE FROM history.tile_hash WHERE (number + 1) << (8 * level) > ?", size);
        jdbc.update("DELETE FROM history.sealed_balance s WHERE NOT EXISTS (SELECT FROM history.event e"
                + " WHERE e.type = 'history.PeriodClosed'"
                + " AND convert_from(e.payload, 'UTF8')::jsonb ->> 'period' = s.period)");
        jdbc.update("DELETE FROM posting WHERE position > ?", size);
        jdbc.update("UPDATE history.witness SET size = ?, refused = NULL", size);
        jdbc.update(
                "UPDATE history.event_log_head SET position = ?, low_water = (SELECT max(insertion) FROM"
                        + " history.event)",
                size);
    }

    private static long firstClosed(MeddledDatabase db) {
        return db.number(
                "SELECT min(l.position) FROM " + HistoryAnswers.FROM + " WHERE e.type = 'history.PeriodClosed'");
    }

    /** Other things happen, and are signed with the key of which nobody remembers what it signed last. */
    private void goneOn(int events) {
        try (LoneCommandSide side = new LoneCommandSide(trial.commandSide(), Clock.systemUTC())) {
            for (int i = 0; i < events; i++) {
                side.send(anything(), ANYBODY);
            }
        }
        try {
            Path copy = folder.resolve("copy-of-key");
            Files.writeString(copy, Files.readString(trial.logKeyFile()));
            Files.deleteIfExists(folder.resolve("copy-of-key.checkpoint"));
            checkpointer(copy).sign();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that can happen in any history. */
    static FundCommand anything() {
        return new FundCommand.OpenFund(
                UUID.randomUUID().toString(),
                "Other",
                ANYBODY.organisationId(),
                "Other",
                Currency.GBP,
                DrawOrder.PRO_RATA,
                CommitAgainst.RECEIVED,
                null);
    }

    /** Signs as the product does. */
    Checkpointer checkpointer(Path keyFile) {
        return new Checkpointer(
                trial.commandSide(),
                new LogKeyFile(keyFile),
                ORIGIN,
                (_, _, _) -> {
                    throw new IllegalStateException("The log is open.");
                },
                Clock.systemUTC());
    }
}
