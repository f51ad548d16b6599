package org.tallystick.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tallystick.history.HistoryQuery.AuditPackOf;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Json;
import org.tallystick.platform.QueryPort;
import org.tallystick.platform.TrialInstallation;
import org.tallystick.verifier.Verifier;
import tools.jackson.databind.JsonNode;

/** What an auditor finds, who takes a pack away and has it checked by the program that stands alone. */
final class Findings {

    private static final Pattern POSITION = Pattern.compile("position (\\d+)");

    private final TrialInstallation trial;
    private final Path pack;
    private final Path kept;
    private final String witness;

    /** Of an installation, with a folder for packs and the key of the witness that the auditor trusts. */
    Findings(TrialInstallation trial, Path folder, String witness) {
        this.trial = trial;
        this.pack = folder.resolve("pack.zip");
        this.kept = folder.resolve("kept-checkpoint");
        this.witness = witness;
    }

    /**
     * What was found.
     *
     * @param by the checks that found something
     * @param position the first that was named
     */
    record Found(Set<String> by, @Nullable Long position, String words) {

        static Found nothing() {
            return new Found(Set.of(), null, "nothing");
        }
    }

    /** Keeps the newest checkpoint of the history as it is. */
    void keep() throws IOException {
        write();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            Files.write(kept, zip.getInputStream(zip.getEntry("checkpoint")).readAllBytes());
        }
    }

    /** Makes sure that nothing is found, with all that is known from elsewhere too. */
    void requireGood() throws IOException {
        write();
        for (List<String> known : List.of(List.<String>of(), elsewhere())) {
            Found found = verify(known);
            if (!found.by().isEmpty()) {
                throw new IllegalStateException("The history as it is is found wrong: " + found.words());
            }
        }
    }

    /** Takes a pack and checks it; beside what was kept elsewhere, where a pack alone shows nothing. */
    Found look(boolean alone) throws IOException {
        try {
            write();
        } catch (RuntimeException notWritten) {
            for (Throwable cause = notWritten; cause != null; cause = cause.getCause()) {
                Matcher position = POSITION.matcher(String.valueOf(cause.getMessage()));
                if (position.find()) {
                    return new Found(Set.of("writing"), Long.valueOf(position.group(1)), cause.toString());
                }
            }
            return new Found(Set.of("writing"), null, "no pack: " + notWritten);
        }
        if (alone) {
            return verify(List.of());
        }
        Found byItself = verify(List.of());
        return byItself.by().isEmpty()
                ? verify(elsewhere())
                : new Found(Set.of(), null, "a pack alone, which must not show it: " + byItself.words());
    }

    private List<String> elsewhere() {
        return List.of("--checkpoint", kept.toString(), "--witness", witness);
    }

    private void write() throws IOException {
        try (OutputStream out = Files.newOutputStream(pack)) {
            trial.part(QueryPort.class).write(new AuditPackOf(null, null), Actor.OPERATOR, 0, out);
        }
    }

    private Found verify(List<String> known) {
        List<String> arguments = new ArrayList<>(List.of(pack.toString(), "--json"));
        arguments.addAll(known);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = Verifier.run(out, out, arguments.toArray(String[]::new));
        JsonNode report = Json.mapper().readTree(said.toString(StandardCharsets.UTF_8));
        if (status == 0) {
            return Found.nothing();
        }
        if (report.has("unusable")) {
            return new Found(Set.of("structure"), null, report.path("unusable").asString());
        }
        Set<String> by = new TreeSet<>();
        report.path("checks").forEach(check -> {
            if (check.path("state").asString().equals("wrong")) {
                by.add(finder(check.path("check").asString(), check.path("what").asString()));
            }
        });
        JsonNode position = report.path("firstWrongPosition");
        return new Found(
                by,
                position.isNull() ? null : position.asLong(),
                report.path("checks").toString());
    }

    private static String finder(String check, String what) {
        return switch (check) {
            case "tree", "events" -> "hashes";
            case "checkpoints" ->
                what.contains("--checkpoint") || what.contains("rolled back")
                        ? "kept checkpoint"
                        : what.contains("ign") ? "signature" : "consistency";
            default -> check;
        };
    }
}
