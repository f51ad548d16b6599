package org.tallystick.fund;

import org.jspecify.annotations.Nullable;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;

/**
 * Part of a sum that came from one contributor, for one financial year, under one restriction: what keeps each pound
 * traceable to where it came from.
 *
 * @param contributor the contributor's organisation id
 * @param financialYear the year the money is for
 * @param restriction its purpose in words, or {@link #UNRESTRICTED}
 * @param amountPence more than zero
 */
public record Slice(String contributor, FinancialYear financialYear, String restriction, long amountPence) {

    /** Money that may be spent on anything the fund is for. */
    public static final String UNRESTRICTED = "unrestricted";

    public Slice {
        Require.id(contributor, "contributor");
        Require.given(financialYear, "financialYear");
        restriction = Require.line(restriction, "restriction", 200);
        Require.pence(amountPence, "amountPence");
    }

    /** A restriction as it is kept: one line; where none is named, {@link #UNRESTRICTED}. */
    public static String restriction(@Nullable String value) {
        return value == null || value.isBlank() ? UNRESTRICTED : Require.line(value, "restriction", 200);
    }

    /** A restriction as it is said everywhere: unrestricted, or restricted to its purpose. */
    public static String restrictionInWords(String restriction) {
        return restriction.equals(UNRESTRICTED) ? UNRESTRICTED : "restricted to " + restriction;
    }

    /** Contributor, year and restriction without the amount: the drawer the money lies in. */
    public Source source() {
        return new Source(contributor, financialYear, restriction);
    }

    /** Where money came from, apart from how much. */
    public record Source(String contributor, FinancialYear financialYear, String restriction) {

        /** A sum from this source. */
        public Slice slice(long amountPence) {
            return new Slice(contributor, financialYear, restriction, amountPence);
        }
    }
}
