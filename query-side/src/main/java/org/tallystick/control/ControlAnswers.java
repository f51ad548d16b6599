package org.tallystick.control;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.control.ControlQuery.ControlTests;
import org.tallystick.control.ControlQuery.LastRun;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.control.ControlQuery.OpenException;
import org.tallystick.control.ControlQuery.OpenExceptions;
import org.tallystick.control.ControlQuery.Parameters;
import org.tallystick.control.ControlQuery.SignedAt;
import org.tallystick.control.ControlQuery.TestGlance;
import org.tallystick.control.ControlQuery.TestResult;
import org.tallystick.control.SampleQuery.Sample;
import org.tallystick.control.SampleQuery.SampleOf;
import org.tallystick.history.PublishedLog;
import org.tallystick.platform.Paged;

/** Answers what control tests there are, and runs them. */
public final class ControlAnswers {

    private final ControlRun live;
    private final ControlRuns runs;
    private final PublishedLog log;
    private final Clock clock;

    /** Over the read models of the schema that connections are in, and the log; the clock says when a test was run. */
    public ControlAnswers(DataSource source, PublishedLog log, Clock clock) {
        this.live = new ControlRun(source);
        this.runs = new ControlRuns(source);
        this.log = log;
        this.clock = clock;
    }

    @QueryHandler
    List<TestGlance> tests(ControlTests query) {
        Map<ControlTest, LastRun> last = runs.last();
        Map<ControlTest, Long> explained = runs.explained();
        return Arrays.stream(ControlTest.values())
                .map(test -> new TestGlance(
                        test,
                        test.slug(),
                        test.title(),
                        test.rule(),
                        test.basis(),
                        test.prevented(),
                        test.parameters(),
                        last.get(test),
                        explained.getOrDefault(test, 0L)))
                .toList();
    }

    @QueryHandler
    Paged<OpenException> open(OpenExceptions query) {
        return runs.open(query.test(), new Paged.Request(query.page(), query.size()));
    }

    @QueryHandler
    TestResult run(OneControlTest query) {
        Parameters parameters = query.parameters();
        ControlRun.Outcome outcome = live.of(query.test(), parameters);
        return new TestResult(
                query,
                parameters,
                outcome.position(),
                checkpoint(outcome.position()),
                clock.instant(),
                outcome.population(),
                outcome.exceptions(),
                outcome.findings());
    }

    @QueryHandler
    Sample sample(SampleOf query) {
        SampleRun.Drawn drawn = live.sample(query);
        return new Sample(
                query,
                drawn.position(),
                checkpoint(drawn.position()),
                clock.instant(),
                drawn.population(),
                drawn.totalPence(),
                drawn.intervalPence(),
                drawn.startPence(),
                drawn.items());
    }

    private @Nullable SignedAt checkpoint(long position) {
        return log.covering(position)
                .map(covering -> new SignedAt(covering.size(), covering.root(), covering.signedAt()))
                .orElse(null);
    }
}
