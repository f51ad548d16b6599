package org.tallystick.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.history.HistoryQuery.EventPage;
import org.tallystick.history.HistoryQuery.Events;
import org.tallystick.history.HistoryQuery.LogState;
import org.tallystick.history.HistoryQuery.LogView;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.history.HistoryQuery.OneEvent;
import org.tallystick.history.HistoryQuery.ProjectionState;
import org.tallystick.platform.Columns;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Json;
import org.tallystick.platform.Progress;
import org.tallystick.platform.Require;
import org.tallystick.platform.Rows;
import org.tallystick.platform.UkTime;
import tools.jackson.core.type.TypeReference;

/** Answers about the log itself. */
public final class HistoryAnswers {

    private static final int MOST = 1_000;
    private static final int STANDARD = 100;

    static final String FROM = "history.event_log l JOIN history.event e ON e.insertion = l.insertion";
    static final String COLUMNS = "l.position, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence, e.type,"
            + " e.revision, e.recorded_at, e.payload, e.metadata, l.leaf_hash";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final DataSource source;
    private final LongSupplier head;
    private final Progress progress;
    private final PublishedLog published;

    /**
     * Over the log, and the progress of the projections.
     *
     * @param head the last position of the log that counts
     */
    public HistoryAnswers(DataSource source, Progress progress, PublishedLog published, LongSupplier head) {
        this.source = source;
        this.head = head;
        this.progress = progress;
        this.published = published;
    }

    @QueryHandler
    EventPage events(Events query) {
        if (query.from() < 0) {
            throw Require.invalid("from", "must not be below 0.");
        }
        int size = query.size() == 0 ? STANDARD : Require.between(query.size(), 1, MOST, "size");
        if (query.type() != null && !EventTypes.all().containsKey(query.type())) {
            throw Require.invalid("type", "must be the name of an event, such as fund.MoneyCommitted.");
        }
        long head = this.head.getAsLong();
        LogStretch stretch = LogStretch.of(query, head);
        List<LoggedEvent> found = Rows.of(source, FROM)
                .with("low", stretch.low())
                .with("high", stretch.high())
                .where("l.position BETWEEN :low AND :high")
                .whereGiven("e.aggregate_id = :about", "about", query.about())
                .whereGiven("e.type = :type", "type", query.type())
                .whereGiven("convert_from(e.metadata, 'UTF8')::jsonb ->> 'actorId' = :by", "by", query.by())
                .all(
                        COLUMNS,
                        "l.position " + (query.newestFirst() ? "DESC" : "ASC") + " LIMIT " + (size + 1),
                        (row, _) -> event(row));
        return found.size() > size
                ? new EventPage(
                        List.copyOf(found.subList(0, size)),
                        head,
                        found.get(size).position())
                : new EventPage(List.copyOf(found), head, stretch.next());
    }

    @QueryHandler
    LoggedEvent event(OneEvent query) {
        return one(source, query, head.getAsLong());
    }

    /** One event of a log that counts up to a position. */
    static LoggedEvent one(DataSource source, OneEvent query, long head) {
        return Rows.of(source, FROM)
                .with("position", query.position())
                .with("head", head)
                .where("l.position = :position AND l.position <= :head")
                .only(COLUMNS, (row, _) -> event(row), "event");
    }

    @QueryHandler
    LogView state(LogState query) {
        long head = this.head.getAsLong();
        List<ProjectionState> projections = progress.all().entrySet().stream()
                .map(e -> new ProjectionState(e.getKey(), e.getValue(), Math.max(0, head - e.getValue())))
                .toList();
        return new LogView(head, oldestUnsequencedMillis(), projections, published.state());
    }

    private long oldestUnsequencedMillis() {
        return Rows.of(source, "history.event e")
                .where("e.insertion > (SELECT low_water FROM history.event_log_head)")
                .where("NOT EXISTS (SELECT FROM history.event_log l WHERE l.insertion = e.insertion)")
                .one(
                        "GREATEST(COALESCE((extract(epoch FROM clock_timestamp() - min(e.recorded_at)) * 1000)::bigint,"
                                + " 0), 0) AS millis",
                        (row, _) -> row.getLong("millis"))
                .orElse(0L);
    }

    static LoggedEvent event(ResultSet row) throws SQLException {
        Instant recordedAt = Columns.instant(row, "recorded_at");
        Map<String, Object> metadata = json(row, "metadata");
        Object effectiveOn = metadata.get("effectiveOn");
        return new LoggedEvent(
                row.getLong("position"),
                Columns.text(row, "event_id"),
                Columns.text(row, "aggregate_type"),
                Columns.text(row, "aggregate_id"),
                row.getLong("sequence"),
                Columns.text(row, "type"),
                Columns.text(row, "revision"),
                recordedAt,
                effectiveOn == null ? UkTime.dayOf(recordedAt) : LocalDate.parse(effectiveOn.toString()),
                json(row, "payload"),
                metadata,
                HexFormat.of().formatHex(row.getBytes("leaf_hash")));
    }

    private static Map<String, Object> json(ResultSet row, String column) throws SQLException {
        return Json.mapper().readValue(new String(row.getBytes(column), StandardCharsets.UTF_8), OBJECT);
    }
}
