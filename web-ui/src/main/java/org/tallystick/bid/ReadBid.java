package org.tallystick.bid;

import org.springframework.ui.Model;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** A bid to be read on pages that are about something else, such as its assessment. */
public final class ReadBid {

    private ReadBid() {}

    /** Puts all that a bid says on a page, as bid/content.html reads it. */
    public static void show(Sides sides, String bidId, CallView call, Words words, Model model) {
        BidOfCall read = new BidOfCall(sides.ask(new BidQuery.OneBid(bidId)), call, sides.actor());
        ShownBid.of(read, words).show(model);
    }
}
