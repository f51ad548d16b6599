package org.tallystick.replay;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.tallystick.replay.ReplayEvent.ReplayCancelled;
import org.tallystick.replay.ReplayEvent.ReplayDropped;
import org.tallystick.replay.ReplayEvent.ReplayRequested;

/** A replay as something that auditors ask for. */
public class Replay {

    // Null until the first event: an aggregate that seems to have an id already is stored under that one.
    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String replayId;

    private @Nullable ReplayState state;

    /** For replay. */
    protected Replay() {}

    /** A new one. */
    public Replay(ReplayRequested requested) {
        apply(requested);
    }

    @CommandHandler
    void handle(ReplayCommand.CancelReplay command) {
        ReplayState.LIFECYCLE.require(state, ReplayCancelled.class, "cancelled");
        apply(new ReplayCancelled(command.replayId()));
    }

    @CommandHandler
    void handle(ReplayCommand.DropReplay command) {
        ReplayState.LIFECYCLE.require(state, ReplayDropped.class, "dropped");
        apply(new ReplayDropped(command.replayId()));
    }

    @EventSourcingHandler
    void evolve(ReplayEvent event) {
        replayId = event.replayId();
        state = ReplayState.LIFECYCLE.after(state, event);
    }

    /** Its id. */
    public String replayId() {
        return replayId;
    }
}
