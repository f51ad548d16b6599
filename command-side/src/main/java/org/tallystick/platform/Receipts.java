package org.tallystick.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** The answers that commands got, kept with a hash of the request in the transaction that stored their events. */
public final class Receipts {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final JdbcTemplate jdbc;

    /** Over the command side's connections. */
    public Receipts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A request as it is recognised again: whose, under which key, and the hash of what was asked. */
    record Request(String actor, String key, String command, String hash) {

        static Request of(Command command, Actor actor, String key) {
            if (!KEY.matcher(key).matches()) {
                throw Rejection.of(
                        Refusal.KEY_MISSING,
                        "Idempotency-Key",
                        "The Idempotency-Key must be 1 to 100 visible ASCII characters.");
            }
            String name = command.getClass().getSimpleName();
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(Json.mapper().writeValueAsBytes(command));
                String who = actor.role() + ":" + actor.organisationId() + ":" + actor.personId();
                return new Request(who, key, name, HexFormat.of().formatHex(digest.digest()));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** The last event a command stored. */
    record LastEvent(String aggregateId, long sequence) {}

    /**
     * The last event of this request, where it has been answered before.
     *
     * @throws Rejection {@link Refusal#KEY_REUSED} where the key was used for another request
     */
    Optional<LastEvent> find(Request request) {
        return jdbc
                .query(
                        "SELECT encode(request_hash, 'hex'), aggregate_id, sequence FROM history.command_receipt"
                                + " WHERE actor = ? AND idempotency_key = ?",
                        (row, _) -> {
                            if (!request.hash().equals(row.getString(1))) {
                                throw Rejection.of(
                                        Refusal.KEY_REUSED,
                                        "Idempotency-Key",
                                        "This was sent before with something else in it, and what was sent"
                                                + " first counts.");
                            }
                            return new LastEvent(row.getString(2), row.getLong(3));
                        },
                        request.actor(),
                        request.key())
                .stream()
                .findFirst();
    }

    /** Keeps the answer: the event that this transaction stored last. */
    LastEvent keep(Request request, Instant now) {
        return jdbc.query(
                        "INSERT INTO history.command_receipt (actor, idempotency_key, command, "
                                + "request_hash, aggregate_id,"
                                + " sequence, recorded_at) SELECT ?, ?, ?, decode(?, 'hex'), aggregate_id, sequence, ?"
                                + " FROM history.event WHERE insertion = currval('history.insertion')"
                                + " RETURNING aggregate_id, sequence",
                        (row, _) -> new LastEvent(row.getString(1), row.getLong(2)),
                        request.actor(),
                        request.key(),
                        request.command(),
                        request.hash(),
                        now.atOffset(ZoneOffset.UTC))
                .getFirst();
    }

    /**
     * Which of an actor's requests have been answered before: the hash of what was asked then, by key.
     *
     * @param requests all of one actor
     */
    Map<String, String> answered(List<Request> requests) {
        Map<String, String> hashes = new HashMap<>();
        jdbc.query(
                "SELECT idempotency_key, encode(request_hash, 'hex') FROM history.command_receipt"
                        + " WHERE actor = ? AND idempotency_key = ANY (?)",
                row -> {
                    hashes.put(row.getString(1), row.getString(2));
                },
                requests.getFirst().actor(),
                column(requests, Request::key));
        return hashes;
    }

    /**
     * Keeps the answers of several requests that this transaction stored events for: the last event of what each was
     * about.
     *
     * @param requests all of one actor
     * @param targets the aggregate of each
     */
    void keepAll(List<Request> requests, List<String> targets, Instant now) {
        jdbc.update(
                "INSERT INTO history.command_receipt (actor, idempotency_key, command, request_hash, aggregate_id,"
                        + " sequence, recorded_at) SELECT ?, r.key, r.command, decode(r.hash, 'hex'), r.target,"
                        + " (SELECT max(e.sequence) FROM history.event e WHERE e.aggregate_id = r.target), ?"
                        + " FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS r(key, command, hash, target)",
                requests.getFirst().actor(),
                now.atOffset(ZoneOffset.UTC),
                column(requests, Request::key),
                column(requests, Request::command),
                column(requests, Request::hash),
                targets.toArray(String[]::new));
    }

    private static String[] column(List<Request> requests, Function<Request, String> of) {
        return requests.stream().map(of).toArray(String[]::new);
    }
}
