package org.tallystick.bid;

import java.util.Arrays;
import java.util.List;
import org.tallystick.platform.Access;
import org.tallystick.platform.Event;
import org.tallystick.platform.Link;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Words;

/** What may be done to a bid as a whole; the page of each is {@code /bids/{bidId}/{key}}. */
enum BidAct {
    REOPEN("reopen", "Take it up again", BidCommand.ReopenBid.class, BidEvent.BidReopened.class),
    WITHDRAW("withdraw", "Withdraw the bid", BidCommand.WithdrawBid.class, BidEvent.BidWithdrawn.class);

    private final String key;
    private final String label;
    private final Class<? extends BidCommand> command;
    private final Class<? extends Event> event;

    BidAct(String key, String label, Class<? extends BidCommand> command, Class<? extends Event> event) {
        this.key = key;
        this.label = label;
        this.command = command;
        this.event = event;
    }

    /** What its link says. */
    String label() {
        return label;
    }

    /** All that this person may do now. */
    static List<Link> offered(BidOfCall read, Words words) {
        return Arrays.stream(values())
                .filter(act -> act.fits(read, words))
                .map(act -> new Link(act.label, read.home() + "/" + act.key))
                .toList();
    }

    /** The act of that address, refused where the person may not do it or the bid is not in a state for it. */
    static BidAct required(String key, BidOfCall read, Words words) {
        BidAct act = Arrays.stream(values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "There is no such page of a bid."));
        Access.require(read.actor(), act.command);
        if (!act.fits(read, words)) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "This does not fit the bid as it is now. Its state is: "
                            + BidWords.state(read.summary().state()).text() + ".");
        }
        return act;
    }

    private boolean fits(BidOfCall read, Words words) {
        return read.ours()
                && Access.rolesOf(command).contains(read.actor().role())
                && BidState.LIFECYCLE.allows(read.summary().state(), event)
                && (this != REOPEN || !BidWords.isOver(read.summary(), words));
    }
}
