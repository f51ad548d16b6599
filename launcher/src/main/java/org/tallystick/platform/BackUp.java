package org.tallystick.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The history out into a file, and back into an empty installation. */
abstract sealed class BackUp implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The back-up, a zip file.")
    private @Nullable Path file;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (tallystick-data).")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    /** Opens the installation that the file is of, or for. */
    abstract Installation open(@Nullable Path folder, Path file);

    /** Does it and says what was done. */
    abstract String run(HistoryBackUp backUp, Path file) throws IOException, SQLException;

    @Override
    public Integer call() throws IOException, SQLException {
        Path named = Objects.requireNonNull(file);
        try (Installation installation = open(data, named)) {
            Settings settings = Settings.read(name ->
                    installation.settings().getOrDefault(name, Objects.requireNonNullElse(System.getenv(name), "")));
            if (!installation.joined()) {
                HistoryMigration.run(settings);
            }
            String done = run(new HistoryBackUp(settings), named);
            Objects.requireNonNull(spec).commandLine().getOut().println(done);
            return CommandLine.ExitCode.OK;
        }
    }

    /** The settings of its owner, once the schema is that of this version. */
    static Settings migrated(Installation installation) {
        Map<String, String> own = installation.settings();
        Settings settings = Settings.read(name -> own.containsKey(name) ? own.get(name) : System.getenv(name));
        if (!installation.joined()) {
            HistoryMigration.run(settings);
        }
        return settings;
    }

    /** Beside whoever serves. */
    @Command(name = "back-up", description = "Writes the whole history to a file, while everything goes on.")
    static final class Write extends BackUp {
        @Override
        Installation open(@Nullable Path folder, Path file) {
            return Installation.beside(folder);
        }

        @Override
        String run(HistoryBackUp backUp, Path file) throws IOException, SQLException {
            return "%s holds the history up to position %,d."
                    .formatted(file, backUp.write(file).position());
        }
    }

    /** While nobody serves. */
    @Command(name = "restore", description = "Reads a back-up into an installation that has no history yet.")
    static final class Restore extends BackUp {
        @Override
        Installation open(@Nullable Path folder, Path file) {
            if (!Files.isReadable(file)) {
                throw new Refused("There is no file " + file + " that can be read.");
            }
            return Installation.toServe(folder);
        }

        @Override
        String run(HistoryBackUp backUp, Path file) throws IOException, SQLException {
            return "Restored the history up to position %,d. Start ./tallystick serve: it derives the rest."
                    .formatted(backUp.restore(file).position());
        }
    }
}
