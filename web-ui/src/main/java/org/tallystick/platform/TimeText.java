package org.tallystick.platform;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of day as people type them: "5pm", "5.30 pm", "17:00", "midday". */
public final class TimeText {

    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(?:[:.](\\d{2}(?:\\.\\d{1,3})?))?(am|pm)?");
    private static final int NOON = 12;

    private TimeText() {}

    /**
     * Reads a time.
     *
     * @param text as typed
     * @param what the time as part of a sentence, such as "the time the call closes"
     */
    public static Typed<LocalTime> parse(String text, String what) {
        String bare = text.toLowerCase(Locale.UK).replaceAll("\\s", "").replaceAll("([ap])\\.m\\.?$", "$1m");
        if (bare.isEmpty()) {
            return new Typed.Unclear<>("Enter " + what + ".");
        }
        if (bare.matches("(12)?(noon|midday)")) {
            return new Typed.Read<>(LocalTime.NOON);
        }
        if (bare.matches("(12)?midnight")) {
            return new Typed.Read<>(LocalTime.MIDNIGHT);
        }
        Matcher matcher = CLOCK.matcher(bare);
        boolean clear = matcher.matches() && (matcher.group(2) != null || matcher.group(4) != null);
        return clear ? read(matcher, what) : unclear(what);
    }

    /** "5pm", "5:30pm", "midday"; with its seconds where it has any, so that what is read again is the same. */
    public static String say(LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            return time.toString();
        }
        if (time.getMinute() == 0 && time.getHour() % NOON == 0) {
            return time.getHour() == 0 ? "midnight" : "midday";
        }
        int hour = time.getHour() % NOON == 0 ? NOON : time.getHour() % NOON;
        String minute = time.getMinute() == 0 ? "" : ":%02d".formatted(time.getMinute());
        return hour + minute + (time.getHour() < NOON ? "am" : "pm");
    }

    private static Typed<LocalTime> read(Matcher matcher, String what) {
        int hour = Integer.parseInt(matcher.group(1));
        String half = matcher.group(4);
        if (half != null && (hour < 1 || hour > NOON)) {
            return unclear(what);
        }
        int whole = half == null ? hour : hour % NOON + (half.equals("pm") ? NOON : 0);
        String minute = matcher.group(2) == null ? "00" : matcher.group(2);
        String second = matcher.group(3) == null ? "00" : matcher.group(3);
        try {
            return new Typed.Read<>(LocalTime.parse("%02d:%s:%s".formatted(whole, minute, second)));
        } catch (DateTimeException noSuchTime) {
            return unclear(what);
        }
    }

    private static Typed<LocalTime> unclear(String what) {
        return new Typed.Unclear<>(
                Character.toUpperCase(what.charAt(0)) + what.substring(1) + " must be a time, like 5pm or 17:00.");
    }
}
