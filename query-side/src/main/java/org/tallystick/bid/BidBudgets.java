package org.tallystick.bid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tallystick.assessment.Recommendations;
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.AwardShare;
import org.tallystick.platform.Json;

/** All budgets of a bid {@code b} as one column of it: of the lead first, then of its partners. */
public final class BidBudgets {

    /** As JSON. */
    public static final String JSON = "COALESCE((SELECT jsonb_agg(x.budget ORDER BY x.place) FROM"
            + " (SELECT m.content::jsonb AS budget, 0 AS place FROM bid_part m"
            + " WHERE m.bid_id = b.bid_id AND m.part = 'BUDGET' UNION ALL"
            + " SELECT q.budget::jsonb, q.asked_since FROM bid_partner q"
            + " WHERE q.bid_id = b.bid_id AND q.budget IS NOT NULL) x), '[]'::jsonb)";

    /** The column. */
    public static final String COLUMN = JSON + " AS budgets";

    /** The names of the organisations that take part beside the lead, as a column. */
    public static final String PARTNERS = "ARRAY(SELECT COALESCE(w.name, q.partner) FROM bid_partner q"
            + " LEFT JOIN organisation w ON w.organisation_id = q.partner WHERE q.bid_id = b.bid_id"
            + " AND q.state IN ('INVITED', 'AGREED') ORDER BY q.asked_since) AS partners";

    private BidBudgets() {}

    /** From a row with the column. */
    public static List<Budget> of(ResultSet row) throws SQLException {
        return Arrays.asList(Json.mapper().readValue(row.getString("budgets"), Budget[].class));
    }

    /** What each organisation gets of an award, where there are several; the names are those of the partners. */
    public static List<AwardShare> shares(
            String lead, List<String> partners, List<Budget> budgets, List<YearAmount> amounts) {
        if (partners.isEmpty() || amounts.isEmpty()) {
            return List.of();
        }
        List<AwardShare> shares = new ArrayList<>();
        for (Recommendations.Part part : Recommendations.parts(budgets, amounts)) {
            String name = shares.isEmpty() ? lead : partners.get(shares.size() - 1);
            shares.add(new AwardShare(part.organisationId(), name, part.awardedPence(), part.gaps()));
        }
        return List.copyOf(shares);
    }

    /** The names, from a row with their column. */
    public static List<String> partners(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("partners").getArray());
    }
}
