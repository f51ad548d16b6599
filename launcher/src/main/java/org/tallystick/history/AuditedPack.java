package org.tallystick.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.verifier.Verifier;

/** A history's audit pack, verified by a process of its own with the memory it may have. */
final class AuditedPack {

    /** What a verifier may have. */
    static final int HEAP_MEBIBYTES = 512;

    private static final long VERIFYING_MINUTES = 20;
    /** Such as {@code GC(7) Pause Young (Normal) (G1 Evacuation Pause) 210M->80M(512M) 4.2ms}. */
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    private final Path folder;
    private final Path pack;

    /** Writes the pack of a history into a folder. */
    AuditedPack(DataSource query, Path folder, Instant writtenAt) throws IOException {
        this.folder = folder;
        this.pack = folder.resolve("pack.zip");
        PublishedLog log = new PublishedLog(query, 0);
        CheckpointView newest = log.newest().orElseThrow();
        try (OutputStream out = Files.newOutputStream(pack)) {
            new AuditPack(query, newest, null).write(out, log.state(), log.keys(), List.of(), writtenAt);
        }
    }

    /** How long it takes, from starting the process to its end. */
    double verifySeconds(String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEBIBYTES + "m",
                "-Xlog:gc:file=" + collections(),
                "-cp",
                verifier().toString(),
                "org.tallystick.verifier.Verifier",
                pack.toString()));
        words.addAll(List.of(options));
        Path said = folder.resolve("said");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(VERIFYING_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("The pack is not found good: " + Files.readString(said));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** The most that the last one still needed after a collection of garbage, in MiB; 1 at least. */
    double keptMebibytes() throws IOException {
        return Math.max(
                1,
                COLLECTED
                        .matcher(Files.readString(collections()))
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(2)))
                        .max()
                        .orElse(1));
    }

    private Path collections() {
        return folder.resolve("collections");
    }

    /** Where the verifier is, beside the program where that is one file. */
    private static Path verifier() throws Exception {
        String classPath = System.getProperty("java.class.path");
        return classPath.endsWith("-boot.jar")
                ? Path.of(classPath)
                        .toAbsolutePath()
                        .resolve("../../../verifier/target/verifier.jar")
                        .normalize()
                : Path.of(Verifier.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
    }
}
