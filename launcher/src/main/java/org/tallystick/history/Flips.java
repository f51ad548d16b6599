package org.tallystick.history;

import static org.tallystick.history.MeddledDatabase.CHECKPOINT;
import static org.tallystick.history.MeddledDatabase.COSIGNATURE;
import static org.tallystick.history.MeddledDatabase.EVENT;
import static org.tallystick.history.MeddledDatabase.LOG;
import static org.tallystick.history.MeddledDatabase.OF_POSITION;
import static org.tallystick.history.MeddledDatabase.POSTING;
import static org.tallystick.history.MeddledDatabase.SEALED;
import static org.tallystick.history.MeddledDatabase.TILES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tallystick.history.Tampering.Deed;
import org.tallystick.history.Tampering.Span;

/** One value is made another one. */
final class Flips {

    private static final int NOTE_END = 3;

    private Flips() {}

    /** All of them. */
    static List<Tampering> all() {
        List<Tampering> all = new ArrayList<>();
        ofEvents(all);
        ofTheLog(all);
        ofProofs(all);
        ofBalancesAndPostings(all);
        return all;
    }

    private static void ofEvents(List<Tampering> all) {
        for (String column : List.of("payload", "metadata")) {
            String read = "SELECT " + column + " FROM history.event WHERE " + OF_POSITION;
            String write = "UPDATE history.event SET " + column + " = ? WHERE " + OF_POSITION;
            add(all, "event." + column + ", a bit", EVENT, db -> {
                long position = db.position();
                db.jdbc.update(write, db.flipped(read, position), position);
                return Span.at(position);
            });
            add(all, "event." + column + ", a digit", EVENT, db -> {
                long position = db.position();
                db.jdbc.update(write, db.withAnotherDigit(db.bytes(read, position)), position);
                return Span.at(position);
            });
        }
        Map.of(
                        "type", "type || 'd'",
                        "revision", "revision || '1'",
                        "sequence", "sequence + 1000000",
                        "aggregate_id", "aggregate_id || '~'",
                        "recorded_at", "recorded_at - interval '1 day'")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(column -> update(
                        all,
                        "event." + column.getKey(),
                        EVENT,
                        column.getKey() + " = " + column.getValue() + " WHERE " + OF_POSITION));
    }

    private static void ofTheLog(List<Tampering> all) {
        for (String column : List.of("leaf", "leaf_hash")) {
            add(all, "event_log." + column, LOG, db -> {
                long position = db.position();
                byte[] other = db.flipped("SELECT " + column + " FROM history.event_log WHERE position = ?", position);
                db.jdbc.update("UPDATE history.event_log SET " + column + " = ? WHERE position = ?", other, position);
                return Span.at(position);
            });
        }
        add(all, "event_log.leaf with its hash", LOG, db -> {
            long position = db.position();
            byte[] leaf = db.flipped("SELECT leaf FROM history.event_log WHERE position = ?", position);
            db.jdbc.update(
                    "UPDATE history.event_log SET leaf = ?, leaf_hash = ? WHERE position = ?",
                    leaf,
                    MerkleTree.leafHash(leaf),
                    position);
            return new Span(
                    1 + (position - 1) / Tile.WIDTH * Tile.WIDTH,
                    db.provedFrom(position).to());
        });
    }

    private static void ofProofs(List<Tampering> all) {
        add(all, "tile_hash.hash", TILES, db -> {
            long number = db.random.nextLong(db.number("SELECT count(*) FROM history.tile_hash WHERE level = 1"));
            byte[] hash = db.flipped("SELECT hash FROM history.tile_hash WHERE level = 1 AND number = ?", number);
            db.jdbc.update("UPDATE history.tile_hash SET hash = ? WHERE level = 1 AND number = ?", hash, number);
            return new Span(number * Tile.WIDTH + 1, (number + 1) * Tile.WIDTH);
        });
        add(all, "checkpoint.note", CHECKPOINT, db -> {
            long size = Any.of(db, CHECKPOINT, "size");
            String note = db.text("SELECT note FROM history.checkpoint WHERE size = ?", size);
            // The size is in the second line; a checkpoint of another size is found there.
            int from = note.indexOf('\n', note.indexOf('\n') + 1) + 1;
            // The last sign of the signature has bits that mean nothing.
            String other = Any.withAnotherSign(db, note, from, note.length() - NOTE_END);
            db.jdbc.update("UPDATE history.checkpoint SET note = ? WHERE size = ?", other, size);
            // One that cannot be read any more is found after the one before it.
            return new Span(
                    db.number("SELECT coalesce(max(size), 0) + 1 FROM history.checkpoint WHERE size < ?", size), size);
        });
        add(all, "cosignature.line", COSIGNATURE, db -> {
            long size = Any.of(db, COSIGNATURE, "size");
            String line = db.text("SELECT line FROM history.cosignature WHERE size = ?", size);
            // Before it is the name of the witness, with the id of its key.
            int from = line.lastIndexOf(' ') + 10;
            String other = Any.withAnotherSign(db, line, from, line.length() - NOTE_END);
            db.jdbc.update("UPDATE history.cosignature SET line = ? WHERE size = ?", other, size);
            return Span.at(size);
        });
    }

    private static void ofBalancesAndPostings(List<Tampering> all) {
        for (String change : List.of(
                "debit_pence = debit_pence + 1",
                "credit_pence = credit_pence + 1",
                "account = account || 'x'",
                "salt = set_byte(salt, 7, get_byte(salt, 7) # 16)")) {
            add(all, "sealed_balance." + Any.firstWord(change), SEALED, db -> {
                Any.Sealed one = Any.sealed(db);
                db.jdbc.update(
                        "UPDATE history.sealed_balance SET " + change + " WHERE period = ? AND number = ?",
                        one.period(),
                        one.number());
                return Span.at(one.closedAt());
            });
        }
        for (String change : List.of(
                "amount_pence = amount_pence + 1",
                "debit_account = debit_account || 'x'",
                "credit_account = credit_account || 'x'",
                "contributor = contributor || 'x'",
                "restriction = restriction || 'x'",
                "fund_id = fund_id || 'x'",
                "effective_on = effective_on + 1",
                "entered_by = entered_by || 'x'",
                "sentence = sentence || '!'")) {
            add(all, "posting." + Any.firstWord(change), POSTING, db -> {
                Any.Posted one = Any.posted(db);
                db.jdbc.update(
                        "UPDATE posting SET " + change + " WHERE position = ? AND line = ?",
                        one.position(),
                        one.line());
                return Span.at(one.position());
            });
        }
    }

    /** Changes one event. */
    private static void update(List<Tampering> all, String where, String table, String change) {
        add(all, where, table, db -> {
            long position = db.position();
            db.jdbc.update("UPDATE " + table + " SET " + change, position);
            return Span.at(position);
        });
    }

    private static void add(List<Tampering> all, String where, String tables, Deed deed) {
        all.add(new Tampering("flip", where, tables, true, deed));
    }
}
