package org.tallystick.call;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Deadlines;
import org.tallystick.platform.Event;

/** Calls open and close at the moments of their timetables. */
public final class CallDeadlines implements Deadlines {

    private final EventStore history;

    /** Over the history. */
    public CallDeadlines(EventStore history) {
        this.history = history;
    }

    @Override
    public String aggregateType() {
        return "GrantCall";
    }

    @Override
    public Class<? extends Event> startedBy() {
        return GrantCallEvent.CallApproved.class;
    }

    @Override
    public Optional<Due> of(String callId) {
        Standing call = read(callId);
        return call.state == null || call.timetable == null
                ? Optional.empty()
                : call.state
                        .dueAt(call.timetable)
                        .map(moment -> new Due(moment, new GrantCallCommand.KeepTime(callId)));
    }

    /** The timetable of a call as it stands. */
    public Optional<Timetable> timetable(String callId) {
        return Optional.ofNullable(read(callId).timetable);
    }

    private record Standing(
            @Nullable GrantCallState state, @Nullable Timetable timetable) {}

    private Standing read(String callId) {
        GrantCallState state = null;
        Timetable timetable = null;
        for (var events = history.readEvents(callId); events.hasNext(); ) {
            if (events.next().getPayload() instanceof GrantCallEvent event) {
                state = GrantCallState.LIFECYCLE.after(state, event);
                timetable = event instanceof GrantCallEvent.Written written
                        ? written.terms().timetable()
                        : timetable;
            }
        }
        return new Standing(state, timetable);
    }
}
