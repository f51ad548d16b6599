package org.tallystick.bid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.BidQuery.SavedPart;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Rows;

/**
 * A partner of a bid as it is kept.
 *
 * @param version of its part
 * @param stateSince when it was invited or agreed
 * @param savedBudget who saved its budget, for its own people
 */
record KeptPartner(
        Partner partner, String name, int version, PartnerState state, Instant stateSince, SavedPart savedBudget) {

    private static final String PARTNERS = "bid_partner q LEFT JOIN organisation o ON o.organisation_id = q.partner";

    /** Those that take part in a bid, in the order in which they were asked. */
    static List<KeptPartner> of(DataSource source, String bidId, Actor actor) {
        return Rows.of(source, PARTNERS)
                .with("id", bidId)
                .where("q.bid_id = :id AND q.state IN ('INVITED', 'AGREED')")
                .all("q.*, COALESCE(o.name, q.partner) AS name", "q.asked_since", (row, _) -> kept(row, actor));
    }

    private static KeptPartner kept(ResultSet row, Actor actor) throws SQLException {
        String organisation = Columns.text(row, "partner");
        PartnerState state = Columns.word(row, "state", PartnerState.class);
        @Nullable String budget = row.getString("budget");
        return new KeptPartner(
                new Partner(
                        organisation,
                        Columns.text(row, "work"),
                        Columns.word(row, "sight", PartnerSight.class),
                        state == PartnerState.AGREED,
                        budget == null ? null : Json.mapper().readValue(budget, Budget.class)),
                Columns.text(row, "name"),
                row.getInt("version"),
                state,
                Columns.instant(row, "state_since"),
                new SavedPart(
                        row.getInt("budget_version"),
                        BidSight.inside(actor, organisation) ? row.getString("budget_saved_by") : null,
                        row.getObject("budget_saved_at") == null ? null : Columns.instant(row, "budget_saved_at")));
    }
}
