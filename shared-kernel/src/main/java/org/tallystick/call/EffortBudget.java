package org.tallystick.call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/**
 * How long a bid may take in proportion to the money (F6): a setting, the same for all calls of an installation. What
 * takes longer needs a reason that everybody can read.
 *
 * @param bands from the smallest awards to the largest
 * @param hoursAbove for awards above the last band
 */
public record EffortBudget(List<Band> bands, int hoursAbove) {

    /** What holds where nothing else is set. */
    public static final String STANDARD = "4 to 10000, 10 to 50000, 20 to 150000, 40 above";

    private static final int MOST_HOURS = 1000;
    private static final Pattern BAND = Pattern.compile("(\\d{1,4}) to (\\d{1,11})");
    private static final Pattern ABOVE = Pattern.compile("(\\d{1,4}) above");

    /** So many hours at most for awards of up to so much. */
    public record Band(int hours, long upToPence) {}

    public EffortBudget {
        bands = List.copyOf(bands);
    }

    /**
     * As it is written in the setting: hours to pounds, band by band, and the hours above the last.
     *
     * @throws IllegalArgumentException with all that is wrong, see {@link #faultsOf}
     */
    public static EffortBudget of(String text) {
        List<String> faults = faultsOf(text);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        List<String> parts = parts(text);
        List<Band> bands = new ArrayList<>();
        for (String part : parts.subList(0, parts.size() - 1)) {
            bands.add(band(part));
        }
        return new EffortBudget(bands, above(parts.getLast()));
    }

    /** What is wrong with such a text, each as the end of a sentence about it; nothing where all is right. */
    public static List<String> faultsOf(String text) {
        List<String> parts = parts(text);
        List<String> faults = new ArrayList<>();
        if (!ABOVE.matcher(parts.getLast()).matches()) {
            faults.add("must end with the hours above all bands, such as “40 above”");
        }
        parts.subList(0, parts.size() - 1).stream()
                .filter(part -> !BAND.matcher(part).matches())
                .forEach(part -> faults.add(
                        "must say hours to pounds in each band, such as “4 to 10000”; “" + part + "” does not"));
        if (faults.isEmpty()) {
            rising(parts, faults);
        }
        return faults;
    }

    private static void rising(List<String> parts, List<String> faults) {
        int hours = 1;
        long pence = 0;
        for (String part : parts) {
            boolean last = part.equals(parts.getLast());
            int next = last ? above(part) : band(part).hours();
            if (next < hours || next > MOST_HOURS) {
                faults.add("must give 1 to " + MOST_HOURS + " hours, and never fewer for larger awards; “" + part
                        + "” does not");
            }
            if (!last && band(part).upToPence() <= pence) {
                faults.add("must name larger sums from band to band; “" + part + "” does not");
            }
            hours = Math.max(hours, next);
            pence = last ? pence : Math.max(pence, band(part).upToPence());
        }
    }

    private static List<String> parts(String text) {
        return List.of(text.strip().split("\\s*,\\s*", -1));
    }

    private static Band band(String part) {
        Matcher matcher = BAND.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(part);
        }
        return new Band(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)) * 100);
    }

    private static int above(String part) {
        Matcher matcher = ABOVE.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(part);
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** What a bid for this call may take at most, by its largest award. */
    public int hoursFor(CallTerms terms) {
        return bands.stream()
                .filter(band -> terms.largestPence() <= band.upToPence())
                .findFirst()
                .map(Band::hours)
                .orElse(hoursAbove);
    }

    /**
     * Refuses a call whose bids take longer, where nobody says why.
     *
     * @param reason in words that everybody can read; none where none is given
     */
    public void requireReason(CallTerms terms, @Nullable String reason) {
        int hours = Effort.of(terms).hours();
        if (reason == null && hours > hoursFor(terms)) {
            throw Rejection.of(
                    Refusal.INCOMPLETE,
                    "reason",
                    "A bid for this call takes about " + hours + " hours; for awards of up to "
                            + Pounds.of(terms.largestPence()) + " it should be " + hoursFor(terms)
                            + " at most. Say why it has to be so long, or make it shorter.");
        }
    }
}
