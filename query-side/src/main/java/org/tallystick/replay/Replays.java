package org.tallystick.replay;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Rows;

/**
 * The read models of finished replays: every projection and every answer works over them as over the live ones. Their
 * connections are not those that live questions are answered over.
 */
public final class Replays implements AutoCloseable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final DataSource live;
    private final Function<String, HikariDataSource> connections;
    private final Map<String, HikariDataSource> open = new ConcurrentHashMap<>();

    /**
     * Over the live read models.
     *
     * @param connections opens connections of the query side in a schema
     */
    public Replays(DataSource live, Function<String, HikariDataSource> connections) {
        this.live = live;
        this.connections = connections;
    }

    private record Found(
            String schema,
            ReplayProgress state,
            ReplayScope scope,
            @Nullable LocalDate effectiveUntil) {}

    /** The schema of a replay that is done; refused as in {@link #of}. */
    public String schemaOf(String replayId) {
        return schemaOf(find(replayId));
    }

    /** The same, of a replay of everything; refused too where it is of less. */
    public String schemaOfEverything(String replayId) {
        Found found = find(replayId);
        if (found.scope() != ReplayScope.EVERYTHING) {
            throw Rejection.of(Refusal.WRONG_STATE, ledgerAlone(found.effectiveUntil()));
        }
        return schemaOf(found);
    }

    /** By effective date there is none of everything: what stands beside the money took effect on no day. */
    private static String ledgerAlone(@Nullable LocalDate effectiveUntil) {
        return effectiveUntil == null
                ? "This replay is of the ledger alone: ask for one of everything."
                : "This replay is of the ledger alone, without what took effect after " + DAY.format(effectiveUntil)
                        + ". Ask for one of everything up to an event or a time; a control test and a sample can be"
                        + " given their last day.";
    }

    private Found find(String replayId) {
        return Rows.of(live, ReplayAnswers.FROM)
                .with("id", replayId)
                .where("replay_id = :id")
                .only(
                        ReplayAnswers.COLUMNS,
                        (row, _) -> new Found(
                                ReplayRuns.schemaOf(row.getLong("number")),
                                Columns.word(row, "progress", ReplayProgress.class),
                                Columns.word(row, "scope", ReplayScope.class),
                                Columns.dayOrNull(row, "effective_until")),
                        "replay");
    }

    private static String schemaOf(Found found) {
        return switch (found.state()) {
            case DONE -> found.schema();
            case WAITING, RUNNING -> throw Rejection.of(Refusal.NOT_YET, "This replay is not done yet.");
            case FAILED, CANCELLED, DROPPED ->
                throw Rejection.of(Refusal.WRONG_STATE, "This replay is not there to be read: ask for a new one.");
        };
    }

    /**
     * Connections in the schema of a replay, which stay open for the next who asks.
     *
     * @throws Rejection where there is no such replay, or it is not done, or not there any more
     */
    public DataSource of(String replayId) {
        return open.computeIfAbsent(schemaOf(replayId), connections);
    }

    /** Connections in the schema of the live read models. */
    DataSource live() {
        return live;
    }

    /** New connections in a schema, to be closed by whoever asked. */
    HikariDataSource connect(String schema) {
        return connections.apply(schema);
    }

    /** Closes the connections to a replay that is not there any more. */
    void forget(String schema) {
        HikariDataSource closed = open.remove(schema);
        if (closed != null) {
            closed.close();
        }
    }

    @Override
    public void close() {
        open.keySet().forEach(this::forget);
    }
}
