package org.tallystick.replay;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Require;
import org.tallystick.replay.ReplayCommand.RequestReplay;
import org.tallystick.replay.ReplayEvent.ReplayRequested;

/** Finds the position that a replay goes to, so that it is the same whenever the replay is made. */
public final class ReplayRequests {

    /** The history keeps times to the microsecond. */
    private static final long NEXT_NANOS = 1_000;

    private final Repository<Replay> replays;
    private final EventStore history;

    /** Over the aggregates and the history they are in. */
    public ReplayRequests(Repository<Replay> replays, EventStore history) {
        this.replays = replays;
        this.history = history;
    }

    @CommandHandler
    void handle(RequestReplay command, CommandContext context) throws Exception {
        long upTo = upTo(command, context);
        replays.newInstance(() -> new Replay(new ReplayRequested(
                command.replayId(),
                command.name(),
                command.scope(),
                upTo,
                command.recordedUntil(),
                command.effectiveUntil())));
    }

    private long upTo(RequestReplay command, CommandContext context) {
        long head = position(history.createHeadToken());
        if (head == 0) {
            throw Require.invalid("upTo", "cannot be found: nothing has happened yet.");
        }
        if (command.upTo() != null && command.upTo() > head) {
            throw Require.invalid("upTo", "must be a position of the history, from 1 to " + head + ".");
        }
        long last = command.upTo() == null ? head : command.upTo();
        return command.recordedUntil() == null ? last : Math.min(last, recordedUntil(command.recordedUntil(), context));
    }

    private long recordedUntil(Instant until, CommandContext context) {
        if (until.isAfter(context.at())) {
            throw Require.invalid("recordedUntil", "must not be in the future.");
        }
        long upTo = position(history.createTokenAt(until.plusNanos(NEXT_NANOS)));
        if (upTo == 0) {
            throw Require.invalid("recordedUntil", "is before anything was recorded.");
        }
        return upTo;
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
