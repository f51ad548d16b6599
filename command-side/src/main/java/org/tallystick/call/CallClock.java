package org.tallystick.call;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.tallystick.platform.Actor;
import org.tallystick.platform.ChangedAggregates;
import org.tallystick.platform.CommandPort;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/**
 * Opens and closes calls when their moment comes, or as soon as a process runs again. What is due is always worked out
 * from the history, so nothing is lost with a process, and nothing has to be armed again after a restore. Every node
 * runs one: the moment is part of the idempotency key, so a call is opened once.
 */
public final class CallClock implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(CallClock.class);
    private static final long TICK_MILLIS = 250;
    private static final long PAUSE_MILLIS = 5_000;

    private final ChangedAggregates changed;
    private final EventStore history;
    private final CommandPort commands;
    private final Clock clock;
    private final Map<String, Instant> due = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    /** Over the calls of the history. */
    public CallClock(ChangedAggregates changed, EventStore history, CommandPort commands, Clock clock) {
        this.changed = changed;
        this.history = history;
        this.commands = commands;
        this.clock = clock;
    }

    /** Looks once at what is due and does it. */
    void tick() {
        changed.since().forEach(this::note);
        Instant now = clock.instant();
        due.forEach((callId, moment) -> {
            if (!now.isBefore(moment)) {
                keepTime(callId, moment);
            }
        });
    }

    private void note(String callId) {
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
        Optional<Instant> moment = state == null || timetable == null ? Optional.empty() : state.dueAt(timetable);
        moment.ifPresentOrElse(at -> due.put(callId, at), () -> due.remove(callId));
    }

    private void keepTime(String callId, Instant moment) {
        String key = UUID.nameUUIDFromBytes((callId + " " + moment).getBytes(StandardCharsets.UTF_8))
                .toString();
        try {
            commands.send(new GrantCallCommand.KeepTime(callId), Actor.OPERATOR, key);
        } catch (Rejection refused) {
            if (refused.refusal() != Refusal.WRONG_STATE) {
                LOGGER.warn("A call was not kept to time; it is tried again", refused);
                return;
            }
        }
        // What follows from it comes back with the history.
        due.remove(callId, moment);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("call-clock").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping != null) {
            stopping.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                tick();
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException fault) {
                if (running) {
                    LOGGER.warn("The clock of the calls missed a beat; it tries again", fault);
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
