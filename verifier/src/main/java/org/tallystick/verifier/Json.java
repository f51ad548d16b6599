package org.tallystick.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly: no name twice in an object, no half of a surrogate pair, nothing after the value, and
 * whole numbers only, since no event has others. Values are {@link JsonObject}, List, String, Long, Boolean, null.
 */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** The object a text is. */
    static JsonObject object(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.space();
        if (json.at < text.length()) {
            throw json.malformed();
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new Wrong(Wrong.NOWHERE, "Where there should be a JSON object there is " + Wrong.shown(text) + ".");
    }

    private @Nullable Object value(int depth) {
        if (depth > Limits.JSON_DEPTH) {
            throw new Wrong(Wrong.NOWHERE, "There is JSON with more than " + Limits.JSON_DEPTH + " levels.");
        }
        space();
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private JsonObject members(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        space();
        if (taken('}')) {
            return new JsonObject(members);
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            if (members.containsKey(name)) {
                throw new Wrong(Wrong.NOWHERE, "There is JSON that says " + Wrong.shown(name) + " twice.");
            }
            members.put(name, value(depth + 1));
            space();
        } while (taken(','));
        expect('}');
        return new JsonObject(members);
    }

    private List<@Nullable Object> items(int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        space();
        if (taken(']')) {
            return items;
        }
        do {
            items.add(value(depth + 1));
            space();
        } while (taken(','));
        expect(']');
        return items;
    }

    private String string() {
        expect('"');
        int start = at;
        at = endOfPlain(start);
        if (taken('"')) {
            return text.substring(start, at - 1);
        }
        StringBuilder string = new StringBuilder(256).append(text, start, at);
        boolean halves = false;
        while (true) {
            int plain = at;
            at = endOfPlain(plain);
            string.append(text, plain, at);
            if (taken('"')) {
                break;
            }
            expect('\\');
            char escaped = escaped();
            halves |= Character.isSurrogate(escaped);
            string.append(escaped);
        }
        if (halves) {
            requirePairs(string);
        }
        return string.toString();
    }

    /** Where the characters end that stand for themselves. */
    private int endOfPlain(int from) {
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '"' || c == '\\' || c < ' ') {
                break;
            }
            end++;
        }
        return end;
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(next(), 16);
                    if (digit < 0) {
                        throw malformed();
                    }
                    code = code * 16 + digit;
                }
                yield (char) code;
            }
            default -> throw malformed();
        };
    }

    private void requirePairs(StringBuilder string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < string.length()
                        && Character.isLowSurrogate(string.charAt(i + 1));
                if (!pair) {
                    throw malformed();
                }
                i++;
            }
        }
    }

    private Long number() {
        int start = at;
        taken('-');
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean zeroes = at - digits > 1 && text.charAt(digits) == '0';
        if (at == digits || at - digits > 18 || zeroes) {
            throw malformed();
        }
        if (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0) {
            throw new Wrong(Wrong.NOWHERE, "There is JSON with a number that is no whole number.");
        }
        return Long.valueOf(text.substring(start, at));
    }

    private @Nullable Boolean word(String word, @Nullable Boolean value) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private boolean taken(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!taken(c)) {
            throw malformed();
        }
    }

    private Wrong malformed() {
        return new Wrong(Wrong.NOWHERE, "There is JSON that is none, at its character " + (at + 1) + ".");
    }
}
