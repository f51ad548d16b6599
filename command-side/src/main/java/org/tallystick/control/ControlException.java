package org.tallystick.control;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.tallystick.control.ControlEvent.ExceptionExplained;
import org.tallystick.control.ControlEvent.ExceptionReopened;

/** An exception of a control test as something that auditors say something of. */
public class ControlException {

    // Null until the first event: an aggregate that seems to have an id already is stored under that one.
    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String exceptionId;

    private @Nullable ExceptionState state;

    /** For replay, and before the first explanation. */
    public ControlException() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ControlCommand.ExplainException command) {
        ExceptionState.LIFECYCLE.require(state, ExceptionExplained.class, "explained");
        apply(new ExceptionExplained(command.target(), command.test(), command.key(), command.positions()));
    }

    @CommandHandler
    void handle(ControlCommand.ReopenException command) {
        ExceptionState.LIFECYCLE.require(state, ExceptionReopened.class, "reopened");
        apply(new ExceptionReopened(command.target(), command.test(), command.key()));
    }

    @EventSourcingHandler
    void evolve(ControlEvent event) {
        exceptionId = event.exceptionId();
        state = ExceptionState.LIFECYCLE.after(state, event);
    }

    /** Its id. */
    public String exceptionId() {
        return exceptionId;
    }
}
