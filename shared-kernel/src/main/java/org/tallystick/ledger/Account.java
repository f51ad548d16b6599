package org.tallystick.ledger;

import java.util.Locale;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.Unspent;

/** The names of the ledger's accounts, from domain to text: parts joined by colons. */
public final class Account {

    private static final String GAP = "gap:";
    private static final String UNFUNDED = "unfunded:";

    private Account() {}

    /** Where money came from. */
    public static String contributor(String organisationId) {
        return "contributor:" + organisationId;
    }

    /** Received and free. */
    public static String available(String fundId) {
        return "fund:" + fundId + ":available";
    }

    /** Set aside for a call. */
    public static String allocated(String fundId, String callId) {
        return "fund:" + fundId + ":allocated:" + callId;
    }

    /** Decided and not yet signed. */
    public static String committed(String fundId, String awardId) {
        return "fund:" + fundId + ":committed:" + awardId;
    }

    /** Signed and not yet payable. */
    public static String obligated(String awardId) {
        return "award:" + awardId + ":obligated";
    }

    /** Due, approved and not paid. */
    public static String payable(String awardId, int instalment) {
        return "award:" + awardId + ":payable:" + instalment;
    }

    /** What an organisation got. */
    public static String received(String organisationId) {
        return "org:" + organisationId + ":received";
    }

    /** What came back to a fund. */
    public static String returned(String fundId) {
        return "fund:" + fundId + ":returned";
    }

    /** What awards of a fund did not spend, by why. */
    public static String unspent(String fundId, Unspent why) {
        return switch (why) {
            case RETURNED -> returned(fundId);
            case LAPSED -> lapsed(fundId);
        };
    }

    /** What ran out before it was paid. */
    public static String lapsed(String fundId) {
        return "fund:" + fundId + ":lapsed";
    }

    /** Memo: what nobody pays for of an award's full cost, by who carries it. */
    public static String gap(String awardId, GapCarrier carrier) {
        return GAP + awardId + ":" + carrier(carrier);
    }

    /** Who carries a gap, as the end of its account's name. */
    public static String carrier(GapCarrier carrier) {
        return carrier.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Memo: what the awards of a fund leave unfunded; the other side of all their gaps. */
    public static String unfunded(String fundId) {
        return UNFUNDED + fundId;
    }

    /** Whether it is on record there beside the money, and belongs in no total of money. */
    public static boolean isMemo(String account) {
        return account.startsWith(GAP) || account.startsWith(UNFUNDED);
    }
}
