package org.tallystick.bid;

import java.util.Locale;

/** What a line of a budget's file can be. */
enum BudgetLine {
    ORGANISATION,
    RISES,
    STAFF,
    SPENDING,
    EQUIPMENT,
    COST_PROFILE,
    SHARED_COST,
    THIS_PROJECT,
    OTHER_PROJECT,
    CENTRAL_FUNCTIONS,
    GOVERNANCE,
    FUNDRAISING,
    ASKED,
    OTHER_INCOME,
    CARRIED;

    /** As it stands in the file. */
    String words() {
        return words(this);
    }

    /** A word of an enum as it stands in a file: in small letters, with spaces. */
    static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
