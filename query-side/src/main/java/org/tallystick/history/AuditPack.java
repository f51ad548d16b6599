package org.tallystick.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.history.HistoryQuery.SigningState;
import org.tallystick.ledger.Journal;
import org.tallystick.ledger.JournalFile;
import org.tallystick.ledger.LedgerQuery.Format;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Json;
import org.tallystick.platform.LogTiles;

/**
 * Writes an audit pack, file by file as {@code docs/audit-pack.md} says, in a stream: its size is no matter. What it
 * holds never changes, so the files need no common snapshot; all go up to one checkpoint.
 */
final class AuditPack {

    private static final String FORMAT = "tallystick-audit-pack-1";
    private static final int EVENTS_PER_FILE = 10_000;
    private static final int FETCH_ROWS = 1_000;
    private static final String AWARDS = "SELECT award_id FROM posting WHERE fund_id = ? AND award_id IS NOT NULL";

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LogTiles tiles;
    private final CheckpointView checkpoint;
    private final @Nullable String fund;
    private final Map<String, PackedFile> files = new LinkedHashMap<>();

    /** A pack up to a checkpoint, of everything or of one fund. */
    AuditPack(DataSource source, CheckpointView checkpoint, @Nullable String fund) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.jdbc.setFetchSize(FETCH_ROWS);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.transaction.setReadOnly(true);
        this.tiles = new LogTiles(source);
        this.checkpoint = checkpoint;
        this.fund = fund;
    }

    private record PackedFile(long bytes, String sha256) {}

    private record Manifest(
            String format,
            String origin,
            long size,
            String root,
            Instant writtenAt,
            @Nullable String fund,
            Map<String, PackedFile> files) {}

    private record Keys(String origin, List<String> keys, List<String> witnesses, int quorum) {}

    private record KeptCheckpoint(long size, Instant signedAt, String note) {}

    private record PackedBalance(
            String period,
            int number,
            String account,
            long debitPence,
            long creditPence,
            String salt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> proof) {
        PackedBalance(String period, int number, SealedBalance balance, @Nullable List<String> proof) {
            this(period, number, balance.account(), balance.debitPence(), balance.creditPence(), balance.salt(), proof);
        }
    }

    /** What goes into one file. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Writes it; the manifest comes last, since it names all the others. */
    void write(OutputStream out, SigningState state, List<String> keys, List<String> witnesses, Instant now)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        add(zip, "README.txt", AuditPack::readme);
        add(zip, "keys.json", json(new Keys(state.origin(), keys, witnesses, state.quorum())));
        add(zip, "checkpoint", text -> text.write(checkpoint.note().getBytes(StandardCharsets.UTF_8)));
        add(zip, "checkpoints.jsonl", this::checkpoints);
        tiles(zip);
        events(zip);
        add(zip, "journal.csv", journal(Format.CSV));
        add(zip, "journal.hledger", journal(Format.HLEDGER));
        add(zip, "sealed.jsonl", this::sealed);
        Manifest manifest = new Manifest(
                FORMAT, state.origin(), checkpoint.size(), checkpoint.root(), now, fund, Map.copyOf(files));
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(Json.mapper().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void add(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(zip);
        content.to(counted);
        counted.flush();
        files.put(name, counted.packed());
        zip.closeEntry();
    }

    private static void readme(OutputStream out) throws IOException {
        try (InputStream text = Objects.requireNonNull(AuditPack.class.getResourceAsStream("audit-pack-readme.txt"))) {
            text.transferTo(out);
        }
    }

    private static Content json(Object value) {
        return out -> out.write(Json.mapper().writeValueAsBytes(value));
    }

    private void checkpoints(OutputStream out) throws IOException {
        lines(
                out,
                "SELECT c.size, c.signed_at, c.note || coalesce((SELECT string_agg(s.line, '' ORDER BY s.witness)"
                        + " FROM history.cosignature s WHERE s.size = c.size), '') AS note"
                        + " FROM history.checkpoint c WHERE c.size <= ? ORDER BY c.size",
                (row, _) -> new KeptCheckpoint(
                        row.getLong("size"), row.getTimestamp("signed_at").toInstant(), row.getString("note")),
                checkpoint.size());
    }

    private void tiles(ZipOutputStream zip) throws IOException {
        for (int level = Tile.ENTRIES;
                level == Tile.ENTRIES || Tile.widthIn(level, 0, checkpoint.size()) > 0;
                level++) {
            for (long number = 0; Tile.widthIn(level, number, checkpoint.size()) > 0; number++) {
                Tile tile = new Tile(level, number, Tile.widthIn(level, number, checkpoint.size()));
                add(
                        zip,
                        tile.path(),
                        out -> out.write(tile.level() == Tile.ENTRIES ? tiles.entries(tile) : tiles.hashes(tile)));
            }
        }
    }

    private void events(ZipOutputStream zip) throws IOException {
        for (long after = 0; after < checkpoint.size(); after += EVENTS_PER_FILE) {
            Object[] stretch = {
                after, Math.min(after + EVENTS_PER_FILE, checkpoint.size()), fund, fund, HistoryCommand.LOG, fund
            };
            add(
                    zip,
                    "events/%06d.jsonl".formatted(after / EVENTS_PER_FILE),
                    out -> lines(
                            out,
                            "SELECT e.event_id, e.payload, e.metadata, " + LoggedRow.COLUMNS + " FROM "
                                    + HistoryAnswers.FROM
                                    + " WHERE l.position > ? AND l.position <= ? AND (?::text IS NULL"
                                    + " OR e.aggregate_id IN (?, ?) OR e.aggregate_id IN (" + AWARDS + "))"
                                    + " ORDER BY l.position",
                            (row, _) -> PackedEvent.of(row),
                            stretch));
        }
    }

    private Content journal(Format format) {
        return out -> {
            try (JournalFile file = JournalFile.of(format, out)) {
                new Journal(source).read(checkpoint.size(), null, fund, file);
            }
        };
    }

    private void sealed(OutputStream out) throws IOException {
        Set<String> awards = Set.copyOf(jdbc.queryForList(AWARDS, String.class, fund));
        for (String period : jdbc.queryForList(
                "SELECT convert_from(e.payload, 'UTF8')::jsonb ->> 'period' FROM " + HistoryAnswers.FROM
                        + " WHERE e.aggregate_id = ? AND e.type = ? AND l.position <= ? ORDER BY l.position",
                String.class,
                HistoryCommand.LOG,
                EventTypes.nameOf(HistoryEvent.PeriodClosed.class),
                checkpoint.size())) {
            List<SealedBalance> balances = SealedBalances.of(jdbc, period);
            List<byte[]> leaves = balances.stream().map(SealedBalance::leafHash).toList();
            for (int number = 0; number < balances.size(); number++) {
                SealedBalance one = balances.get(number);
                if (fund == null) {
                    line(out, new PackedBalance(period, number, one, null));
                } else if (isOfFund(one.account(), awards)) {
                    line(out, new PackedBalance(period, number, one, SealedBalances.proof(leaves, number)));
                }
            }
        }
    }

    /** Accounts that nothing but this fund moves: what an organisation got may come from other funds too. */
    private boolean isOfFund(String account, Set<String> awards) {
        String[] parts = account.split(":", 3);
        return switch (parts[0]) {
            case "fund", "unfunded" -> parts[1].equals(fund);
            case "award", "gap" -> awards.contains(parts[1]);
            default -> false;
        };
    }

    /** What is written, a line for each row; read with a cursor, which the driver keeps within a transaction only. */
    private void lines(OutputStream out, String sql, RowMapper<?> row, Object... parameters) throws IOException {
        try {
            transaction.executeWithoutResult(_ -> jdbc.query(
                    sql,
                    (ResultSet found) -> {
                        try {
                            line(out, Objects.requireNonNull(row.mapRow(found, 0)));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    parameters));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(OutputStream out, Object value) throws IOException {
        out.write(Json.mapper().writeValueAsBytes(value));
        out.write('\n');
    }

    /** Counts and hashes what goes through it, and leaves the zip open. */
    private static final class Counted extends FilterOutputStream {
        private final MessageDigest digest;
        private long bytes;

        Counted(OutputStream zip) {
            super(zip);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            digest.update((byte) b);
            bytes++;
        }

        @Override
        public void write(byte[] part, int from, int length) throws IOException {
            out.write(part, from, length);
            digest.update(part, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        PackedFile packed() {
            return new PackedFile(bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
