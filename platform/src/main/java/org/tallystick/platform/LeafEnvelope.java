package org.tallystick.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The leaf of the sequenced log for one event, as canonical JSON (RFC 8785), and its hash (RFC 6962).
 *
 * <p>The text is built directly in canonical key order, because the canonicaliser parses and sorts anew for each event;
 * a test compares it with the canonicaliser's answer for names of every kind.
 *
 * @param position place in the log, from 1
 * @param aggregate identifier of the aggregate
 * @param sequence number of the event within its aggregate, from 0
 * @param type stable name of the event
 * @param revision revision of its shape
 * @param recordedAt when it was recorded; finer than a microsecond is cut off
 * @param payloadSha256 SHA-256 of the payload bytes, in lower-case hex
 * @param metadataSha256 SHA-256 of the metadata bytes, in lower-case hex
 */
public record LeafEnvelope(
        long position,
        String aggregate,
        long sequence,
        String type,
        String revision,
        Instant recordedAt,
        String payloadSha256,
        String metadataSha256) {

    /** No leaf is as long as this, in bytes (C2SP tlog-tiles gives an entry's length in 16 bits). */
    public static final int LIMIT_BYTES = 65_535;

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final HexFormat HEX = HexFormat.of();

    /**
     * The canonical bytes.
     *
     * @throws IllegalArgumentException where they would be too long, which the bounds of the event table rule out
     */
    public byte[] canonicalBytes() {
        StringBuilder json = new StringBuilder(384 + aggregate.length());
        quote(json.append("{\"aggregate\":"), aggregate);
        quote(json.append(",\"metadataSha256\":"), metadataSha256);
        quote(json.append(",\"payloadSha256\":"), payloadSha256);
        json.append(",\"position\":").append(position);
        json.append(",\"recordedAt\":\"").append(MICROSECONDS.format(recordedAt));
        quote(json.append("\",\"revision\":"), revision);
        json.append(",\"sequence\":").append(sequence);
        quote(json.append(",\"type\":"), type);
        byte[] bytes = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= LIMIT_BYTES) {
            throw new IllegalArgumentException(
                    "The leaf at position " + position + " would have " + bytes.length + " bytes");
        }
        return bytes;
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ') {
                        json.append("\\u").append(HEX.toHexDigits(c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
