package org.tallystick.verifier;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

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

    private static final String TIME = "0000-00-00T00:00:00.000000Z";

    /** Before this nobody has recorded anything. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Reads the leaf at a position, whose bytes must be its canonical JSON. */
    static Leaf parse(byte[] bytes, long position, byte[] hash) {
        String text = Lines.text(bytes, 0, bytes.length, "of leaves");
        LeafText.Members read = LeafText.read(text);
        LeafText.Members members = read == null ? members(Json.object(text)) : read;
        Leaf leaf = new Leaf(
                members.position(),
                members.aggregate(),
                members.sequence(),
                members.type(),
                members.revision(),
                instant(members.recordedAt()),
                members.payloadSha256(),
                members.metadataSha256(),
                hash);
        if (read == null && !Arrays.equals(leaf.canonical(members.recordedAt()), bytes)) {
            throw new Wrong(position, "The leaf is not the canonical JSON of what a leaf has.");
        }
        boolean hashes = isSha256(leaf.payloadSha256) && isSha256(leaf.metadataSha256);
        if (!hashes || leaf.recordedAt.isBefore(EARLIEST)) {
            throw new Wrong(position, "The leaf has a hash or a time that is none.");
        }
        if (leaf.position != position) {
            throw new Wrong(position, "The leaf at this position says that it is at " + leaf.position + ".");
        }
        return leaf;
    }

    private static LeafText.Members members(JsonObject json) {
        return new LeafText.Members(
                json.text("aggregate"),
                json.text("metadataSha256"),
                json.text("payloadSha256"),
                json.number("position"),
                json.text("recordedAt"),
                json.text("revision"),
                json.count("sequence"),
                json.text("type"));
    }

    private byte[] canonical(String time) {
        StringBuilder json = new StringBuilder(384 + aggregate.length());
        CanonicalJson.quote(json.append("{\"aggregate\":"), aggregate);
        CanonicalJson.quote(json.append(",\"metadataSha256\":"), metadataSha256);
        CanonicalJson.quote(json.append(",\"payloadSha256\":"), payloadSha256);
        json.append(",\"position\":").append(position);
        CanonicalJson.quote(json.append(",\"recordedAt\":"), time);
        CanonicalJson.quote(json.append(",\"revision\":"), revision);
        json.append(",\"sequence\":").append(sequence);
        CanonicalJson.quote(json.append(",\"type\":"), type);
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isSha256(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return text.length() == 64;
    }

    /** The instant of a text of that very form; long ago, where it has another. */
    private static Instant instant(String time) {
        for (int i = 0; i < TIME.length(); i++) {
            char c = i < time.length() ? time.charAt(i) : ' ';
            boolean fits = TIME.charAt(i) == '0' ? c >= '0' && c <= '9' : c == TIME.charAt(i);
            if (!fits || time.length() > TIME.length()) {
                return Instant.MIN;
            }
        }
        try {
            return LocalDateTime.of(
                            number(time, 0, 4),
                            number(time, 5, 7),
                            number(time, 8, 10),
                            number(time, 11, 13),
                            number(time, 14, 16),
                            number(time, 17, 19),
                            1_000 * number(time, 20, 26))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return Instant.MIN;
        }
    }

    private static int number(String time, int from, int to) {
        return Integer.parseInt(time, from, to, 10);
    }
}
