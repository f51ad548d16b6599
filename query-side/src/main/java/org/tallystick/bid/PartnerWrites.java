package org.tallystick.bid;

import org.tallystick.platform.Json;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Writes;

/** Keeps the partners of bids, and what bids cost over all organisations. */
final class PartnerWrites {

    private static final String PARTNER = "UPDATE bid_partner SET ";
    private static final String OF_PARTNER = " WHERE bid_id = ? AND partner = ?";
    private static final String OF_LEAD =
            " WHERE b.bid_id = ? AND NOT EXISTS (SELECT FROM bid_partner q WHERE q.bid_id = b.bid_id"
                    + " AND q.partner = ? AND q.state IN ('INVITED', 'AGREED'))";

    private PartnerWrites() {}

    static void write(Writes writes, Recorded recorded, BidEvent.OfPartner event) {
        switch (event) {
            case BidEvent.PartnerInvited e -> invited(writes, recorded, e);
            case BidEvent.PartnerChanged e ->
                writes.add(
                        PARTNER + "state = CASE WHEN work = ? THEN state ELSE 'INVITED' END, work = ?, sight = ?,"
                                + " version = ?" + OF_PARTNER,
                        e.work(),
                        e.work(),
                        e.sight(),
                        e.version(),
                        e.bidId(),
                        e.partner());
            case BidEvent.PartnerAgreed e ->
                writes.add(
                        PARTNER + "state = 'AGREED', state_since = ?, version = ?" + OF_PARTNER,
                        recorded.recordedAt(),
                        e.version(),
                        e.bidId(),
                        e.partner());
            case BidEvent.PartnerRemoved e -> ended(writes, recorded, e, PartnerState.REMOVED);
            case BidEvent.PartnerLeft e -> ended(writes, recorded, e, PartnerState.LEFT);
        }
    }

    private static void invited(Writes writes, Recorded recorded, BidEvent.PartnerInvited event) {
        writes.add(
                "INSERT INTO bid_partner (bid_id, partner, asked_since, state, work, sight, version, state_since)"
                        + " VALUES (?, ?, ?, 'INVITED', ?, ?, ?, ?) ON CONFLICT (bid_id, partner) DO UPDATE SET"
                        + " asked_since = excluded.asked_since, state = excluded.state, work = excluded.work,"
                        + " sight = excluded.sight, version = excluded.version, state_since = excluded.state_since,"
                        + " reason = ''",
                event.bidId(),
                event.partner(),
                recorded.position(),
                event.work(),
                event.sight(),
                event.version(),
                recorded.recordedAt());
    }

    /** Nothing of its part stays but the versions, which go on should it be asked again. */
    private static void ended(Writes writes, Recorded recorded, BidEvent.OfPartner event, PartnerState state) {
        writes.add(
                PARTNER + "state = ?, state_since = ?, version = ?, reason = ?, work = '', budget = NULL,"
                        + " budget_saved_by = NULL, budget_saved_at = NULL, asked_pence = 0, full_cost_pence = 0"
                        + OF_PARTNER,
                state,
                recorded.recordedAt(),
                event.version(),
                recorded.reason(),
                event.bidId(),
                event.partner());
        sums(writes, event.bidId());
    }

    /** Of the lead or a partner: whichever the organisation of the budget is. */
    static void budget(Writes writes, Recorded recorded, BidEvent.BudgetSaved event) {
        String bid = event.bidId();
        Budget budget = event.budget();
        String json = Json.mapper().writeValueAsString(budget);
        writes.add(
                "INSERT INTO bid_part SELECT b.bid_id, 'BUDGET', '', ?, ?, ?, ? FROM bid b" + OF_LEAD
                        + " ON CONFLICT (bid_id, part, question) DO UPDATE SET version = excluded.version,"
                        + " content = excluded.content, saved_by = excluded.saved_by, saved_at = excluded.saved_at",
                event.version(),
                json,
                recorded.actorId(),
                recorded.recordedAt(),
                bid,
                budget.organisationId());
        writes.add(
                "UPDATE bid b SET own_asked_pence = ?, own_full_cost_pence = ?" + OF_LEAD,
                askedPence(budget),
                fullCostPence(budget),
                bid,
                budget.organisationId());
        writes.add(
                PARTNER + "state = 'INVITED', budget = ?, budget_version = ?, budget_saved_by = ?,"
                        + " budget_saved_at = ?, asked_pence = ?, full_cost_pence = ?" + OF_PARTNER
                        + " AND state IN ('INVITED', 'AGREED')",
                json,
                event.version(),
                recorded.actorId(),
                recorded.recordedAt(),
                askedPence(budget),
                fullCostPence(budget),
                bid,
                budget.organisationId());
        sums(writes, bid);
    }

    private static void sums(Writes writes, String bidId) {
        writes.add(
                "UPDATE bid b SET asked_pence = b.own_asked_pence + COALESCE(p.asked, 0),"
                        + " full_cost_pence = b.own_full_cost_pence + COALESCE(p.cost, 0)"
                        + " FROM (SELECT sum(q.asked_pence) AS asked, sum(q.full_cost_pence) AS cost"
                        + " FROM bid_partner q WHERE q.bid_id = ?) p WHERE b.bid_id = ?",
                bidId,
                bidId);
    }

    private static long askedPence(Budget budget) {
        return budget.years().stream()
                .mapToLong(year -> year.funding().askedPence())
                .sum();
    }

    /** While it is being written, a budget may be one that cannot be worked out. */
    private static long fullCostPence(Budget budget) {
        try {
            return FullCost.of(budget).recovery().fullCostPence();
        } catch (Rejection _) {
            return 0;
        }
    }
}
