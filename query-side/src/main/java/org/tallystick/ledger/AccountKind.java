package org.tallystick.ledger;

import org.jspecify.annotations.Nullable;

/** What an account's name says about it: its kind, and what it is about. */
enum AccountKind {
    CONTRIBUTOR,
    AVAILABLE,
    ALLOCATED,
    COMMITTED,
    RETURNED,
    LAPSED,
    OBLIGATED,
    PAYABLE,
    RECEIVED,
    GAP,
    UNFUNDED;

    /** The kind of an account, null for a name that the posting rules never make. */
    static @Nullable AccountKind of(String account) {
        String[] parts = account.split(":", -1);
        if (parts.length == 2 && parts[0].equals("contributor")) {
            return CONTRIBUTOR;
        }
        if (Account.isMemo(account)) {
            return parts.length == 2 ? UNFUNDED : GAP;
        }
        if (parts.length < 3) {
            return null;
        }
        return switch (parts[0] + ":" + parts[2]) {
            case "fund:available" -> AVAILABLE;
            case "fund:allocated" -> ALLOCATED;
            case "fund:committed" -> COMMITTED;
            case "fund:returned" -> RETURNED;
            case "fund:lapsed" -> LAPSED;
            case "award:obligated" -> OBLIGATED;
            case "award:payable" -> PAYABLE;
            case "org:received" -> RECEIVED;
            default -> null;
        };
    }

    /** The organisation, fund or award an account is about. */
    static String subjectOf(String account) {
        String[] parts = account.split(":", -1);
        return parts.length < 2 ? account : parts[1];
    }

    /** The column of {@code posting} that is the same in every posting to this account. */
    String column() {
        return switch (this) {
            case CONTRIBUTOR -> "contributor";
            case AVAILABLE, ALLOCATED, COMMITTED, RETURNED, LAPSED, UNFUNDED -> "fund_id";
            case OBLIGATED, PAYABLE, GAP -> "award_id";
            case RECEIVED -> "organisation_id";
        };
    }
}
