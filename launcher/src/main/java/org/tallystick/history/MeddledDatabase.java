package org.tallystick.history;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tallystick.history.Tampering.Span;

/**
 * A history's database in the hands of its superuser, all triggers off, with a copy from which every table is put back
 * as it was.
 */
final class MeddledDatabase implements AutoCloseable {

    static final String EVENT = "history.event";
    static final String LOG = "history.event_log";
    static final String HEAD = "history.event_log_head";
    static final String TILES = "history.tile_hash";
    static final String CHECKPOINT = "history.checkpoint";
    static final String COSIGNATURE = "history.cosignature";
    static final String WITNESS = "history.witness";
    static final String SEALED = "history.sealed_balance";
    static final String POSTING = "read.posting";
    private static final List<String> ALL =
            List.of(EVENT, LOG, HEAD, TILES, CHECKPOINT, COSIGNATURE, WITNESS, SEALED, POSTING);

    /** The event at a position, to be named in a statement. */
    static final String OF_POSITION = "insertion = (SELECT insertion FROM history.event_log WHERE position = ?)";

    final JdbcTemplate jdbc;
    final DataSource source;
    Random random = new Random(0);
    private final SingleConnectionDataSource connection;
    private final long size;

    /** Takes the copy. */
    MeddledDatabase(DataSource superuser) throws SQLException {
        connection = new SingleConnectionDataSource(superuser.getConnection(), true);
        source = connection;
        jdbc = new JdbcTemplate(connection);
        jdbc.execute("SET session_replication_role = replica");
        jdbc.execute("SET search_path = read, public");
        jdbc.execute("CREATE SCHEMA kept");
        for (String table : ALL) {
            jdbc.execute("CREATE TABLE " + kept(table) + " AS TABLE " + table);
            jdbc.execute("ANALYZE " + kept(table));
        }
        size = number("SELECT max(size) FROM history.checkpoint");
    }

    /** How much of the history is signed. */
    long size() {
        return size;
    }

    /** A position that is signed. */
    long position() {
        return 1 + random.nextLong(size);
    }

    long number(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, parameters), sql);
    }

    String text(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, String.class, parameters), sql);
    }

    byte[] bytes(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, byte[].class, parameters), sql);
    }

    /** Changes one bit of one byte of what a statement reads. */
    byte[] flipped(String sql, Object... parameters) {
        byte[] bytes = bytes(sql, parameters);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    /** Another digit for one of the digits; the same where there is none. */
    byte[] withAnotherDigit(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        int[] digits = digitsOf(text);
        if (digits.length == 0) {
            return json;
        }
        int at = digits[random.nextInt(digits.length)];
        char other = (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return (text.substring(0, at) + other + text.substring(at + 1)).getBytes(StandardCharsets.UTF_8);
    }

    private static int[] digitsOf(String text) {
        return IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) >= '0' && text.charAt(i) <= '9')
                .toArray();
    }

    /** Where a position is proved: at itself, or by the first checkpoint that covers it. */
    Span provedFrom(long position) {
        return new Span(position, number("SELECT min(size) FROM history.checkpoint WHERE size >= ?", position));
    }

    /** Whether a table is another one than it was. */
    boolean isChanged(String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (TABLE " + table + " EXCEPT ALL TABLE " + kept(table) + ") OR EXISTS (TABLE "
                        + kept(table) + " EXCEPT ALL TABLE " + table + ")",
                Boolean.class));
    }

    /** Puts tables back as they were. */
    void restore(List<String> tables) {
        for (String table : tables) {
            jdbc.execute("TRUNCATE " + table);
            jdbc.execute("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE TABLE " + kept(table));
        }
    }

    /** The tables of a list; all, where it says so. */
    static List<String> tables(String named) {
        return named.equals("all") ? ALL : List.of(named.split(", "));
    }

    private static String kept(String table) {
        return "kept." + table.substring(table.indexOf('.') + 1);
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
