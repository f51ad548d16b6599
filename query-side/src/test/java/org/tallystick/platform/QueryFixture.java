package org.tallystick.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.tallystick.replay.Replays;

/** A query side without HTTP over a fresh database: events go in at one end, questions are answered at the other. */
public final class QueryFixture implements AutoCloseable {

    /** The day it is, in tests. */
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    /** Above this, payments need two approvals, in pence. */
    public static final long TWO_APPROVALS_ABOVE_PENCE = 1_000_000;

    public final TestDatabase database = TestDatabase.fresh();
    public final LogFixture log = new LogFixture(database);
    private final RunningProjections running;
    private final Configuration axon;
    private final QueryDispatcher dispatcher;

    /** Replays of its history that a test makes. */
    public final Replays replays;

    public QueryFixture() {
        new ReadModelMigration(database.query()).migrate();
        running = new RunningProjections(database.query(), QuerySide.projections(database.query()));
        Progress progress = new Progress(database.query());
        Clock clock = Clock.fixed(LogFixture.NOON, ZoneOffset.UTC);
        Configurer configurer = DefaultConfigurer.defaultConfiguration();
        Settings settings = Settings.read(name -> name.equals(Setting.TWO_APPROVALS_ABOVE_PENCE.variable())
                ? Long.toString(TWO_APPROVALS_ABOVE_PENCE)
                : null);
        QuerySide.answers(database.query(), progress, clock, settings)
                .forEach(answers -> configurer.registerQueryHandler(_ -> answers));
        axon = configurer.start();
        replays = new Replays(database.query(), database::query);
        ReplayedQueries replayed = new ReplayedQueries(replays, settings, clock);
        dispatcher = new QueryDispatcher(axon.queryBus(), progress, new SequencedLog(database.query()), replayed::at);
    }

    /** Stores what the log has queued, and waits until all read models have it. */
    public void settle() {
        running.await(log.append());
    }

    public <R> R ask(Actor actor, Query<R> query) {
        return dispatcher.ask(query, actor, 0);
    }

    public QueryDispatcher dispatcher() {
        return dispatcher;
    }

    /** All projections over connections. */
    public static List<Projection> projections(DataSource source) {
        return QuerySide.projections(source);
    }

    /** Somebody in a role for an organisation. */
    public static Actor actor(Role role, String organisation) {
        return new Actor(role.name().toLowerCase(java.util.Locale.ROOT) + "-1", "", role, organisation, "");
    }

    @Override
    public void close() {
        replays.close();
        axon.shutdown();
        running.close();
        database.close();
    }
}
