package org.tallystick.history;

import static org.tallystick.history.MeddledDatabase.EVENT;
import static org.tallystick.history.MeddledDatabase.OF_POSITION;

import java.util.List;
import java.util.stream.Collectors;
import org.tallystick.history.Tampering.Span;

/** Rows drawn by lot, and what can be done to any of them. */
final class Any {

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Any() {}

    /** A balance that was sealed, and the position of the event that sealed it. */
    record Sealed(String period, int number, long closedAt) {}

    /** A line of the ledger. */
    record Posted(long position, int line) {}

    /** A value of a column. */
    static long of(MeddledDatabase db, String table, String column) {
        return db.number(
                "SELECT " + column + " FROM " + table + " WHERE " + column + " <= ? ORDER BY " + column
                        + " OFFSET ? LIMIT 1",
                db.size(),
                db.random.nextLong(
                        db.number("SELECT count(*) FROM " + table + " WHERE " + column + " <= ?", db.size())));
    }

    static Sealed sealed(MeddledDatabase db) {
        long count = db.number("SELECT count(*) FROM history.sealed_balance");
        return db.jdbc
                .query(
                        "SELECT s.period, s.number, l.position FROM history.sealed_balance s"
                                + " JOIN history.event e ON e.type = 'history.PeriodClosed'"
                                + " AND convert_from(e.payload, 'UTF8')::jsonb ->> 'period' = s.period"
                                + " JOIN history.event_log l ON l.insertion = e.insertion"
                                + " ORDER BY s.period, s.number OFFSET ? LIMIT 1",
                        (row, _) -> new Sealed(row.getString(1), row.getInt(2), row.getLong(3)),
                        db.random.nextLong(count))
                .getFirst();
    }

    static Posted posted(MeddledDatabase db) {
        long count = db.number("SELECT count(*) FROM posting WHERE position <= ?", db.size());
        return db.jdbc
                .query(
                        "SELECT position, line FROM posting WHERE position <= ? ORDER BY position, line OFFSET ?"
                                + " LIMIT 1",
                        (row, _) -> new Posted(row.getLong(1), row.getInt(2)),
                        db.size(),
                        db.random.nextLong(count))
                .getFirst();
    }

    /** The position of the next event that moved money; the end, where there is none. */
    static long nextPosted(MeddledDatabase db, long position) {
        return db.number("SELECT coalesce(min(position), ?) FROM posting WHERE position > ?", db.size(), position);
    }

    /** Copies a posting to another line of the same event. */
    static String copyOfPosting() {
        String columns = "amount_pence, currency, debit_account, credit_account, financial_year, contributor,"
                + " restriction, fund_id, award_id, organisation_id, call_id, effective_on, recorded_at, event_type,"
                + " event_id, leaf_hash, entered_by, sentence";
        return "INSERT INTO posting (position, line, " + columns + ") SELECT position, 1000, " + columns
                + " FROM posting WHERE position = ? AND line = ?";
    }

    /** Exchanges columns of two rows; gives the positions of both, the lower first. */
    static Span swapped(MeddledDatabase db, String table, List<String> columns) {
        long one = db.position();
        long other = db.position();
        String key = table.equals(EVENT) ? OF_POSITION : "position = ?";
        String names = String.join(", ", columns);
        db.jdbc.execute("CREATE TEMP TABLE swapped AS SELECT 1 AS which, " + names + " FROM " + table + " LIMIT 0");
        db.jdbc.update("INSERT INTO swapped SELECT 1, " + names + " FROM " + table + " WHERE " + key, one);
        db.jdbc.update("INSERT INTO swapped SELECT 2, " + names + " FROM " + table + " WHERE " + key, other);
        String set =
                columns.stream().map(column -> column + " = swapped." + column).collect(Collectors.joining(", "));
        if (columns.contains("insertion")) {
            // No two rows may ever have the same.
            db.jdbc.update("UPDATE " + table + " SET insertion = -insertion WHERE " + key, one);
        }
        db.jdbc.update("UPDATE " + table + " SET " + set + " FROM swapped WHERE which = 1 AND " + key(table), other);
        db.jdbc.update("UPDATE " + table + " SET " + set + " FROM swapped WHERE which = 2 AND " + key(table), one);
        db.jdbc.execute("DROP TABLE swapped");
        return Span.at(Math.min(one, other));
    }

    /** Moves all of the log from a position on by so many places. */
    static void moved(MeddledDatabase db, long from, int by) {
        long away = 1L << 40;
        db.jdbc.update("UPDATE history.event_log SET position = position + ? WHERE position >= ?", away, from);
        db.jdbc.update("UPDATE history.event_log SET position = position + ? WHERE position >= ?", by - away, away);
    }

    private static String key(String table) {
        return table.equals(EVENT)
                ? "event.insertion = (SELECT insertion FROM history.event_log WHERE position = ?)"
                : "position = ?";
    }

    /** Another sign in place of one of those from a place up to another. */
    static String withAnotherSign(MeddledDatabase db, String text, int from, int to) {
        int at = from + db.random.nextInt(to - from);
        char sign;
        do {
            sign = BASE64.charAt(db.random.nextInt(BASE64.length()));
        } while (sign == text.charAt(at));
        return text.substring(0, at) + sign + text.substring(at + 1);
    }

    static String firstWord(String text) {
        return text.substring(0, text.indexOf(' '));
    }
}
