package org.tallystick.platform;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.platform.Deadlines.Due;

/**
 * Does what is due when its moment comes, or as soon as a process runs again. What is due is always worked out from the
 * history, so nothing is lost with a process, and nothing has to be armed again after a restore. Every node runs one:
 * the moment is part of the idempotency key, so each thing is done once.
 */
public final class Clockwork extends Repeated {

    private static final Logger LOGGER = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final List<Hand> hands;
    private final CommandPort commands;
    private final Clock clock;

    /** Over the history, for some kinds of aggregates. */
    public Clockwork(JdbcTemplate history, List<? extends Deadlines> deadlines, CommandPort commands, Clock clock) {
        super("clockwork", TICK, PAUSE);
        this.hands = deadlines.stream()
                .map(kind -> new Hand(new ChangedAggregates(history, kind), kind))
                .toList();
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    protected void once() {
        tick();
    }

    /** Looks once at what is due and does it. */
    public void tick() {
        hands.forEach(Hand::tick);
    }

    /** What is to be done about one kind of aggregate. */
    private final class Hand {
        private final ChangedAggregates changed;
        private final Deadlines deadlines;
        private final Set<String> toLookAt = new HashSet<>();
        private final Map<String, Waiting> waiting = new HashMap<>();

        Hand(ChangedAggregates changed, Deadlines deadlines) {
            this.changed = changed;
            this.deadlines = deadlines;
        }

        void tick() {
            toLookAt.addAll(changed.since());
            for (String id : List.copyOf(toLookAt)) {
                look(id, null);
                toLookAt.remove(id);
            }
            Instant now = clock.instant();
            Map.copyOf(waiting).forEach((id, next) -> {
                if (!now.isBefore(next.tryAt())) {
                    act(id, next.due(), now);
                }
            });
        }

        /** Whatever is due next, but nothing that was just found not to be. */
        private void look(String id, @Nullable Due notDue) {
            Optional<Due> due = deadlines.of(id).filter(next -> !next.equals(notDue));
            due.ifPresentOrElse(next -> waiting.put(id, new Waiting(next, next.at())), () -> waiting.remove(id));
        }

        private void act(String id, Due due, Instant now) {
            try {
                commands.send(due.command(), Actor.OPERATOR, keyOf(id, due));
                look(id, due);
            } catch (Rejection refused) {
                if (refused.refusal() == Refusal.WRONG_STATE) {
                    look(id, due);
                } else {
                    again(id, due, now, refused);
                }
            } catch (RuntimeException fault) {
                again(id, due, now, fault);
            }
        }

        private void again(String id, Due due, Instant now, RuntimeException problem) {
            if (isRunning()) {
                LOGGER.atWarn()
                        .addKeyValue("command", due.command().getClass().getSimpleName())
                        .addKeyValue("target", id)
                        .setCause(problem)
                        .log("What is due was not done; it is tried again");
            }
            waiting.put(id, new Waiting(due, now.plus(PAUSE)));
        }
    }

    private record Waiting(Due due, Instant tryAt) {}

    private static String keyOf(String id, Due due) {
        String what = due.command().getClass().getSimpleName() + " " + id + " " + due.at();
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
