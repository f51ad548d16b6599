package org.tallystick.history;

import static org.tallystick.history.MeddledDatabase.CHECKPOINT;
import static org.tallystick.history.MeddledDatabase.EVENT;
import static org.tallystick.history.MeddledDatabase.LOG;
import static org.tallystick.history.MeddledDatabase.OF_POSITION;
import static org.tallystick.history.MeddledDatabase.POSTING;
import static org.tallystick.history.MeddledDatabase.SEALED;
import static org.tallystick.history.MeddledDatabase.TILES;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.history.Tampering.Deed;
import org.tallystick.history.Tampering.Span;

/** What somebody can do who has the database and not the key: each leaves something that does not fit. */
final class Tamperings {

    private Tamperings() {}

    /** All of them. */
    static List<Tampering> all() {
        List<Tampering> all = new ArrayList<>();
        all.addAll(Flips.all());
        deletes(all);
        inserts(all);
        reorders(all);
        reordersBesideTheLog(all);
        truncates(all);
        return all;
    }

    private static void deletes(List<Tampering> all) {
        add(all, "delete", "event", EVENT, db -> {
            long position = db.position();
            db.jdbc.update("DELETE FROM history.event WHERE " + OF_POSITION, position);
            return Span.at(position);
        });
        add(all, "delete", "event_log", LOG, db -> {
            long position = db.position();
            db.jdbc.update("DELETE FROM history.event_log WHERE position = ?", position);
            return Span.at(position);
        });
        add(all, "delete", "event_log, those after it moved up", LOG, db -> {
            long position = 1 + db.random.nextLong(db.size() - 1);
            db.jdbc.update("DELETE FROM history.event_log WHERE position = ?", position);
            Any.moved(db, position + 1, -1);
            return Span.at(position);
        });
        add(all, "delete", "sealed_balance", SEALED, db -> {
            Any.Sealed one = Any.sealed(db);
            db.jdbc.update(
                    "DELETE FROM history.sealed_balance WHERE period = ? AND number = ?", one.period(), one.number());
            return Span.at(one.closedAt());
        });
        add(all, "delete", "posting", POSTING, db -> {
            Any.Posted one = Any.posted(db);
            db.jdbc.update("DELETE FROM posting WHERE position = ? AND line = ?", one.position(), one.line());
            return Span.at(one.position());
        });
    }

    private static void inserts(List<Tampering> all) {
        add(all, "insert", "event_log, those after it moved down", LOG, db -> {
            long position = 1 + db.random.nextLong(db.size() - 1);
            Any.moved(db, position, 1);
            db.jdbc.update(
                    "INSERT INTO history.event_log (position, insertion, leaf, leaf_hash) SELECT ?, -1, leaf, leaf_hash"
                            + " FROM history.event_log WHERE position = ?",
                    position,
                    position + 1);
            return Span.at(position);
        });
        add(all, "insert", "sealed_balance", SEALED, db -> {
            Any.Sealed one = Any.sealed(db);
            db.jdbc.update(
                    "INSERT INTO history.sealed_balance SELECT period, 1000000, 'org:nobody:received', 1, 0, salt"
                            + " FROM history.sealed_balance WHERE period = ? AND number = ?",
                    one.period(),
                    one.number());
            return Span.at(one.closedAt());
        });
        add(all, "insert", "checkpoint", CHECKPOINT, db -> {
            long size = db.number(
                    "SELECT s FROM generate_series(1::bigint, ?) s WHERE NOT EXISTS (SELECT FROM"
                            + " history.checkpoint c WHERE c.size = s) ORDER BY hashint8(s + ?) LIMIT 1",
                    db.size(),
                    db.random.nextInt());
            db.jdbc.update(
                    "INSERT INTO history.checkpoint SELECT ?, replace(note, E'\\n' || size || E'\\n', E'\\n' || ? ||"
                            + " E'\\n'), signed_at FROM history.checkpoint ORDER BY size DESC LIMIT 1",
                    size,
                    size);
            return Span.at(size);
        });
        add(all, "insert", "posting", POSTING, db -> {
            Any.Posted one = Any.posted(db);
            db.jdbc.update(Any.copyOfPosting(), one.position(), one.line());
            // It stands where the rows of the next event should, if there is one.
            return new Span(one.position(), Any.nextPosted(db, one.position()));
        });
    }

