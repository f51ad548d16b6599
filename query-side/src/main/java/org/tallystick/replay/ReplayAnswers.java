package org.tallystick.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Rows;
import org.tallystick.replay.ReplayQuery.OneReplay;
import org.tallystick.replay.ReplayQuery.ReplayView;

/** Answers about replays. */
public final class ReplayAnswers {

    static final String FROM = "replay r LEFT JOIN audit.replay_run n USING (replay_id)";
    static final String COLUMNS = "r.*, n.number, COALESCE(n.position, 0) AS position, n.began_from, n.finished_at,"
            + " n.failure, (extract(epoch FROM n.heard_at - n.began_at) * 1000)::bigint AS millis,"
            + " CASE WHEN r.state <> 'REQUESTED' THEN r.state WHEN n.failure IS NOT NULL THEN 'FAILED'"
            + " WHEN n.finished_at IS NOT NULL THEN 'DONE' WHEN n.claimed_by IS NOT NULL THEN 'RUNNING'"
            + " ELSE 'WAITING' END AS progress";
    private static final long MILLIS = 1_000;

    private final DataSource source;

    /** Over the live read models. */
    public ReplayAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    Paged<ReplayView> replays(ReplayQuery.Replays query) {
        return Rows.of(source, FROM)
                .page(
                        COLUMNS,
                        "r.requested_at DESC, r.replay_id",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> view(row));
    }

    @QueryHandler
    ReplayView replay(OneReplay query) {
        return Rows.of(source, FROM)
                .with("id", query.replayId())
                .where("replay_id = :id")
                .only(COLUMNS, (row, _) -> view(row), "replay");
    }

    private static ReplayView view(ResultSet row) throws SQLException {
        ReplayProgress state = Columns.word(row, "progress", ReplayProgress.class);
        long position = row.getLong("position");
        long upTo = row.getLong("up_to");
        long millis = row.getLong("millis");
        long rate = state == ReplayProgress.RUNNING && millis > 0
                ? (position - row.getLong("began_from")) * MILLIS / millis
                : 0;
        return new ReplayView(
                Columns.text(row, "replay_id"),
                Columns.text(row, "name"),
                Columns.word(row, "scope", ReplayScope.class),
                upTo,
                instant(row, "recorded_until"),
                Columns.dayOrNull(row, "effective_until"),
                Columns.text(row, "requested_by"),
                Columns.instant(row, "requested_at"),
                state,
                position,
                rate,
                rate == 0 ? null : Math.ceilDiv(upTo - position, rate),
                instant(row, "finished_at"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
