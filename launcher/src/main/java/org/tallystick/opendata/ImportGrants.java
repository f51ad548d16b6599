package org.tallystick.opendata;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.CommandBatches;
import org.tallystick.platform.QuietProcess;
import org.tallystick.platform.Refused;
import org.tallystick.platform.UkTime;
import org.tallystick.registry.OrganisationIdentifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a published register in as history. Exit status: 0 all taken or there already, 1 some not, 2 unusable. */
@Command(
        name = "import-360giving",
        description = "Brings a published grants register (360Giving, JSON or CSV) in as history. May be stopped at any"
                + " moment and run again.")
public final class ImportGrants implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The register.")
    private @Nullable Path file;

    @Option(names = "--publisher", paramLabel = "ORGID", description = "Who published it, where the file does not say.")
    private @Nullable String publisher;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (tallystick-data where none is named).")
    private @Nullable Path data;

    @Option(
            names = "--report",
            paramLabel = "REPORT",
            description = "Where to say which rows were not taken (FILE.report.csv; JSON lines for a name in .jsonl).")
    private @Nullable Path reportFile;

    @Option(names = "--warnings", description = "Also report what rows were taken in spite of.")
    private boolean warnings;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path register = java.util.Objects.requireNonNull(file);
        ReadingOptions options = new ReadingOptions(UkTime.dayOf(Instant.now()), publisher());
        try (PublishedGrants grants = PublishedGrants.open(register, options)) {
            Path place = reportPlace(register);
            try (ReadingReport report = ReadingReport.to(place, warnings);
                    QuietProcess process = QuietProcess.commandSide(data)) {
                return run(grants, register, report, place, process);
            }
        } catch (NoSuchFileException missing) {
            throw new Refused("There is no file " + register + ".");
        } catch (UnreadableRegister unusable) {
            throw new Refused(register + ": " + unusable.getMessage());
        }
    }

    private int run(PublishedGrants grants, Path register, ReadingReport report, Path place, QuietProcess process) {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ImportProgress progress = new ImportProgress(
                err,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
        RegisterImport intake =
                new RegisterImport(process.part(CommandBatches.class), String.valueOf(register.getFileName()), report);
        UnreadableRegister broken = null;
        boolean ended = false;
        try {
            ended = intake.run(
                    grants, process::stopping, rows -> progress.show(rows, grants.bytesRead(), grants.bytesTotal()));
        } catch (UnreadableRegister unreadable) {
            report.stopped(unreadable);
            broken = unreadable;
        }
        progress.end();
        out.println(report.summary());
        grants.notes().forEach(out::println);
        out.printf(
                "%s, in %.1f seconds.%n",
                progress.rate(report.counts().rowsRead()), progress.elapsed().toMillis() / 1e3);
        out.println("What was not taken, and why, is in " + place + ".");
        if (broken != null) {
            err.println(register + ": " + broken.getMessage());
        } else if (!ended) {
            err.println("Stopped before the end of the file: run it again to go on.");
        }
        out.flush();
        err.flush();
        return broken != null ? 2 : ended && report.counts().notTaken() == 0 ? 0 : 1;
    }

    private @Nullable OrganisationIdentifier publisher() {
        try {
            return publisher == null ? null : OrganisationIdentifier.parse(publisher);
        } catch (IllegalArgumentException wrong) {
            throw new Refused("--publisher: " + wrong.getMessage());
        }
    }

    /** Beside the register; in the current folder where that one may not be written to. */
    private Path reportPlace(Path register) {
        if (reportFile != null) {
            return reportFile;
        }
        Path name = Path.of(register.getFileName() + ".report.csv");
        Path folder = register.toAbsolutePath().getParent();
        return folder != null && Files.isWritable(folder) ? folder.resolve(name) : name.toAbsolutePath();
    }
}
