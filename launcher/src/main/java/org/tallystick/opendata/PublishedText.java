package org.tallystick.opendata;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tidies text of a register: HTML entities, white space, length, and what looks like somebody's e-mail address. */
final class PublishedText {

    /** Longest title kept, in characters; the standard's quality check asks for 140. */
    static final int TITLE_LENGTH = 300;
    /** Longest name of an organisation or a programme kept, in characters. */
    static final int NAME_LENGTH = 200;
    /** Longest description kept, in characters. */
    static final int DESCRIPTION_LENGTH = 10_000;
    /** Longest web address kept, in characters; a longer one is left out, since half an address leads nowhere. */
    static final int URL_LENGTH = 2_000;

    private static final String REMOVED = "[e-mail address removed]";
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{Alnum}._%+'-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){1,8}");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|([A-Za-z]{2,8}));");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\u200b\\ufeff\\p{Cntrl}]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\ufeff");
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"]+");
    private static final Pattern BARE_WEB =
            Pattern.compile("(?i)(?:[a-z0-9-]{1,63}\\.){1,6}[a-z]{2,24}(?:[/?#:][^\\s<>\"]*)?");
    private static final int DECODINGS = 3;

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("pound", "£"),
            Map.entry("euro", "€"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("sbquo", "‚"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("bull", "•"),
            Map.entry("middot", "·"),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("trade", "™"),
            Map.entry("deg", "°"),
            Map.entry("frac12", "½"),
            Map.entry("times", "×"),
            Map.entry("aacute", "á"),
            Map.entry("agrave", "à"),
            Map.entry("acirc", "â"),
            Map.entry("auml", "ä"),
            Map.entry("ccedil", "ç"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"),
            Map.entry("ecirc", "ê"),
            Map.entry("euml", "ë"),
            Map.entry("iacute", "í"),
            Map.entry("icirc", "î"),
            Map.entry("iuml", "ï"),
            Map.entry("ntilde", "ñ"),
            Map.entry("oacute", "ó"),
            Map.entry("ocirc", "ô"),
            Map.entry("ouml", "ö"),
            Map.entry("uacute", "ú"),
            Map.entry("ucirc", "û"),
            Map.entry("uuml", "ü"),
            Map.entry("wcirc", "ŵ"),
            Map.entry("ycirc", "ŷ"),
            Map.entry("szlig", "ß"));

    private PublishedText() {}

    /** A name or title: one line, no more than {@code limit} characters; empty where nothing is left. */
    static String line(String text, String field, int limit, Findings findings) {
        String decoded = decoded(text, field, findings);
        String line = SPACES.matcher(decoded).replaceAll(" ").strip();
        if (!line.equals(decoded)) {
            findings.warn(field, "White space or line breaks were tidied.", null);
        }
        return cut(freed(line, field, findings), field, limit, findings);
    }

    /** Running text: its line breaks stay. */
    static String prose(String text, String field, int limit, Findings findings) {
        String lines = decoded(text, field, findings).replace("\r\n", "\n").replace('\r', '\n');
        return cut(freed(CONTROLS.matcher(lines).replaceAll(" ").strip(), field, findings), field, limit, findings);
    }

    /** A web address with its scheme; null, with a warning, where it is none. */
    static @Nullable String url(String text, String field, Findings findings) {
        String address =
                SPACES.matcher(decoded(text, field, findings)).replaceAll(" ").strip();
        if (address.length() > URL_LENGTH || ADDRESS.matcher(address).find()) {
            findings.warn(field, "This is too long or holds an e-mail address: the web address is left out.", null);
            return null;
        }
        if (WEB.matcher(address).matches()) {
            return address;
        }
        if (BARE_WEB.matcher(address).matches()) {
            findings.warn(field, "The web address has no scheme: http:// was put before it.", address);
            return "http://" + address;
        }
        findings.warn(field, "This is no web address: it is left out.", address);
        return null;
    }

    /** An identifier, date, amount or code: no white space around it, and entities decoded. */
    static String code(String text) {
        String decoded = text.indexOf('&') < 0 ? text : decodedOnce(text);
        return SPACES.matcher(decoded).replaceAll(" ").strip();
    }

    /** The text with each e-mail address replaced. */
    static String withoutAddresses(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll(REMOVED);
    }

    private static String freed(String text, String field, Findings findings) {
        String freed = withoutAddresses(text);
        if (!freed.equals(text)) {
            findings.warn(field, "An e-mail address was taken out: it may be somebody's personal data.", null);
        }
        return freed;
    }

    private static String cut(String text, String field, int limit, Findings findings) {
        if (text.length() <= limit) {
            return text;
        }
        findings.warn(field, "The text was cut to " + limit + " characters of " + text.length() + ".", null);
        int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, end) + "…";
    }

    private static String decoded(String text, String field, Findings findings) {
        String before = text;
        // Twice encoded text (&amp;#39;) is as common as once encoded.
        for (int round = 0; round < DECODINGS && before.indexOf('&') >= 0; round++) {
            String after = decodedOnce(before);
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        if (!before.equals(text)) {
            findings.warn(field, "HTML entities were decoded.", text);
        }
        return before;
    }

    private static String decodedOnce(String text) {
        Matcher matcher = ENTITY.matcher(text);
        StringBuilder decoded = new StringBuilder(text.length());
        while (matcher.find()) {
            matcher.appendReplacement(decoded, Matcher.quoteReplacement(character(matcher)));
        }
        return matcher.appendTail(decoded).toString();
    }

    private static String character(Matcher entity) {
        if (entity.group(3) != null) {
            return ENTITIES.getOrDefault(entity.group(3), entity.group());
        }
        int point = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        boolean sensible = Character.isValidCodePoint(point)
                && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                && point != 0;
        return sensible ? Character.toString(point) : entity.group();
    }
}
