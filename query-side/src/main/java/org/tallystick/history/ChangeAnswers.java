package org.tallystick.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.history.EventEffects.Moves;
import org.tallystick.history.EventEffects.SaysAnew;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.history.HistoryQuery.OneEvent;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.history.ProvenanceQuery.Changes;
import org.tallystick.history.ProvenanceQuery.ChangesBy;
import org.tallystick.history.ProvenanceQuery.StateChange;
import org.tallystick.history.ProvenanceQuery.Touched;
import org.tallystick.ledger.AccountChanges;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Event;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Lifecycle;
import org.tallystick.platform.Progress;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Rows;

/** Says of an event everything that it changed. */
public final class ChangeAnswers {

    /** A field of an event's payload as text. */
    private static final String FIELD = "convert_from(e.payload, 'UTF8')::jsonb ->> :by";

    private final DataSource source;
    private final List<Projection> projections;
    private final LongSupplier head;
    private final Progress progress;
    private final AccountChanges accounts;

    /**
     * Over the log and the read models.
     *
     * @param projections all that keep read models
     * @param head the last position of the log that counts
     */
    public ChangeAnswers(DataSource source, List<Projection> projections, LongSupplier head) {
        this.source = source;
        this.projections = List.copyOf(projections);
        this.head = head;
        this.progress = new Progress(source);
        this.accounts = new AccountChanges(source);
    }

    @QueryHandler
    Changes changes(ChangesBy query) {
        LoggedEvent event = HistoryAnswers.one(source, new OneEvent(query.position()), head.getAsLong());
        Class<?> type = EventTypes.classOf(event.type());
        return new Changes(
                neighbour(event, event.sequence() - 1),
                neighbour(event, event.sequence() + 1),
                EventEffects.saysAnew(event.type())
                        .flatMap(anew -> saidBefore(event, anew))
                        .orElse(null),
                EventEffects.moves(event.type()).stream()
                        .flatMap(moves -> moved(event, moves).stream())
                        .toList(),
                subjects(event.position()),
                accounts.by(event.position()),
                projections.stream()
                        .filter(projection -> projection.handles(type))
                        .map(Projection::name)
                        .toList());
    }

    private @Nullable Long neighbour(LoggedEvent event, long sequence) {
        return Rows.of(source, HistoryAnswers.FROM)
                .with("about", event.aggregateId())
                .with("sequence", sequence)
                .with("head", head.getAsLong())
                .where("e.aggregate_id = :about AND e.sequence = :sequence AND l.position <= :head")
                .one("l.position", (row, _) -> row.getLong("position"))
                .orElse(null);
    }

    private Optional<Long> saidBefore(LoggedEvent event, SaysAnew anew) {
        Rows rows = Rows.of(source, HistoryAnswers.FROM)
                .with("about", event.aggregateId())
                .with("sequence", event.sequence())
                .with("types", anew.types())
                .where("e.aggregate_id = :about AND e.sequence < :sequence AND e.type IN (:types)");
        if (!anew.by().isEmpty()) {
            rows.with("by", anew.by()).with("which", text(event, anew.by())).where(FIELD + " = :which");
        }
        return rows.all("l.position", "e.sequence DESC LIMIT 1", (row, _) -> row.getLong("position")).stream()
                .findFirst();
    }

    private Optional<StateChange> moved(LoggedEvent event, Moves moves) {
        String which = moves.by().isEmpty() ? "" : text(event, moves.by());
        if (which.isEmpty() && !moves.by().isEmpty()) {
            return Optional.empty();
        }
        Rows rows = Rows.of(source, "history.event e")
                .with("about", event.aggregateId())
                .with("sequence", event.sequence())
                .with("types", moves.types())
                .where("e.aggregate_id = :about AND e.sequence <= :sequence AND e.type IN (:types)");
        if (!which.isEmpty()) {
            // The signature, which says nothing of single instalments, begins all of them.
            rows.with("by", moves.by()).with("which", which).where("COALESCE(" + FIELD + ", :which) = :which");
        }
        return moved(moves.lifecycle(), which, rows.all("e.type", "e.sequence", (row, _) -> Columns.text(row, "type")));
    }

    private static <S extends Enum<S>> Optional<StateChange> moved(
            Lifecycle<S> lifecycle, String which, List<String> types) {
        S before = null;
        S after = null;
        for (String type : types) {
            Class<? extends Event> event = EventTypes.classOf(type).asSubclass(Event.class);
            before = after;
            after = lifecycle.allows(after, event) ? lifecycle.after(after, event) : after;
        }
        return after == null || after == before
                ? Optional.empty()
                : Optional.of(
                        new StateChange(lifecycle.noun(), which, before == null ? null : before.name(), after.name()));
    }

    private List<Touched> subjects(long position) {
        if (progress.of(TimelineProjection.NAME) < position) {
            throw Rejection.of(
                    Refusal.NOT_YET, "position", "What this event is about is being read in. Try again in a moment.");
        }
        String others = "FROM event_subject o WHERE o.subject = s.subject AND o.subject_id = s.subject_id";
        return Rows.of(source, "event_subject s")
                .with("position", position)
                .where("s.position = :position")
                .all(
                        "s.subject, s.subject_id, (SELECT max(o.position) " + others
                                + " AND o.position < :position) AS previous, (SELECT min(o.position) " + others
                                + " AND o.position > :position) AS next",
                        "s.subject, s.subject_id",
                        (row, _) -> new Touched(
                                Subject.valueOf(Columns.text(row, "subject")),
                                Columns.text(row, "subject_id"),
                                row.getObject("previous", Long.class),
                                row.getObject("next", Long.class)));
    }

    private static String text(LoggedEvent event, String field) {
        return Objects.toString(event.payload().get(field), "");
    }
}
