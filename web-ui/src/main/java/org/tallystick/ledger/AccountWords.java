package org.tallystick.ledger;

import java.util.Locale;

/** The ledger's accounts in words: "fund:north:committed:a-7" is "Fund north: committed to award a-7". */
public final class AccountWords {

    private AccountWords() {}

    /** What stages and places of money there are, in the order money goes through them. */
    public enum Stage {
        CONTRIBUTOR("Where money came from"),
        AVAILABLE("In funds, free"),
        ALLOCATED("In funds, set aside for calls"),
        COMMITTED("Committed, not signed yet"),
        OBLIGATED("Signed, not due yet"),
        PAYABLE("Approved, not paid yet"),
        RECEIVED("Paid to organisations"),
        RETURNED("Came back to funds"),
        LAPSED("Will not be needed"),
        OTHER("Other accounts");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        /** As a heading. */
        public String words() {
            return words;
        }

        /** In an address. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which stage an account is of. */
    public static Stage stageOf(String account) {
        String[] parts = account.split(":", -1);
        String word = parts[0].equals("contributor") ? "contributor" : parts.length > 2 ? parts[2] : "";
        for (Stage stage : Stage.values()) {
            if (stage.key().equals(word)) {
                return stage;
            }
        }
        return Stage.OTHER;
    }

    /** A line that a person understands; the account's own name where it has a form nobody here knows. */
    public static String of(String account) {
        String[] parts = account.split(":", -1);
        String last = parts[parts.length - 1];
        String owner = parts.length > 1 ? parts[1] : "";
        return switch (stageOf(account)) {
            case CONTRIBUTOR -> "Contributor " + owner;
            case AVAILABLE -> "Fund " + owner + ": free";
            case ALLOCATED -> "Fund " + owner + ": set aside for call " + last;
            case COMMITTED -> "Fund " + owner + ": committed to award " + last;
            case OBLIGATED -> "Award " + owner + ": signed, not due yet";
            case PAYABLE -> "Award " + owner + ": payment " + last + ", approved and not paid yet";
            case RECEIVED -> owner + ": received";
            case RETURNED -> "Fund " + owner + ": came back";
            case LAPSED -> "Fund " + owner + ": will not be needed";
            case OTHER -> account;
        };
    }

    /** The statement of an account. */
    public static String href(String account) {
        return "/ledger/statements/account/" + account;
    }
}
