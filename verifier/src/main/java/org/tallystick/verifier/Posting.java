package org.tallystick.verifier;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money between two accounts, as this verifier derives it from an event.
 *
 * @param line within its event, from 1
 * @param debit the account it goes to
 * @param credit the account it comes from
 * @param year the financial year of the money, such as 2026-27
 * @param contributor whose money it is; for what nobody pays for, whom it is for
 * @param sentence what happened, with ids
 */
record Posting(
        int line,
        String debit,
        String credit,
        long pence,
        String year,
        String contributor,
        String restriction,
        String fund,
        @Nullable String award,
        @Nullable String organisation,
        @Nullable String call,
        String sentence) {

    /** Whether it is beside the money: what nobody pays for of an award's full cost. */
    boolean isMemo() {
        return isMemo(debit);
    }

    /** Whether an account is beside the money. */
    static boolean isMemo(String account) {
        return account.startsWith("gap:") || account.startsWith("unfunded:");
    }

    /** Pence as sentences have them: pounds with two decimals, and commas between thousands. */
    static String say(long pence) {
        return String.format(Locale.UK, "£%,d.%02d", pence / 100, pence % 100);
    }

    /** Pence as the journals write them: pounds with two decimals and no separators. */
    static String pounds(long pence) {
        long rest = pence % 100;
        return pence / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
