package org.tallystick.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;

/**
 * Asks a query on behalf of somebody: may they ask it at all, has the answer got far enough, and then Axon's query bus.
 */
public final class QueryDispatcher implements QueryPort {

    /** The asker, in the metadata of a query. */
    public static final String ACTOR = "actor";

    /** Where a streamed answer goes, in the metadata of its query. */
    public static final String OUT = "out";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 5;

    private final QueryBus bus;
    private final Progress progress;
    private final SequencedLog log;
    private final Function<String, QueryPort> replays;

    /**
     * Over a bus on which all answers are subscribed.
     *
     * @param replays the way to each replay
     */
    public QueryDispatcher(QueryBus bus, Progress progress, SequencedLog log, Function<String, QueryPort> replays) {
        this.bus = bus;
        this.progress = progress;
        this.log = log;
        this.replays = replays;
    }

    @Override
    public QueryPort at(String replayId) {
        return replays.apply(replayId);
    }

    @Override
    @SuppressWarnings("unchecked") // the answer is what the query's type says, which its handler was chosen by
    public <R> R ask(Query<R> query, Actor actor, long after) {
        Access.require(actor, query.getClass());
        requireText(query);
        await(after);
        return (R) answer(query, MetaData.with(ACTOR, actor));
    }

    @Override
    public void write(StreamedQuery query, Actor actor, long after, OutputStream out) throws IOException {
        check(query, actor, after);
        try {
            answer(query, MetaData.with(ACTOR, actor).and(OUT, out));
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw e;
        }
    }

    /** Refuses what {@link #write} would refuse before its first byte. */
    void check(StreamedQuery query, Actor actor, long after) {
        Access.require(actor, query.getClass());
        requireText(query);
        await(after);
    }

    /** What no text can have, no database can be asked for. */
    private static void requireText(Query<?> query) {
        for (RecordComponent component : query.getClass().getRecordComponents()) {
            try {
                if (String.valueOf(component.getAccessor().invoke(query)).indexOf('\0') >= 0) {
                    throw Require.invalid(component.getName(), "must not contain control characters.");
                }
            } catch (ReflectiveOperationException hidden) {
                throw new IllegalStateException(hidden);
            }
        }
    }

    private Object answer(Query<?> query, MetaData metaData) {
        QueryMessage<?, ?> message =
                new GenericQueryMessage<>(query, query.getClass().getName(), AnyAnswer.INSTANCE).withMetaData(metaData);
        try {
            QueryResponseMessage<?> response = bus.query(message).get();
            if (response.isExceptional()) {
                throw unchecked(response.exceptionResult());
            }
            return response.getPayload();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejection.of(Refusal.UNAVAILABLE, "The answer was interrupted.");
        }
    }

    private void await(long after) {
        if (after <= 0) {
            return;
        }
        long head = log.headPosition();
        if (after > head) {
            throw Require.invalid("after", "is beyond the last event, which is at " + head + ".");
        }
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!reached(after)) {
            if (System.nanoTime() > deadline) {
                throw Rejection.of(
                        Refusal.NOT_YET, "The answer has not got to position " + after + " yet: " + progress.all());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Rejection.of(Refusal.NOT_YET, "The answer has not got to position " + after + " yet.");
            }
        }
    }

    private boolean reached(long after) {
        Map<String, Long> positions = progress.all();
        return positions.values().stream().allMatch(position -> position >= after);
    }

    private static RuntimeException unchecked(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return rejection;
            }
        }
        return problem instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("A query failed", problem);
    }
}
