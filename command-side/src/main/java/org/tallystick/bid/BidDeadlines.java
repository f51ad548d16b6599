package org.tallystick.bid;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.tallystick.call.CallDeadlines;
import org.tallystick.platform.Deadlines;
import org.tallystick.platform.Event;
import org.tallystick.platform.HistoryInShort;

/** Bids that are not sent lapse when their call closes. */
public final class BidDeadlines implements Deadlines {

    private final HistoryInShort inShort;
    private final EventStore history;
    private final CallDeadlines calls;
    private final Map<String, String> callsOfDrafts = new ConcurrentHashMap<>();

    /** Over the history. */
    public BidDeadlines(HistoryInShort inShort, EventStore history, CallDeadlines calls) {
        this.inShort = inShort;
        this.history = history;
        this.calls = calls;
    }

    @Override
    public String aggregateType() {
        return "Bid";
    }

    @Override
    public Class<? extends Event> startedBy() {
        return BidEvent.BidStarted.class;
    }

    @Override
    public Optional<Due> of(String bidId) {
        if (inShort.state(bidId, BidState.LIFECYCLE).filter(BidState::isDraft).isEmpty()) {
            callsOfDrafts.remove(bidId);
            return Optional.empty();
        }
        return calls.timetable(callsOfDrafts.computeIfAbsent(bidId, this::callOf))
                .map(timetable -> new Due(timetable.closesAt(), new BidCommand.LapseBid(bidId)));
    }

    /** From its first event, which a snapshot would hide. */
    private String callOf(String bidId) {
        return ((BidEvent.BidStarted) history.readEvents(bidId, 0).next().getPayload()).callId();
    }
}
