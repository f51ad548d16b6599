package org.tallystick.verifier;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A leaf of the log: the envelope of one event, which names payload and metadata by their hash.
 *
 * @param position in the log, from 1
 * @param aggregate what the event is about
 * @param sequence of the event among those of its aggregate, from 0
 * @param type such as {@code fund.MoneyCommitted}
 * @param revision of the type's shape
 * @param recordedAt to the microsecond
 * @param hash of the leaf
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record Leaf(
        long position,
        String aggregate,
        long sequence,
        String type,
        String revision,
        Instant recordedAt,
        String payloadSha256,
        String metadataSha256,
        byte[] hash) {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Before this nobody has recorded anything. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Reads the leaf at a position, whose bytes must be its canonical JSON. */
    static Leaf parse(byte[] bytes, long position, byte[] hash) {
        JsonObject json = Json.object(Lines.text(bytes, 0, bytes.length, "of leaves"));
        String time = json.text("recordedAt");
        Leaf leaf = new Leaf(
                json.number("position"),
                json.text("aggregate"),
                json.count("sequence"),
                json.text("type"),
                json.text("revision"),
                TIME.matcher(time).matches() ? instant(time) : Instant.MIN,
                json.text("payloadSha256"),
                json.text("metadataSha256"),
                hash);
        if (!Arrays.equals(leaf.canonical(time), bytes)) {
            throw new Wrong(position, "The leaf is not the canonical JSON of what a leaf has.");
        }
        boolean hashes = SHA256.matcher(leaf.payloadSha256).matches()
                && SHA256.matcher(leaf.metadataSha256).matches();
        if (!hashes || leaf.recordedAt.isBefore(EARLIEST)) {
            throw new Wrong(position, "The leaf has a hash or a time that is none.");
        }
        if (leaf.position != position) {
            throw new Wrong(position, "The leaf at this position says that it is at " + leaf.position + ".");
        }
        return leaf;
    }

    private byte[] canonical(String time) {
        String json = "{\"aggregate\":" + CanonicalJson.quoted(aggregate) + ",\"metadataSha256\":"
                + CanonicalJson.quoted(metadataSha256) + ",\"payloadSha256\":" + CanonicalJson.quoted(payloadSha256)
                + ",\"position\":" + position + ",\"recordedAt\":" + CanonicalJson.quoted(time) + ",\"revision\":"
                + CanonicalJson.quoted(revision) + ",\"sequence\":" + sequence + ",\"type\":"
                + CanonicalJson.quoted(type) + "}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Instant instant(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeException _) {
            return Instant.MIN;
        }
    }
}
