package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.ledger.WhyQuery.Why;
import org.tallystick.platform.Sight;

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
            case PUBLISHED ->
                kind("fund", "committed") + " AND p.event_type IN ('fund.MoneyCommitted', 'fund.CommitmentReleased')"
                        + " AND p.award_id IN (SELECT a.award_id FROM award a WHERE " + Sight.TOLD + ")";
            case PAID -> kind("org", "received") + " AND p.event_type IN ('award.PaymentPaid', 'award.PaymentBounced')";
        };
    }

    /** Whether the figure is what was credited: an account that money comes from goes below zero. */
    static boolean credit(Figure figure) {
        return figure == Figure.CONTRIBUTED;
    }

    /** The postings about {@code :id}. What is released of an award does not say any more whose and for what it was. */
    static String about(FigureOf subject, Figure figure) {
        if (figure == Figure.PUBLISHED && (subject == FigureOf.CALL || subject == FigureOf.ORGANISATION)) {
            return "p.award_id IN (SELECT a.award_id FROM award a WHERE a."
                    + (subject == FigureOf.CALL ? "call_id" : "recipient") + " = :id)";
        }
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

    /** Takes out of a figure all but what a question asks for, and gives the values for that. */
    static String narrowed(Why query, BiConsumer<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        narrow("p.fund_id = :fund", "fund", query.fund(), conditions, values);
        narrow("p.contributor = :contributor", "contributor", query.contributor(), conditions, values);
        narrow("p.financial_year = :year", "year", query.financialYear(), conditions, values);
        narrow("p.restriction = :restriction", "restriction", query.restriction(), conditions, values);
        String carrier = query.carrier() == null ? null : Account.carrier(query.carrier());
        narrow("split_part(account, ':', 3) = :carrier", "carrier", carrier, conditions, values);
        return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
    }

    private static void narrow(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            BiConsumer<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.accept(name, value.toString());
        }
    }

    private static String kind(String owner, String what) {
        return "(starts_with(account, '" + owner + ":') AND split_part(account, ':', 3) = '" + what + "')";
    }
}
