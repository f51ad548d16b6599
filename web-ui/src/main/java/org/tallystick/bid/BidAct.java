package org.tallystick.bid;

import java.util.Arrays;
import java.util.List;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Act;
import org.tallystick.platform.Command;
import org.tallystick.platform.Event;
import org.tallystick.platform.Link;
import org.tallystick.platform.Words;

/** What may be done to a bid as a whole; the page of each is {@code /bids/{bidId}/{key}}. */
enum BidAct implements Act {
    REOPEN("reopen", "Reopen the bid", BidCommand.ReopenBid.class, BidEvent.BidReopened.class),
    WITHDRAW("withdraw", "Withdraw the bid", BidCommand.WithdrawBid.class, BidEvent.BidWithdrawn.class),
    HOURS("hours", "Say how long it took", BidCommand.ReportHours.class, BidEvent.HoursReported.class);

    private final Traits traits;

    BidAct(String key, String label, Class<? extends Command> command, Class<? extends Event> event) {
        this.traits = new Traits(key, label, command, event);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    /** All that this person may do now, but for saying how long it took, which stands with what happens next. */
    static List<Link> offered(BidOfCall read, Words words) {
        return Act.links(
                Arrays.stream(values())
                        .filter(act -> act != HOURS && act.fits(read, words))
                        .toList(),
                read.home());
    }

    /** The act of that address, refused where the person may not do it or the bid is not in a state for it. */
    static BidAct required(String key, BidOfCall read, Words words) {
        BidAct act = Act.of(values(), key, "a bid", read.actor());
        if (!act.fits(read, words)) {
            throw Act.doesNotFit("the bid", BidWords.state(read.summary().state()));
        }
        return act;
    }

    boolean fits(BidOfCall read, Words words) {
        return read.ours()
                && isFor(read.actor())
                && fits(BidState.LIFECYCLE, read.summary().state())
                && (this != REOPEN || !BidWords.isOver(read.summary(), words))
                && (this != HOURS || isBeforeTold(read.summary().callState()));
    }

    /** From then on the figure is published. */
    private static boolean isBeforeTold(GrantCallState call) {
        return switch (call) {
            case OPEN, CLOSED, ASSESSING, DECIDED -> true;
            case DRAFTED, SCHEDULED, INFORMED, ARCHIVED, WITHDRAWN -> false;
        };
    }
}
