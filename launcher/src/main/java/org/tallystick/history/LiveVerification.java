package org.tallystick.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.tallystick.history.HistoryQuery.AuditPackOf;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.history.HistoryQuery.LogState;
import org.tallystick.history.VerificationQuery.Verdict;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Json;
import org.tallystick.platform.QueryPort;
import org.tallystick.verifier.Verifier;
import tools.jackson.databind.JsonNode;

/**
 * Verifies a live history by what it would hand out: an audit pack is written, checked by the program that stands
 * alone, in a process of its own with the memory it may have, and thrown away.
 */
public final class LiveVerification {

    private static final Pattern POSITION = Pattern.compile("position (\\d+)");
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final long HOURS = 2;
    private static final int UNUSABLE = 2;

    private final QueryPort queries;

    /** Of the installation that answers there. */
    public LiveVerification(QueryPort queries) {
        this.queries = queries;
    }

    /**
     * What the verifier said.
     *
     * @param status 0 good, 1 not good, 2 it could not be checked
     * @param words what it printed
     */
    public record Said(int status, String words, Verified verified) {}

    /** Verifies with what the pack itself says; nothing where no checkpoint is published yet. */
    public Optional<Verified> run() {
        return run(List.of()).map(Said::verified);
    }

    /**
     * Verifies; nothing where no checkpoint is published yet.
     *
     * @param options of the verifier
     */
    public Optional<Said> run(List<String> options) {
        CheckpointView newest =
                queries.ask(new LogState(), Actor.OPERATOR, 0).signing().checkpoint();
        if (newest == null) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createTempDirectory("tallystick-verification-");
            try {
                return Optional.of(check(folder, newest.size(), options));
            } finally {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Said check(Path folder, long size, List<String> options) throws IOException {
        Path pack = folder.resolve("live.zip");
        try (OutputStream out = Files.newOutputStream(pack)) {
            queries.write(new AuditPackOf(null, null), Actor.OPERATOR, 0, out);
        } catch (RuntimeException notWritten) {
            return new Said(UNUSABLE, "", notWritten(notWritten, size));
        }
        Path report = folder.resolve("report.json");
        Path said = folder.resolve("said");
        List<String> words = command(pack, report);
        words.addAll(options);
        int status = run(words, said);
        String text = Files.readString(said);
        return new Said(
                status,
                text,
                Files.exists(report)
                        ? verified(Json.mapper().readTree(Files.readString(report)))
                        : Verified.notDone(size, text.strip()));
    }

    /** Something in the history that no pack can be made of; unless the database is away, which says nothing of it. */
    private static Verified notWritten(RuntimeException fault, long size) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                throw fault;
            }
        }
        String why = "No audit pack can be written: "
                + NestedExceptionUtils.getMostSpecificCause(fault).getMessage();
        Matcher position = POSITION.matcher(why);
        return new Verified(Verdict.NOT_DONE, size, position.find() ? Long.valueOf(position.group(1)) : null, why);
    }

    private static Verified verified(JsonNode report) {
        long size = report.path("size").asLong();
        if (report.path("good").asBoolean()) {
            return Verified.good(size);
        }
        JsonNode first = report.path("firstWrongPosition");
        List<String> wrong = new ArrayList<>();
        for (JsonNode check : report.path("checks")) {
            if (check.has("what")) {
                String said = check.path("check").asString() + ": "
                        + check.path("what").asString();
                // What is wrong first is said first.
                wrong.add(check.path("position").equals(first) ? 0 : wrong.size(), said);
            }
        }
        return new Verified(Verdict.NOT_GOOD, size, first.isNull() ? null : first.asLong(), String.join(" ", wrong));
    }

    private static int run(List<String> words, Path said) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (process.waitFor(HOURS, TimeUnit.HOURS)) {
                return process.exitValue();
            }
            Files.writeString(said, "The verifier took longer than " + HOURS + " hours.");
            return UNUSABLE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while it verified", stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(Path pack, Path report) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC"));
        // A program that is one file has the verifier in it, and another way into it.
        if (ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") == null) {
            words.addAll(List.of("-cp", classes(), Verifier.class.getName()));
        } else {
            words.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-Dloader.main=" + Verifier.class.getName(),
                    LAUNCHER));
        }
        words.addAll(List.of(pack.toString(), "--report", report.toString()));
        return words;
    }

    private static String classes() {
        try {
            return Path.of(Verifier.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
