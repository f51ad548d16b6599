package org.tallystick.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.history.Checkpoint;
import org.tallystick.history.MerkleTree;
import org.tallystick.history.NoteKey;
import org.tallystick.history.SignedNote;
import org.tallystick.history.SignedNote.NoteSignature;
import org.tallystick.history.TiledTree;

/**
 * Shows each new checkpoint to the witnesses, as C2SP {@code tlog-witness} has it, and keeps what they sign. Whether
 * and why one refused is kept too. A witness that does not answer is asked again, and holds up nobody.
 */
public final class Witnesses extends Repeated {

    private static final Logger LOGGER = LoggerFactory.getLogger(Witnesses.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 500;

    private final JdbcTemplate jdbc;
    private final LogTiles tiles;
    private final List<WitnessAddress> witnesses;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private long asked;
    private Instant again = Instant.MIN;

    /** Over the command side's database. */
    public Witnesses(DataSource source, List<WitnessAddress> witnesses, Clock clock) {
        super("witnesses", PAUSE, PAUSE_AFTER_FAULT);
        this.jdbc = new JdbcTemplate(source);
        this.tiles = new LogTiles(source);
        this.witnesses = List.copyOf(witnesses);
        this.clock = clock;
    }

    /** Asks every witness that has not signed the newest checkpoint, once. */
    public void ask() {
        jdbc.queryForList("SELECT note FROM history.checkpoint ORDER BY size DESC LIMIT 1", String.class)
                .forEach(note -> witnesses.forEach(witness -> ask(witness, SignedNote.parse(note))));
    }

    private void ask(WitnessAddress witness, SignedNote note) {
        long size = Checkpoint.of(note).size();
        long known = known(witness);
        if (signed(witness, size)) {
            return;
        }
        try {
            HttpResponse<String> answer = send(witness, note, known, size);
            if (answer.statusCode() == 409) {
                known = sizeIn(answer.body()).orElse(known);
                if (known <= size) {
                    answer = send(witness, note, known, size);
                }
            }
            take(witness, note, size, known, answer);
        } catch (IOException e) {
            remember(witness, known, "It did not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> send(WitnessAddress witness, SignedNote note, long known, long size)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("old ").append(known).append('\n');
        if (known <= size) {
            MerkleTree.consistencyProof(known, size, new TiledTree(tiles, size))
                    .forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash))
                            .append('\n'));
        }
        body.append('\n').append(note);
        String prefix = witness.url().toString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(prefix + (prefix.endsWith("/") ? "" : "/") + "add-checkpoint"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void take(WitnessAddress witness, SignedNote note, long size, long known, HttpResponse<String> answer) {
        Optional<NoteSignature> signature = answer.statusCode() == 200
                ? witness.key()
                        .signature(
                                note,
                                answer.body()
                                        .lines()
                                        .map(NoteSignature::of)
                                        .flatMap(Optional::stream)
                                        .toList())
                : Optional.empty();
        if (signature.isEmpty()) {
            remember(witness, known, refusal(answer));
            return;
        }
        jdbc.update(
                "INSERT INTO history.cosignature (size, witness, line, signed_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                size,
                witness.key().name(),
                signature.get().line(),
                Timestamp.from(NoteKey.timeOf(signature.get())));
        remember(witness, size, null);
    }

    private static String refusal(HttpResponse<String> answer) {
        String said = answer.body().strip();
        String what = switch (answer.statusCode()) {
            case 200 -> "Its answer holds no signature of its key.";
            case 403 -> "It does not know the key that signs this log.";
            case 404 -> "It does not know this log.";
            case 409 -> "It has signed a longer log than this one: " + said + " entries.";
            case 422 -> "This log does not continue the one it signed before.";
            default -> "It answered with status " + answer.statusCode() + ".";
        };
        return what.substring(0, Math.min(what.length(), LONGEST_ANSWER));
    }

    private static Optional<Long> sizeIn(String body) {
        return body.strip().matches("\\d{1,18}") ? Optional.of(Long.valueOf(body.strip())) : Optional.empty();
    }

    private long known(WitnessAddress witness) {
        return jdbc
                .queryForList(
                        "SELECT size FROM history.witness WHERE name = ?",
                        Long.class,
                        witness.key().name())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private boolean signed(WitnessAddress witness, long size) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM history.cosignature WHERE witness = ? AND size = ?",
                        witness.key().name(),
                        size)
                .isEmpty();
    }

    private void remember(WitnessAddress witness, long size, @Nullable String refused) {
        if (refused != null) {
            LOGGER.warn("The witness {} has not signed: {}", witness.key().name(), refused);
        }
        jdbc.update(
                "INSERT INTO history.witness (name, size, asked_at, refused) VALUES (?, ?, ?, ?) ON CONFLICT (name)"
                        + " DO UPDATE SET size = excluded.size, asked_at = excluded.asked_at, refused = excluded.refused",
                witness.key().name(),
                size,
                Timestamp.from(clock.instant()),
                refused);
    }

    /** Where there is nobody to ask, nothing is started. */
    @Override
    public boolean isAutoStartup() {
        return !witnesses.isEmpty();
    }

    /** Asks when there is a new checkpoint, whichever node signed it, and now and then whoever has not signed yet. */
    @Override
    protected void once() {
        Long found = jdbc.queryForObject("SELECT coalesce(max(size), 0) FROM history.checkpoint", Long.class);
        long newest = found == null ? 0 : found;
        if (newest > asked || !clock.instant().isBefore(again)) {
            ask();
            asked = newest;
            again = clock.instant().plus(AGAIN);
        }
    }
}
