package org.tallystick.history;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

/** The log as something that has a name, a key that signs it, and periods that are closed. */
public class TransparencyLog {

    // Null until the first event: an aggregate that seems to have an id already is stored under that one.
    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String logId;

    private String origin = "";
    private String publicKey = "";
    private long closedUpTo;
    private final Set<String> closed = new HashSet<>();

    /** For replay. */
    protected TransparencyLog() {}

    /** A log begins. */
    @CommandHandler
    public TransparencyLog(HistoryCommand.OpenLog command) {
        apply(new HistoryEvent.LogOpened(command.logId(), command.origin(), command.publicKey()));
    }

    @CommandHandler
    void handle(HistoryCommand.RotateLogKey command) {
        NoteKey until = NoteKey.parse(publicKey);
        byte[] said = HistoryEvent.LogKeyRotated.rotation(origin, command.publicKey());
        if (command.publicKey().equals(publicKey)
                || !NoteKey.parse(command.publicKey()).name().equals(until.name())) {
            throw Require.invalid("publicKey", "must be another key of the same name.");
        }
        if (!until.verifies(said, Base64.getDecoder().decode(command.signature()))) {
            throw Require.invalid("signature", "must be that of the key that signs now.");
        }
        apply(new HistoryEvent.LogKeyRotated(logId, command.publicKey(), command.signature()));
    }

    @CommandHandler
    void handle(HistoryCommand.ClosePeriod command, CommandContext context) {
        if (closed.contains(command.period())) {
            throw Rejection.of(Refusal.WRONG_STATE, "The period " + command.period() + " is closed already.");
        }
        if (!HistoryCommand.lastDayOf(command.period()).isBefore(context.today())) {
            throw Rejection.of(Refusal.WRONG_STATE, "The period " + command.period() + " is not over yet.");
        }
        if (command.upTo() < closedUpTo) {
            throw Require.invalid("upTo", "must not be before that of the period closed last, " + closedUpTo + ".");
        }
        apply(new HistoryEvent.PeriodClosed(
                logId,
                command.period(),
                HistoryCommand.lastDayOf(command.period()),
                command.upTo(),
                command.accounts(),
                command.debitPence(),
                command.creditPence(),
                command.root()));
    }

    @EventSourcingHandler
    void evolve(HistoryEvent event) {
        logId = event.logId();
        switch (event) {
            case HistoryEvent.LogOpened e -> {
                origin = e.origin();
                publicKey = e.publicKey();
            }
            case HistoryEvent.LogKeyRotated e -> publicKey = e.publicKey();
            case HistoryEvent.PeriodClosed e -> {
                closed.add(e.period());
                closedUpTo = e.upTo();
            }
        }
    }
}
