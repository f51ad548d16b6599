package org.tallystick.bid;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.call.CallDeadlines;
import org.tallystick.platform.Deadlines;
import org.tallystick.platform.Event;
import org.tallystick.platform.EventTypes;

/** Bids that are not sent lapse when their call closes. */
public final class BidDeadlines implements Deadlines {

    private final JdbcTemplate jdbc;
    private final EventStore history;
    private final CallDeadlines calls;
    private final Map<String, String> callsOfDrafts = new ConcurrentHashMap<>();

    /** Over the history. */
    public BidDeadlines(JdbcTemplate jdbc, EventStore history, CallDeadlines calls) {
        this.jdbc = jdbc;
        this.history = history;
        this.calls = calls;
    }

    @Override
    public String aggregateType() {
        return "Bid";
    }

    @Override
    public Optional<Due> of(String bidId) {
        BidState state = state(bidId);
        if (state == null || !state.isDraft()) {
            callsOfDrafts.remove(bidId);
            return Optional.empty();
        }
        return calls.timetable(callsOfDrafts.computeIfAbsent(bidId, this::callOf))
                .map(timetable -> new Due(timetable.closesAt(), new BidCommand.LapseBid(bidId)));
    }

    /** From the types of the events alone: a bid may be long. */
    private @Nullable BidState state(String bidId) {
        BidState state = null;
        for (String type : jdbc.queryForList(
                "SELECT type FROM history.event WHERE aggregate_id = ? ORDER BY sequence", String.class, bidId)) {
            state = BidState.LIFECYCLE.after(state, EventTypes.classOf(type).asSubclass(Event.class));
        }
        return state;
    }

    private String callOf(String bidId) {
        return ((BidEvent.BidStarted) history.readEvents(bidId).next().getPayload()).callId();
    }
}
