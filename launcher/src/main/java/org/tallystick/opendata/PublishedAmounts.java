package org.tallystick.opendata;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts of money exactly: through {@link BigDecimal}, never through a floating point number. */
final class PublishedAmounts {

    /** The most a single grant may be, in pence: £100 billion, beyond which a file has its columns mixed up. */
    static final long MOST_PENCE = 10_000_000_000_000L;

    private static final int MOST_DIGITS = 14;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][+-]?\\d{1,4})?");
    private static final Pattern WRITTEN =
            Pattern.compile("(-?)(?:£|GBP)? ?(-?)(\\d{1,20}|\\d{1,3}(?:,\\d{3}){1,6})(\\.\\d{1,20})?(?: ?GBP)?");

    private PublishedAmounts() {}

    /**
     * The amount in pence.
     *
     * @param text what the file says
     * @param number whether it is a JSON number, which may have an exponent
     * @return with a value also where the amount can be read and is refused, being nought or negative
     */
    static Understood<Long> pence(String text, boolean number) {
        if (number) {
            return NUMBER.matcher(text).matches()
                    ? checked(new BigDecimal(text), null)
                    : Understood.not("The number is too long to be an amount of money.");
        }
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Understood.not("This is not an amount in pounds: write it like 1234.50 or £1,234.50.");
        }
        String pence = written.group(4) == null ? "" : written.group(4);
        String plain = written.group(1) + written.group(2) + written.group(3).replace(",", "") + pence;
        if (plain.startsWith("--")) {
            return Understood.not("This is not an amount in pounds: it has two minus signs.");
        }
        return checked(
                new BigDecimal(plain), plain.equals(text) ? null : "The amount was written with signs or commas.");
    }

    private static Understood<Long> checked(BigDecimal amount, @Nullable String note) {
        if (amount.signum() == 0) {
            return new Understood<>(
                    0L, "The amount is nought: no money was granted, so there is nothing to enter.", note);
        }
        if ((long) amount.precision() - amount.scale() > MOST_DIGITS) {
            return Understood.not("The amount is more than £100 billion.");
        }
        BigDecimal exact = amount.stripTrailingZeros();
        if (exact.scale() > 2) {
            return Understood.not("The amount is not a whole number of pence.");
        }
        long pence = exact.movePointRight(2).longValueExact();
        if (pence < 0) {
            return new Understood<>(
                    pence, "The amount is negative: money taken back is neither a grant nor a payment.", note);
        }
        if (pence > MOST_PENCE) {
            return Understood.not("The amount is more than £100 billion.");
        }
        return new Understood<>(pence, null, note);
    }
}
