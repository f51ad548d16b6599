package org.tallystick.verifier;

/** Writes texts as RFC 8785 has them. Objects are written by those who know their names, in the order of names. */
final class CanonicalJson {

    private CanonicalJson() {}

    /** A text in quotes; what needs no escape has none. */
    static String quoted(String text) {
        return quote(new StringBuilder(text.length() + 2), text).toString();
    }

    /** Appends a text in quotes. */
    static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        if (isPlain(text)) {
            return json.append(text).append('"');
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ') {
                        json.append("\\u00").append(Hashes.hex(new byte[] {(byte) c}));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
