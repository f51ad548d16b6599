package org.tallystick.replay;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.tallystick.platform.Projection;

/** As many runners as replays may be made at the same time: any process may be the only one. */
public final class ReplayRunners implements SmartLifecycle {

    private final List<ReplayRunner> runners;
    private volatile boolean running;

    /** Runners of one process; as for {@link ReplayRunner}. */
    public ReplayRunners(
            Replays replays,
            Clock clock,
            Function<DataSource, List<Projection>> projections,
            String process,
            long mostAtOnce) {
        runners = LongStream.rangeClosed(1, mostAtOnce)
                .mapToObj(number -> new ReplayRunner(replays, clock, projections, process + "/" + number, mostAtOnce))
                .toList();
    }

    @Override
    public void start() {
        runners.forEach(ReplayRunner::start);
        running = true;
    }

    @Override
    public void stop() {
        runners.forEach(ReplayRunner::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
