package org.tallystick.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.history.MerkleTree;

/** Puts events straight into the history and its log, as the command side's role: a query side knows no command. */
public final class LogFixture {

    /** The day on which all of it happens where nothing else is said. */
    public static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    private record Pending(String aggregate, Event event, Map<String, String> metadata) {}

    private final JdbcTemplate command;
    private final EventSerializer serializer = new EventSerializer(TypeNames.ofEvents());
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private long head;

    public LogFixture(TestDatabase database) {
        this.command = new JdbcTemplate(database.command());
    }

    /** The last position. */
    public long head() {
        return head;
    }

    /** Queues an event of an aggregate, done by somebody. */
    public LogFixture add(String aggregate, String actor, Event event) {
        pending.add(new Pending(aggregate, event, Map.of("actorId", actor)));
        return this;
    }

    /** Queues an event with who did it, in which role and for whom, and why. */
    public LogFixture add(String aggregate, Actor actor, String reason, Event event) {
        pending.add(new Pending(
                aggregate,
                event,
                Map.of(
                        "actorId",
                        actor.personId(),
                        "role",
                        actor.role().name(),
                        "organisation",
                        actor.organisationId(),
                        "reason",
                        reason)));
        return this;
    }

    /** Queues an event that took effect on another day. */
    public LogFixture addOn(LocalDate day, String aggregate, String actor, Event event) {
        pending.add(new Pending(aggregate, event, Map.of("actorId", actor, "effectiveOn", day.toString())));
        return this;
    }

    /** Stores and sequences what was queued, in its order. */
    public long append() {
        List<Object[]> events = new ArrayList<>();
        List<Object[]> leaves = new ArrayList<>();
        for (Pending next : pending) {
            head++;
            long sequence = sequences.merge(next.aggregate(), 1L, Long::sum) - 1;
            byte[] payload = serializer.serialize(next.event(), byte[].class).getData();
            byte[] metadata =
                    serializer.serialize(next.metadata(), byte[].class).getData();
            String type = EventTypes.nameOf(next.event().getClass());
            Instant at = NOON.plusMillis(head);
            events.add(new Object[] {
                UUID.randomUUID(), "Test", next.aggregate(), sequence, type, "1", Timestamp.from(at), payload, metadata
            });
            byte[] leaf = new LeafEnvelope(
                            head, next.aggregate(), sequence, type, "1", at, sha256(payload), sha256(metadata))
                    .canonicalBytes();
            leaves.add(new Object[] {head, next.aggregate(), sequence, leaf, MerkleTree.leafHash(leaf)});
        }
        pending.clear();
        command.batchUpdate(
                "INSERT INTO history.event (event_id, aggregate_type, aggregate_id, sequence, type, revision,"
                        + " recorded_at,"
                        + " payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                events);
        command.batchUpdate(
                "INSERT INTO history.event_log SELECT ?, insertion, leaf, hash FROM history.event e"
                        + " JOIN (VALUES (?, ?, ?::bytea, ?::bytea)) v (aggregate, sequence, leaf, hash)"
                        + " ON e.aggregate_id = v.aggregate AND e.sequence = v.sequence",
                leaves);
        command.update("UPDATE history.event_log_head SET position = ?", head);
        command.execute("SELECT pg_notify('event_log', '')");
        return head;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
        }
    }
}
