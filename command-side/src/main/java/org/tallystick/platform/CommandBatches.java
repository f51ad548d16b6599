package org.tallystick.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends many commands of one sender at once, for imports: several share a transaction, a flush to disk, and one reading
 * of what they are about, and nobody waits for the position of each.
 *
 * <p>Each command happens in whole or not at all, as when it is sent alone. Where one of several is refused, nothing of
 * their transaction is kept, and they are sent again in two halves, down to the one that is refused. Keys are those of
 * {@link CommandPort}: what was answered before is not done again.
 */
public final class CommandBatches {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final CommandDispatcher dispatcher;
    private final TransactionTemplate transactions;
    private final Receipts receipts;
    private final EventStorageEngine store;
    private final Sequencer sequencer;
    private final Clock clock;

    /** Beside the dispatcher of single commands, over the same store. */
    CommandBatches(
            CommandDispatcher dispatcher,
            TransactionTemplate transactions,
            Receipts receipts,
            EventStorageEngine store,
            Sequencer sequencer,
            Clock clock) {
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.receipts = receipts;
        this.store = store;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    /** A command with its idempotency key. */
    public record Sending(Command command, String idempotencyKey) {}

    /** What became of a command. */
    public enum Result {
        DONE,
        DONE_BEFORE,
        REFUSED
    }

    /** A command's result, with the refusal where there is one. */
    public record Outcome(Result result, @Nullable Rejection rejection) {

        static final Outcome DONE = new Outcome(Result.DONE, null);
        static final Outcome DONE_BEFORE = new Outcome(Result.DONE_BEFORE, null);

        static Outcome refused(Rejection rejection) {
            return new Outcome(Result.REFUSED, rejection);
        }
    }

    private record Task(Sending sending, Receipts.Request request) {}

    /** Sends them in their order; the outcomes are in the same order. Two of them never share a key. */
    public List<Outcome> send(List<Sending> sendings, Actor actor) {
        if (sendings.isEmpty()) {
            return List.of();
        }
        List<Task> tasks = sendings.stream()
                .map(sending ->
                        new Task(sending, Receipts.Request.of(sending.command(), actor, sending.idempotencyKey())))
                .toList();
        Map<String, String> before =
                receipts.answered(tasks.stream().map(Task::request).toList());
        Map<Task, Outcome> outcomes = new HashMap<>();
        List<Task> open = new ArrayList<>();
        for (Task task : tasks) {
            String hash = before.get(task.request().key());
            if (task.request().hash().equals(hash)) {
                outcomes.put(task, Outcome.DONE_BEFORE);
            } else {
                open.add(task);
            }
        }
        decide(open, actor, outcomes);
        return tasks.stream()
                .map(outcomes::get)
                .map(java.util.Objects::requireNonNull)
                .toList();
    }

    /**
     * Waits until the events of the last command have their position.
     *
     * @return the position
     * @throws SequencingTimeout where they have none after a minute
     */
    public long awaitSequenced(Command last) {
        long sequence = store.lastSequenceNumberFor(last.target()).orElseThrow();
        return sequencer.awaitPosition(last.target(), sequence, LONGEST_WAIT);
    }

    private void decide(List<Task> tasks, Actor actor, Map<Task, Outcome> outcomes) {
        if (tasks.size() == 1) {
            outcomes.put(tasks.getFirst(), alone(tasks.getFirst(), actor));
        } else if (!tasks.isEmpty()) {
            try {
                together(tasks, actor);
                tasks.forEach(task -> outcomes.put(task, Outcome.DONE));
            } catch (RuntimeException refusedOrInConflict) {
                // What it was is met again by the one it belongs to.
                int half = tasks.size() / 2;
                decide(tasks.subList(0, half), actor, outcomes);
                decide(tasks.subList(half, tasks.size()), actor, outcomes);
            }
        }
    }

    private Outcome alone(Task task, Actor actor) {
        try {
            dispatcher.recorded(task.sending().command(), actor, task.request().key());
            return Outcome.DONE;
        } catch (Rejection rejection) {
            return Outcome.refused(rejection);
        }
    }

    private void together(List<Task> tasks, Actor actor) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(_ -> {
            UnitOfWork<Message<?>> work = DefaultUnitOfWork.startAndGet(null);
            try {
                for (Task task : tasks) {
                    CommandDispatcher.check(task.sending().command(), actor, now);
                    dispatcher.dispatch(
                            task.sending().command(), actor, task.request().key(), now);
                }
                work.commit();
            } catch (RuntimeException failed) {
                if (work.isActive()) {
                    work.rollback(failed);
                }
                throw failed;
            }
            receipts.keepAll(
                    tasks.stream().map(Task::request).toList(),
                    tasks.stream()
                            .map(task -> task.sending().command().target())
                            .toList(),
                    now);
        });
    }
}
