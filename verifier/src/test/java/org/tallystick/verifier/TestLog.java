package org.tallystick.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A history that tests write: events with the postings that they make, as whoever writes them knows. */
final class TestLog {

    static final ZoneId UK = ZoneId.of("Europe/London");

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** A posting as the journal has it. */
    record Posted(
            String debit,
            String credit,
            long pence,
            String year,
            String contributor,
            String restriction,
            String fund,
            @Nullable String award,
            @Nullable String organisation,
            @Nullable String call,
            String sentence,
            String approvedBy,
            @Nullable Long reversalOf) {}

    /** An event at its position. */
    record Entry(
            long position,
            String aggregate,
            long sequence,
            String type,
            String payload,
            String metadata,
            Instant recordedAt,
            LocalDate effectiveOn,
            String actor,
            String eventId,
            List<Posted> postings) {

        byte[] leaf() {
            String json = Js.object(
                            "aggregate",
                            aggregate,
                            "metadataSha256",
                            hash(metadata),
                            "payloadSha256",
                            hash(payload),
                            "position",
                            position,
                            "recordedAt",
                            MICROSECONDS.format(recordedAt),
                            "revision",
                            "1",
                            "sequence",
                            sequence,
                            "type",
                            type)
                    .json();
            return json.getBytes(StandardCharsets.UTF_8);
        }

        static String hash(String text) {
            return HexFormat.of().formatHex(TestTree.sha256(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now = Instant.parse("2026-04-06T09:00:00.123456Z");

    /** Lets time pass. */
    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    /** Lets time pass to the morning of a day, where that is still to come. */
    void passTo(LocalDate day) {
        Instant morning = day.atTime(9, 0).atZone(UK).toInstant();
        now = now.isBefore(morning) ? morning : now;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return now.atZone(UK).toLocalDate();
    }

    long size() {
        return entries.size();
    }

    /** Records an event that moves no money. */
    Entry add(String type, String aggregate, String actor, Js.Raw payload) {
        return add(type, aggregate, actor, null, payload, List.of());
    }

    /** Records an event. */
    Entry add(
            String type,
            String aggregate,
            String actor,
            @Nullable LocalDate effectiveOn,
            Js.Raw payload,
            List<Posted> postings) {
        String metadata = effectiveOn == null
                ? Js.object("actorId", actor, "role", "GOVERNOR").json()
                : Js.object("actorId", actor, "role", "GOVERNOR", "effectiveOn", effectiveOn.toString())
                        .json();
        Entry entry = new Entry(
                entries.size() + 1,
                aggregate,
                sequences.merge(aggregate, 1L, Long::sum) - 1,
                type,
                payload.json(),
                metadata,
                now,
                effectiveOn == null ? today() : effectiveOn,
                actor,
                new UUID(entries.size(), 7).toString(),
                postings);
        entries.add(entry);
        now = now.plusMillis(1_001);
        return entry;
    }
}
