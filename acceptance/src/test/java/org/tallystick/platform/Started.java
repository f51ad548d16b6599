package org.tallystick.platform;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A program started as a person would start it: a process of its own, its words in a file. */
public final class Started implements AutoCloseable {

    /** How long it may take to start on a machine that is busy with other things. */
    static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Duration BUILDING = Duration.ofMinutes(10);

    private final Process process;
    private final Path words;
    private final int port;

    private Started(Process process, Path words, int port) {
        this.process = process;
        this.words = words;
        this.port = port;
    }

    /** Starts a command line in the repository's root; the port is only what the caller told it. */
    public static Started run(int port, Map<String, String> environment, List<String> command) throws IOException {
        Path words = Files.createTempFile("tallystick-words-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("TALLYSTICK_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        // Several at once share two processors and little memory; the heap of one alone is the script's.
        builder.environment().put("TALLYSTICK_JAVA_OPTIONS", "-Xmx400m -XX:TieredStopAtLevel=1");
        return new Started(builder.start(), words, port);
    }

    /** The root of the repository, from wherever the tests run. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("tallystick")) ? here : Objects.requireNonNull(here.getParent());
    }

    /** A port nobody listens on now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it answers on a path. */
    Started awaitAnswer(String path) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        long longest = System.nanoTime() + BUILDING.toNanos();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            until = isBuilt() ? until : Math.min(longest, System.nanoTime() + PATIENCE.toNanos());
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // It has not begun to listen.
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("It does not answer on " + path + ":\n" + words());
    }

    /** Where there is no program yet, or one of older sources, it is built first, which takes its time. */
    private boolean isBuilt() throws IOException {
        String said = words();
        return !said.contains("tallystick: building") || said.contains("Starting Tallystick");
    }

    /** Waits until it says something. */
    public Started awaitWords(String wanted) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!words().contains(wanted)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("It does not say “" + wanted + "”:\n" + words());
            }
            Thread.sleep(200);
        }
        return this;
    }

    /** Waits until it ends by itself. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end:\n" + read());
        }
        return process.exitValue();
    }

    /** What it has said so far. */
    public String words() throws IOException {
        return Files.readString(words);
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** As {@code kill -9}: nothing gets to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill}: it may finish what it has begun. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.deleteIfExists(words);
    }

    private String read() {
        try {
            return words();
        } catch (IOException gone) {
            return "";
        }
    }
}
