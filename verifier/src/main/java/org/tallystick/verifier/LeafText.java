package org.tallystick.verifier;

import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a leaf that is written as nearly all are: with nothing in it that needs an escape. What it can read
 * is canonical, since it knows no other form; it is several times as fast as taking JSON apart.
 */
final class LeafText {

    private static final int MOST_DIGITS = 18;

    private final String text;
    private int at;
    private boolean good = true;

    private LeafText(String text) {
        this.text = text;
    }

    /** The members of a leaf. */
    record Members(
            String aggregate,
            String metadataSha256,
            String payloadSha256,
            long position,
            String recordedAt,
            String revision,
            long sequence,
            String type) {}

    /** The members of the leaf that a text is; null where it is none, or is to be looked at more closely. */
    static @Nullable Members read(String text) {
        LeafText leaf = new LeafText(text);
        Members members = new Members(
                leaf.text("{\"aggregate\":\""),
                leaf.text(",\"metadataSha256\":\""),
                leaf.text(",\"payloadSha256\":\""),
                leaf.number(",\"position\":"),
                leaf.text(",\"recordedAt\":\""),
                leaf.text(",\"revision\":\""),
                leaf.number(",\"sequence\":"),
                leaf.text(",\"type\":\""));
        leaf.skip("}");
        return leaf.good && leaf.at == text.length() ? members : null;
    }

    private String text(String before) {
        skip(before);
        int start = at;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        String value = text.substring(start, at);
        skip("\"");
        return value;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private long number(String before) {
        skip(before);
        int start = at;
        long number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - start < MOST_DIGITS) {
            number = 10 * number + text.charAt(at) - '0';
            at++;
        }
        good &= at > start && (text.charAt(start) != '0' || at == start + 1);
        return number;
    }

    private void skip(String expected) {
        good &= text.startsWith(expected, at);
        at += good ? expected.length() : 0;
    }
}
