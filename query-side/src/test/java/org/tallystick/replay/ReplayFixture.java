package org.tallystick.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.platform.Actor;
import org.tallystick.platform.LogFixture;
import org.tallystick.platform.Projection;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

/** A town with a history, and replays of it that are made when a test says so. */
final class ReplayFixture implements AutoCloseable {

    static final Actor AUDITOR = QueryFixture.actor(Role.AUDITOR, "GB-GOR-PB1");

    final QueryFixture sides = new QueryFixture();
    final Replays replays = sides.replays;
    final JdbcTemplate jdbc = new JdbcTemplate(sides.database.query());

    ReplayFixture() {
        Town.build(sides.log);
        sides.settle();
    }

    /** Asks for a replay; it waits until a runner comes. */
    void request(String id, ReplayScope scope, long upTo, @Nullable LocalDate effectiveUntil) {
        sides.log.add(
                id,
                "auditor-1",
                new ReplayEvent.ReplayRequested(id, "Replay " + id, scope, upTo, (Instant) null, effectiveUntil));
        sides.settle();
    }

    /** Asks for a replay and makes it. */
    DataSource made(String id, ReplayScope scope, long upTo, @Nullable LocalDate effectiveUntil) {
        request(id, scope, upTo, effectiveUntil);
        runner("runner").once();
        return replays.of(id);
    }

    ReplayRunner runner(String name) {
        return runner(name, QueryFixture::projections);
    }

    ReplayRunner runner(String name, Function<DataSource, List<Projection>> projections) {
        return new ReplayRunner(replays, Clock.fixed(LogFixture.NOON, ZoneOffset.UTC), projections, name, 2);
    }

    ReplayQuery.ReplayView view(String id) {
        return sides.ask(AUDITOR, new ReplayQuery.OneReplay(id));
    }

    @Override
    public void close() {
        sides.close();
    }
}
