package org.tallystick.platform;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Projections at work over a test's database, as a query side runs them. */
public final class RunningProjections implements AutoCloseable {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final LogListener listener;
    private final Configuration axon;
    private final Progress progress;

    public RunningProjections(DataSource source, List<Projection> projections) {
        this.listener = new LogListener(source);
        this.progress = new Progress(source);
        projections.forEach(projection -> progress.register(projection.name()));
        SequencedEventSource events = new SequencedEventSource(
                new SequencedLog(source),
                listener,
                new EventSerializer(TypeNames.ofEvents()),
                NoOpEventUpcaster.INSTANCE);
        Configurer configurer = DefaultConfigurer.defaultConfiguration();
        Projections.configure(configurer, source, events, progress, projections);
        this.axon = configurer.buildConfiguration();
        listener.start();
        axon.start();
    }

    /** Waits, but not for ever, until every projection has come to a position. */
    public void await(long position) {
        long deadline = System.nanoTime() + A_WHILE.toNanos();
        while (progress.all().values().stream().anyMatch(at -> at < position)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("After " + A_WHILE + ": " + progress.all() + ", not " + position);
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(Objects.toString(e.getMessage()), e);
            }
        }
    }

    @Override
    public void close() {
        axon.shutdown();
        listener.stop();
    }
}
