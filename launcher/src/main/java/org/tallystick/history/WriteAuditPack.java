package org.tallystick.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tallystick.history.HistoryQuery.AuditPackOf;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryPort;
import org.tallystick.platform.QuietProcess;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** All that an auditor takes away, beside a running process or without one. */
@Command(name = "audit-pack", description = "Writes all that somebody needs to derive every figure again, offline.")
public final class WriteAuditPack implements Callable<Integer> {

    @Parameters(paramLabel = "OUT", description = "The pack, a zip file.")
    private @Nullable Path file;

    @Option(names = "--to", paramLabel = "POSITION", description = "Up to the first checkpoint that covers it.")
    private @Nullable Long to;

    @Option(names = "--fund", paramLabel = "ID", description = "Only the events and money of this fund.")
    private @Nullable String fund;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (tallystick-data).")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path named = Objects.requireNonNull(file);
        AuditPackOf query = new AuditPackOf(to, fund);
        try (QuietProcess process = QuietProcess.bothSides(data)) {
            long head = process.signed();
            // Nobody finds half a file under the name.
            Path part = named.resolveSibling(named.getFileName() + ".part");
            try (OutputStream out = Files.newOutputStream(part)) {
                process.part(QueryPort.class).write(query, Actor.OPERATOR, head, out);
            }
            Files.move(part, named, StandardCopyOption.REPLACE_EXISTING);
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println(named + " is written; ./tallystick verify " + named + " checks it.");
            return CommandLine.ExitCode.OK;
        }
    }
}
