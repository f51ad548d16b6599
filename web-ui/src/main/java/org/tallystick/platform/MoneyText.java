package org.tallystick.platform;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sums of money as people type them ("£12,450.67", "12450", "12 450.5") and says them as people read them. */
public final class MoneyText {

    /** The most that a form accepts: one hundred thousand million pounds. */
    public static final long MOST_PENCE = 10_000_000_000_000L;

    private static final Pattern SUM = Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d{1,2}))?");
    private static final int MOST_DIGITS = 12;

    private MoneyText() {}

    /**
     * Reads a sum.
     *
     * @param text as typed
     * @param what the sum as part of a sentence, such as "the amount received"
     * @return pence, 0 to {@link #MOST_PENCE}
     */
    public static Typed<Long> parse(String text, String what) {
        String bare = text.replaceAll("[\\s\\u00a0]", "");
        if (bare.isEmpty()) {
            return new Typed.Unclear<>("Enter " + what + ".");
        }
        if (bare.startsWith("-") || bare.startsWith("\u2212") || bare.startsWith("£-")) {
            return unclear(what, "must be £0 or more. Leave out the minus sign.");
        }
        bare = bare.startsWith("£") ? bare.substring(1) : bare;
        if (bare.toLowerCase(Locale.ROOT).matches("[\\d.,]+(k|m|bn|thousand|million)")) {
            return unclear(what, "must be in full, like 12,000 instead of 12k.");
        }
        Matcher matcher = SUM.matcher(bare);
        if (!matcher.matches()) {
            return unclear(what, "must be in pounds and pence, like 12,450.67 or 12450.");
        }
        String pounds = matcher.group(1).replace(",", "");
        if (pounds.length() > MOST_DIGITS || inPence(pounds, matcher.group(2)) > MOST_PENCE) {
            return unclear(what, "is too large. Check the number of noughts.");
        }
        return new Typed.Read<>(inPence(pounds, matcher.group(2)));
    }

    /** "£12,450", or "£12,450.67" where pence matter; "−£3" below zero. */
    public static String say(long pence) {
        return pence % 100 == 0 ? sign(pence) + pounds(pence) : sayPence(pence);
    }

    /** Always with pence: "£12,450.00". */
    public static String sayPence(long pence) {
        return sign(pence) + pounds(pence) + "." + "%02d".formatted(Math.abs(pence % 100));
    }

    private static String pounds(long pence) {
        return "£" + String.format(Locale.UK, "%,d", Math.abs(pence / 100));
    }

    private static String sign(long pence) {
        return pence < 0 ? "\u2212" : "";
    }

    private static long inPence(String pounds, @Nullable String pence) {
        long rest = pence == null ? 0 : Long.parseLong(pence) * (pence.length() == 1 ? 10 : 1);
        return Long.parseLong(pounds) * 100 + rest;
    }

    private static Typed<Long> unclear(String what, String rest) {
        return new Typed.Unclear<>(Character.toUpperCase(what.charAt(0)) + what.substring(1) + " " + rest);
    }
}
