package org.tallystick.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.AxonException;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way of every command: may this role send it, has it been answered before, then the aggregate decides in one
 * transaction with the receipt of its idempotency key, and the answer waits until the events are sequenced.
 *
 * <p>A conflict with somebody else is decided again on the new state, where the command says it may be, up to
 * {@value #ATTEMPTS} times. A refusal is decided again once, on one snapshot of the history: aggregates are read one
 * after another, and what the first and the last of them said may never have been true at one moment.
 */
public final class CommandDispatcher implements CommandPort {

    static final int ATTEMPTS = 20;
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandDispatcher.class);
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^\\]]+)]");
    private static final Duration WAIT_FOR_POSITION = Duration.ofSeconds(10);

    private final CommandBus bus;
    private final EventStorageEngine store;
    private final TransactionTemplate transactions;
    private final TransactionTemplate onOneSnapshot;
    private final Receipts receipts;
    private final Sequencer sequencer;
    private final Refusals refusals;
    private final Clock clock;

    /** Over the bus whose handlers append in the transaction that is open when they are called. */
    public CommandDispatcher(
            CommandBus bus,
            EventStorageEngine store,
            TransactionTemplate transactions,
            Receipts receipts,
            Sequencer sequencer,
            Refusals refusals,
            Clock clock) {
        this.bus = bus;
        this.store = store;
        this.transactions = transactions;
        this.onOneSnapshot = onOneSnapshot(transactions);
        this.receipts = receipts;
        this.sequencer = sequencer;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public Receipt send(Command command, Actor actor, String idempotencyKey) {
        try {
            return decided(command, actor, idempotencyKey);
        } catch (Rejection rejection) {
            refusals.record(command, actor, rejection);
            throw rejection;
        }
    }

    private Receipt decided(Command command, Actor actor, String key) {
        return sequenced(command, recorded(command, actor, key));
    }

    /** Decides without waiting for the position of the events. */
    Receipts.LastEvent recorded(Command command, Actor actor, String key) {
        Instant now = clock.instant();
        check(command, actor, now);
        Receipts.Request request = Receipts.Request.of(command, actor, key);
        for (int attempt = 1; ; attempt++) {
            Optional<Receipts.LastEvent> before = receipts.find(request);
            if (before.isPresent()) {
                return before.get();
            }
            try {
                return attempt(command, actor, request, now);
            } catch (ConcurrencyException
                    | AggregateStreamCreationException
                    | DeadlockException
                    | ConcurrencyFailureException
                    | DuplicateKeyException conflict) {
                refuseOrGoOn(command, conflict, attempt);
            } catch (KeyTaken taken) {
                throw taken.rejection();
            } catch (AggregateNotFoundException unknown) {
                throw CommandContext.notFound(String.valueOf(unknown.getAggregateIdentifier()));
            } catch (IncompatibleAggregateException another) {
                throw Rejection.of(Refusal.NOT_FOUND, "An id of this request is that of something of another kind.");
            }
        }
    }

    /** Refuses what no aggregate needs to be asked about. */
    static void check(Command command, Actor actor, Instant now) {
        Access.require(actor, command.getClass());
        requireNotInFuture(command, now);
    }

    private Receipts.LastEvent attempt(Command command, Actor actor, Receipts.Request request, Instant now) {
        try {
            return attempt(transactions, command, actor, request, now);
        } catch (Rejection onWhatWasReadBitByBit) {
            return attempt(onOneSnapshot, command, actor, request, now);
        }
    }

    private Receipts.LastEvent attempt(
            TransactionTemplate transaction, Command command, Actor actor, Receipts.Request request, Instant now) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            dispatch(command, actor, request.key(), now);
            return receipts.keep(request, now);
        }));
    }

    private static TransactionTemplate onOneSnapshot(TransactionTemplate like) {
        TransactionTemplate template =
                new TransactionTemplate(java.util.Objects.requireNonNull(like.getTransactionManager()));
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return template;
    }

    /** Has it decided in the transaction and unit of work that are open, if any. */
    void dispatch(Command command, Actor actor, String key, Instant now) {
        MetaData metaData = CommandContext.metaData(command, actor, now).and(CommandContext.IDEMPOTENCY_KEY, key);
        Outcome outcome = new Outcome();
        bus.dispatch(new GenericCommandMessage<>(command, metaData), (_, result) -> {
            if (result.isExceptional()) {
                outcome.problem = result.exceptionResult();
            }
        });
        outcome.throwProblem();
    }

    private void refuseOrGoOn(Command command, RuntimeException conflict, int attempt) {
        // A command may begin other aggregates than its own, and of those somebody else may have begun one just now:
        // what it then finds it goes on with, and what stands in its way once more is not its own to begin.
        Optional<String> taken = takenId(conflict);
        if (taken.filter(id -> attempt > 1 || id.equals(command.target())).isPresent()) {
            throw Rejection.of(Refusal.ALREADY_EXISTS, taken.get() + " exists already.");
        }
        if (!command.retriedOnConflict() || attempt >= ATTEMPTS) {
            LOGGER.info("A conflict was refused: {}", conflict.getMessage());
            throw Rejection.of(Refusal.CONFLICT, "Somebody else changed this at the same moment.");
        }
    }

    /** The aggregate that was to begin and is there already. */
    private Optional<String> takenId(RuntimeException conflict) {
        return Optional.of(conflict)
                .filter(AggregateStreamCreationException.class::isInstance)
                .map(problem -> IN_BRACKETS.matcher(String.valueOf(problem.getMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(id -> store.lastSequenceNumberFor(id).isPresent());
    }

    private Receipt sequenced(Command command, Receipts.LastEvent last) {
        try {
            long position = sequencer.awaitPosition(last.aggregateId(), last.sequence(), WAIT_FOR_POSITION);
            return new Receipt(position, command.target());
        } catch (SequencingTimeout late) {
            LOGGER.warn("An event waits for its position", late);
            throw Rejection.of(
                    Refusal.NOT_YET,
                    "It is recorded but has no place in the log yet; send it again with the same Idempotency-Key.");
        }
    }

    private static void requireNotInFuture(Command command, Instant now) {
        if (command instanceof Effective effective && effective.effectiveOn() != null) {
            Require.date(effective.effectiveOn(), "effectiveOn");
            if (effective.effectiveOn().isAfter(UkTime.dayOf(now))) {
                throw Require.invalid("effectiveOn", "must not be in the future.");
            }
        }
    }

    /** What the bus said; it answers on the thread that asks. */
    private static final class Outcome {
        private @Nullable Throwable problem;

        void throwProblem() {
            switch (problem) {
                case null -> {}
                case Rejection rejection -> throw rejection;
                case RuntimeException runtime when runtime.getCause() instanceof Rejection rejection -> throw rejection;
                case AxonException axon -> throw axon;
                case RuntimeException runtime -> throw runtime;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