    private static void reorders(List<Tampering> all) {
        for (String columns : List.of("payload", "metadata")) {
            add(all, "reorder", "event." + columns, EVENT, db -> Any.swapped(db, EVENT, List.of(columns)));
        }
        add(all, "reorder", "event_log.insertion", LOG, db -> Any.swapped(db, LOG, List.of("insertion")));
        add(all, "reorder", "event_log.leaf with its hash", LOG, db -> {
            Span both = Any.swapped(db, LOG, List.of("leaf", "leaf_hash"));
            return Span.at(both.from());
        });
        add(all, "reorder", "event_log, whole rows", LOG, db -> {
            Span both = Any.swapped(db, LOG, List.of("leaf", "leaf_hash", "insertion"));
            return Span.at(both.from());
        });
    }

    private static void reordersBesideTheLog(List<Tampering> all) {
        add(all, "reorder", "sealed_balance", SEALED, db -> {
            Any.Sealed one = Any.sealed(db);
            long last = db.number("SELECT max(number) FROM history.sealed_balance WHERE period = ?", one.period());
            long away = 1_000_000;
            db.jdbc.update(
                    "UPDATE history.sealed_balance SET number = ? - number WHERE period = ?",
                    away + last,
                    one.period());
            db.jdbc.update(
                    "UPDATE history.sealed_balance SET number = number - ? WHERE period = ?", away, one.period());
            return Span.at(one.closedAt());
        });
        add(all, "reorder", "posting.amount_pence", POSTING, db -> {
            Any.Posted one = Any.posted(db);
            Any.Posted other = Any.posted(db);
            db.jdbc.update(
                    "UPDATE posting p SET amount_pence = o.amount_pence FROM posting o WHERE ((p.position, p.line) ="
                            + " (?, ?) AND (o.position, o.line) = (?, ?)) OR ((o.position, o.line) = (?, ?) AND"
                            + " (p.position, p.line) = (?, ?))",
                    one.position(),
                    one.line(),
                    other.position(),
                    other.line(),
                    one.position(),
                    one.line(),
                    other.position(),
                    other.line());
            return Span.at(Math.min(one.position(), other.position()));
        });
    }

    private static void truncates(List<Tampering> all) {
        for (String table : List.of(EVENT, LOG, TILES)) {
            add(all, "truncate", table.substring(table.indexOf('.') + 1), table, db -> {
                db.jdbc.execute("TRUNCATE " + table);
                return Span.at(1);
            });
        }
        add(all, "truncate", "event, from a position on", EVENT, db -> {
            long position = db.position();
            db.jdbc.update(
                    "DELETE FROM history.event WHERE insertion IN (SELECT insertion FROM history.event_log"
                            + " WHERE position >= ?)",
                    position);
            return Span.at(position);
        });
        add(all, "truncate", "event_log, from a position on", LOG, db -> {
            long position = db.position();
            db.jdbc.update("DELETE FROM history.event_log WHERE position >= ?", position);
            return Span.at(position);
        });
        add(all, "truncate", "posting, from a position on", POSTING, db -> {
            Any.Posted one = Any.posted(db);
            db.jdbc.update("DELETE FROM posting WHERE position >= ?", one.position());
            return Span.at(one.position());
        });
        add(all, "truncate", "sealed_balance, a period", SEALED, db -> {
            Any.Sealed one = Any.sealed(db);
            db.jdbc.update("DELETE FROM history.sealed_balance WHERE period = ?", one.period());
            return Span.at(one.closedAt());
        });
    }

    private static void add(List<Tampering> all, String kind, String where, String tables, Deed deed) {
        all.add(new Tampering(kind, where, tables, true, deed));
    }
}
