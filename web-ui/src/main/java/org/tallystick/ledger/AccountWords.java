package org.tallystick.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.tallystick.bid.GapCarrier;
import org.tallystick.platform.NameQuery.Names;

/** The ledger's accounts in words: "award:a-7:obligated" is "Award “Open door” for Lantern: signed, not due yet". */
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
        GAP("Carried without being paid for"),
        UNFUNDED("Full cost that nobody pays for"),
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
        boolean byFirst = parts[0].equals("contributor") || Account.isMemo(account);
        String word = byFirst ? parts[0] : parts.length > 2 ? parts[2] : "";
        for (Stage stage : Stage.values()) {
            if (stage.key().equals(word)) {
                return stage;
            }
        }
        return Stage.OTHER;
    }

    /** The ids in an account's name: of an organisation, a fund or an award. */
    public static Stream<String> ids(String account) {
        return Arrays.stream(account.split(":", -1)).skip(1).filter(part -> part.length() > 0);
    }

    /** A line that a person understands; the account's own name where it has a form nobody here knows. */
    public static String of(String account, Names names) {
        return of(account, names, "");
    }

    /** The same on a page about a fund or an award, where that one is "this fund" or "this award". */
    static String of(String account, Names names, String subject) {
        String[] parts = account.split(":", -1);
        String last = parts[parts.length - 1];
        String owner = parts.length > 1 ? parts[1] : "";
        String fund = owner.equals(subject) ? "This fund" : fund(owner, names);
        String award = owner.equals(subject) ? "This award" : "Award " + names.awardInFull(owner);
        String committed = last.equals(subject) ? "this award" : "award " + names.awardInFull(last);
        return switch (stageOf(account)) {
            case CONTRIBUTOR -> "Contributor " + names.organisation(owner);
            case AVAILABLE -> fund + ": free";
            case ALLOCATED -> fund + ": set aside for call " + names.call(last);
            case COMMITTED -> fund + ": committed to " + committed;
            case OBLIGATED -> award + ": signed, not due yet";
            case PAYABLE -> award + ": payment " + last + ", approved and not paid yet";
            case RECEIVED -> names.organisation(owner) + ": received";
            case RETURNED -> fund + ": came back";
            case LAPSED -> fund + ": will not be needed";
            case GAP -> award + ": not paid for, carried by " + carrier(last);
            case UNFUNDED -> fund + ": full cost of awards that nobody pays for";
            case OTHER -> account;
        };
    }

    private static String carrier(String key) {
        return Arrays.stream(GapCarrier.values())
                .filter(carrier -> Account.gap("", carrier).endsWith(":" + key))
                .map(GapCarrier::words)
                .findFirst()
                .orElse(key);
    }

    /** A fund's name says that it is a fund; its id does not. */
    private static String fund(String id, Names names) {
        String name = names.fund(id);
        return name.equals(id) ? "Fund " + id : name;
    }

    /** The statement of an account. */
    public static String href(String account) {
        return "/ledger/statements/account/" + account;
    }
}
