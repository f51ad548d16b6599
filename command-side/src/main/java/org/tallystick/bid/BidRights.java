package org.tallystick.bid;

import java.util.Optional;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** Who may do something with a bid; to everybody else it is one that does not exist. */
final class BidRights {

    private BidRights() {}

    /** Refuses all but people of the lead; partners learn that they may not. */
    static void requireLead(Bid bid, String bidId, CommandContext context) {
        if (asPartner(bid, context).isPresent()) {
            throw Rejection.of(Refusal.NOT_ALLOWED, "Only people of the organisation that leads this bid can do that.");
        }
        context.requireActsForHidden(bid.applicant(), bidId);
    }

    /** The same, but lets those partners pass whom the lead lets write the project and the answers. */
    static void requireWriter(Bid bid, String bidId, CommandContext context) {
        if (asPartner(bid, context)
                .filter(partner -> partner.sight().writesText())
                .isEmpty()) {
            requireLead(bid, bidId, context);
        }
    }

    /** Refuses all but people of the lead and of its partners. */
    static void requireParty(Bid bid, String bidId, CommandContext context) {
        if (asPartner(bid, context).isEmpty()) {
            requireLead(bid, bidId, context);
        }
    }

    private static Optional<Partner> asPartner(Bid bid, CommandContext context) {
        return bid.content().partner(context.actor().organisationId());
    }
}
