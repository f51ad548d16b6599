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

    /** Whether a year has one such line at most. */
    boolean isOnceAYear() {
        return switch (this) {
            case RISES, COST_PROFILE, THIS_PROJECT, CENTRAL_FUNCTIONS, GOVERNANCE, FUNDRAISING, ASKED -> true;
            case ORGANISATION, STAFF, SPENDING, EQUIPMENT, SHARED_COST, OTHER_PROJECT, OTHER_INCOME, CARRIED -> false;
        };
    }

    /** As it stands in the file. */
    String words() {
        return words(this);
    }

    /** A word of an enum as it stands in a file: in small letters, with spaces. */
    static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
