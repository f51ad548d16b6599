package org.tallystick.ledger;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;

/** Which sides of which postings make a figure, as SQL on {@code p}, its side's {@code account} and {@code pence}. */
final class FigureRows {

    /** Both sides of each posting, what is debited above zero. */
    static final String SIDES = "posting p CROSS JOIN LATERAL (VALUES (p.debit_account, p.amount_pence),"
            + " (p.credit_account, -p.amount_pence)) side (account, pence)";

    private FigureRows() {}

    /** The sides that count. */
    static String counted(Figure figure) {
        return switch (figure) {
            case CONTRIBUTED -> "starts_with(account, 'contributor:')";
            case AVAILABLE -> kind("fund", "available");
            case ALLOCATED -> kind("fund", "allocated");
            case COMMITTED -> kind("fund", "committed");
            case OBLIGATED -> kind("award", "obligated");
            case PAYABLE -> kind("award", "payable");
            case OWED -> kind("award", "obligated") + " OR " + kind("award", "payable");
            case HELD -> kind("org", "received");
            case RETURNED -> kind("fund", "returned");
            case LAPSED -> kind("fund", "lapsed");
            case GAP -> "starts_with(account, 'gap:')";
            case AWARDED -> kind("fund", "committed") + " AND p.event_type = 'fund.MoneyCommitted'";
            case PAID -> kind("org", "received") + " AND p.event_type IN ('award.PaymentPaid', 'award.PaymentBounced')";
        };
    }

    /** Whether the figure is what was credited: an account that money comes from goes below zero. */
    static boolean credit(Figure figure) {
        return figure == Figure.CONTRIBUTED;
    }

    /** The postings about {@code :id}. */
    static String about(FigureOf subject) {
        return switch (subject) {
            case EVERYTHING -> "TRUE";
            case FUND -> "p.fund_id = :id";
            case AWARD -> "p.award_id = :id";
            case ORGANISATION -> "p.organisation_id = :id";
            case CONTRIBUTOR -> "p.contributor = :id";
            case CALL -> "p.call_id = :id";
        };
    }

    /** The postings to and from the account {@code :account}, which is about {@code :id}; null where it can be none. */
    static @Nullable String of(String account) {
        AccountKind kind = AccountKind.of(account);
        // The first condition is what there is an index for.
        return kind == null ? null : "p." + kind.column() + " = :id AND account = :account";
    }

    private static String kind(String owner, String what) {
        return "(starts_with(account, '" + owner + ":') AND split_part(account, ':', 3) = '" + what + "')";
    }
}
