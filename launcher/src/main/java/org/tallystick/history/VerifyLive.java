package org.tallystick.history;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.QueryPort;
import org.tallystick.platform.QuietProcess;
import org.tallystick.platform.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies an installation, running or not, by what it would hand out, and keeps how it came out. */
@Command(
        name = "verify-live",
        description =
                "Verifies an installation, running or not, by what it would hand out; auditors see how it came out.")
public final class VerifyLive implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (tallystick-data).")
    private @Nullable Path data;

    @Option(names = "--json", description = "The report for machines.")
    private boolean json;

    @Option(
            names = "--hashes-only",
            description = "Without the ledger and what follows from it. How this comes out is not kept.")
    private boolean hashesOnly;

    @Option(names = "--key", paramLabel = "VKEY", description = "The log's first key as you know it.")
    private @Nullable String key;

    @Option(names = "--witness", paramLabel = "VKEY", description = "A witness you trust: it must have signed.")
    private List<String> witnesses = new ArrayList<>();

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "A checkpoint you kept.")
    private List<Path> checkpoints = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (QuietProcess process = QuietProcess.bothSides(data)) {
            process.signed();
            LiveVerification.Said said = new LiveVerification(process.part(QueryPort.class))
                    .run(options())
                    .orElseThrow(
                            () -> new Refused("No checkpoint is published yet: there is nothing to verify against."));
            if (!hashesOnly) {
                process.part(Verifications.class).keep(said.verified(), true);
            }
            out.print(said.words().isEmpty() ? said.verified().wrong() + "\n" : said.words());
            out.flush();
            return said.status();
        }
    }

    private List<String> options() {
        List<String> options = new ArrayList<>();
        if (json) {
            options.add("--json");
        }
        if (hashesOnly) {
            options.add("--hashes-only");
        }
        if (key != null) {
            options.addAll(List.of("--key", key));
        }
        witnesses.forEach(witness -> options.addAll(List.of("--witness", witness)));
        checkpoints.forEach(file ->
                options.addAll(List.of("--checkpoint", file.toAbsolutePath().toString())));
        return options;
    }
}
