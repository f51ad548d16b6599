package org.tallystick.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * The whole history as one file: a zip of PostgreSQL's COPY text, a table each, and a manifest with each one's SHA-256.
 * It is taken from one snapshot while everything goes on, and read into any empty database of the same schema. Read
 * models, snapshots of aggregates, log-ins and passwords are not in it.
 */
final class HistoryBackUp {

    /** What a back-up holds. */
    record Manifest(String format, long position, long lowWater, long insertion, Map<String, Table> tables) {}

    /** One table in it. */
    record Table(long rows, String sha256) {}

    private static final String FORMAT = "tallystick-history-2";
    /** Before the log was signed. */
    private static final String UNSIGNED = "tallystick-history-1";

    private static final Set<String> SIGNED_ONLY = Set.of("tile_hash", "checkpoint", "cosignature", "sealed_balance");

    private static final String MANIFEST = "manifest.json";
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(
                "event",
                "insertion, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at, payload,"
                        + " metadata");
        COLUMNS.put("event_log", "position, insertion, leaf, leaf_hash");
        COLUMNS.put("claim", "key, aggregate_id");
        COLUMNS.put(
                "command_receipt",
                "actor, idempotency_key, command, request_hash, aggregate_id, sequence, recorded_at");
        COLUMNS.put("tile_hash", "level, number, hash");
        COLUMNS.put("checkpoint", "size, note, signed_at");
        COLUMNS.put("cosignature", "size, witness, line, signed_at");
        COLUMNS.put("sealed_balance", "period, number, account, debit_pence, credit_pence, salt");
    }

    private final Settings owner;

    /** Of the database that these settings lead to, as its owner. */
    HistoryBackUp(Settings owner) {
        this.owner = owner;
    }

    /** Writes it; nobody finds half a file under the name. */
    Manifest write(Path file) throws IOException, SQLException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Manifest manifest;
        try (Connection connection = connect();
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            long[] head = numbers(connection, "SELECT position, low_water FROM history.event_log_head");
            Map<String, Table> tables = new LinkedHashMap<>();
            for (String table : COLUMNS.keySet()) {
                zip.putNextEntry(new ZipEntry(table));
                tables.put(table, copyOut(connection, table, zip));
                zip.closeEntry();
            }
            long insertion = numbers(
                    connection,
                    "SELECT greatest((SELECT coalesce(max(insertion), 0) FROM history.event),"
                            + " (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM history.insertion))")[0];
            manifest = new Manifest(FORMAT, head[0], head[1], insertion, tables);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(Json.mapper().writeValueAsBytes(manifest));
            zip.closeEntry();
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return manifest;
    }

    /**
     * Reads it into the database, all or nothing.
     *
     * @throws Refused where the database has a history already, or the file is not a whole and unaltered back-up
     */
    Manifest restore(Path file) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = connect()) {
            Manifest manifest = manifest(zip, file);
            connection.setAutoCommit(false);
            if (numbers(connection, "SELECT count(*) FROM (SELECT FROM history.event LIMIT 1) e")[0] > 0) {
                throw new Refused("There is a history in this database already. Restore into an empty one.");
            }
            for (String table : COLUMNS.keySet()) {
                if (manifest.tables().containsKey(table)) {
                    copyIn(connection, zip, file, table, manifest);
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE history.event_log_head SET position = " + manifest.position()
                        + ", low_water = " + manifest.lowWater());
                if (manifest.insertion() > 0) {
                    statement.execute("SELECT setval('history.insertion', " + manifest.insertion() + ")");
                }
            }
            check(connection, manifest);
            connection.commit();
            return manifest;
        } catch (ZipException e) {
            throw unfit(file, "it is no zip file, or one cut short");
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw unfit(file, "it has no " + MANIFEST);
        }
        Manifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = Json.read(in.readAllBytes(), Manifest.class);
        }
        Set<String> tables = new HashSet<>(COLUMNS.keySet());
        if (manifest.format().equals(UNSIGNED)) {
            tables.removeAll(SIGNED_ONLY);
        }
        if (!List.of(FORMAT, UNSIGNED).contains(manifest.format())
                || !manifest.tables().keySet().equals(tables)) {
            throw unfit(file, "it is a back-up of another version");
        }
        return manifest;
    }

    private static Table copyOut(Connection connection, String table, OutputStream out)
            throws IOException, SQLException {
        MessageDigest digest = sha256();
        // Not closed: that would close the zip.
        DigestOutputStream digested = new DigestOutputStream(out, digest);
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "COPY (SELECT " + COLUMNS.get(table) + " FROM history." + table + " ORDER BY 1) TO STDOUT",
                        digested);
        return new Table(rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static void copyIn(Connection connection, ZipFile zip, Path file, String table, Manifest manifest)
            throws IOException, SQLException {
        ZipEntry entry = zip.getEntry(table);
        Table expected = manifest.tables().get(table);
        if (entry == null || expected == null) {
            throw unfit(file, "the table " + table + " is missing");
        }
        MessageDigest digest = sha256();
        long rows;
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY history." + table + " (" + COLUMNS.get(table) + ") FROM STDIN", in);
        } catch (SQLException e) {
            throw unfit(file, "the table " + table + " cannot be read");
        }
        if (rows != expected.rows()
                || !HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())) {
            throw unfit(file, "the table " + table + " is not what was written");
        }
    }

    /** That the log is dense, and that each leaf is the one of its event. */
    private static void check(Connection connection, Manifest manifest) throws SQLException {
        long[] found = numbers(
                connection,
                "SELECT count(*), coalesce(min(position), 1), coalesce(max(position), 0), coalesce(min(position)"
                        + " FILTER (WHERE l.leaf_hash <> sha256('\\x00'::bytea || l.leaf) OR e.insertion IS NULL"
                        + " OR strpos(convert_from(l.leaf, 'UTF8'), encode(sha256(e.payload), 'hex')) = 0"
                        + " OR strpos(convert_from(l.leaf, 'UTF8'), encode(sha256(e.metadata), 'hex')) = 0), 0)"
                        + " FROM history.event_log l LEFT JOIN history.event e USING (insertion)");
        if (found[3] > 0) {
            throw new Refused("The back-up was altered: the event at position " + found[3] + " is not the one logged.");
        }
        if (found[0] != manifest.position() || found[1] != 1 || found[2] != manifest.position()) {
            throw new Refused(
                    "The back-up's log has gaps: it holds " + found[0] + " of " + manifest.position() + " positions.");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                owner.get(Setting.DB_URL), owner.get(Setting.DB_OWNER_USER), owner.get(Setting.DB_OWNER_PASSWORD));
    }

    private static long[] numbers(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return numbers;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused unfit(Path file, String why) {
        return new Refused(file + " is not a whole back-up: " + why + ". Nothing was restored.");
    }
}
