package org.tallystick.platform;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs projections over the log in batches and nothing else: no command is sent, no clock is asked, nobody is told. All
 * of them stand at one position. Rows and progress are written in one transaction, so whoever goes on after a kill
 * projects nothing twice.
 */
public final class ProjectionRun {

    private final SequencedLog log;
    private final EventSerializer serializer = new EventSerializer(TypeNames.ofEvents());
    private final List<Projection> projections;
    private final @Nullable LocalDate effectiveUntil;
    private final Progress progress;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    /**
     * Into the read models of a schema, which nothing else writes to.
     *
     * @param source connections in that schema
     * @param projections over the same source
     * @param effectiveUntil what took effect later is left out; null leaves nothing out
     */
    public ProjectionRun(DataSource source, List<Projection> projections, @Nullable LocalDate effectiveUntil) {
        this.log = new SequencedLog(source);
        this.projections = List.copyOf(projections);
        this.effectiveUntil = effectiveUntil;
        this.progress = new Progress(source);
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.projections.forEach(projection -> progress.register(projection.name()));
    }

    /** The last position that all of them have come to. */
    public long position() {
        return progress.all().values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /**
     * Projects the next batch.
     *
     * @param upTo the last position that counts
     * @param alongside done in the same transaction, with the new position
     * @return the position that they have come to
     */
    public long next(long upTo, java.util.function.LongConsumer alongside) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            // A batch that a crash of the database forgets is made again.
            jdbc.execute("SET LOCAL synchronous_commit TO off");
            long after = projections.stream()
                    .mapToLong(projection -> progress.locked(projection.name()))
                    .min()
                    .orElse(upTo);
            long position = after >= upTo ? after : project(after, upTo);
            alongside.accept(position);
            return position;
        }));
    }

    private long project(long after, long upTo) {
        List<SequencedEvent> page = log.read(after, (int) Math.min(Projections.BATCH_SIZE, upTo - after));
        if (page.isEmpty()) {
            throw new IllegalStateException("The log ends at position " + after + ", before " + upTo + ".");
        }
        List<TrackedEventMessage<?>> messages = EventUtils.upcastAndDeserializeTrackedEvents(
                        page.stream(), serializer, Upcasters.all())
                .toList();
        long last = page.getLast().position();
        for (Projection projection : projections) {
            List<EventMessage<?>> events = messages.stream()
                    .filter(message -> projection.handles(message.getPayloadType()) && counts(message))
                    .<EventMessage<?>>map(message -> message)
                    .toList();
            if (!events.isEmpty()) {
                projection.project(BatchedProjection.readWhenAskedFor(events));
            }
            progress.advance(projection.name(), last);
        }
        return last;
    }

    private boolean counts(EventMessage<?> message) {
        return effectiveUntil == null || !Recorded.effectiveOn(message).isAfter(effectiveUntil);
    }
}
