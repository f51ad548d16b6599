package org.tallystick.platform;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the read models again from the history, while others go on being answered from those that there are. */
@Command(name = "rebuild", description = "Makes the read models again from the history, beside whoever serves.")
final class Rebuild implements Callable<Integer> {

    private static final long NANOS_BETWEEN_LINES = 5_000_000_000L;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (tallystick-data).")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    private long saidAt = System.nanoTime();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (QuietProcess process = QuietProcess.bothSides(data)) {
            long position = process.part(ReadModelRebuild.class).run((reached, head) -> {
                if (System.nanoTime() - saidAt > NANOS_BETWEEN_LINES) {
                    saidAt = System.nanoTime();
                    out.println("Event " + reached + " of " + head);
                    out.flush();
                }
            });
            out.println("The read models are made again from the history, up to event " + position + ".");
            return CommandLine.ExitCode.OK;
        }
    }
}
