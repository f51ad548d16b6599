package org.tallystick.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, as somebody would start it: so that it can be killed. */
public final class ProductProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LAST_LINES = 20;
    private static final int KILLED = 128 + 9;
    private static final int OK = 200;
    private static final String MAIN = "org.tallystick.platform.Tallystick";

    private final Process process;
    private final Path said;
    private final URI address;

    private ProductProcess(Process process, Path said, int port) {
        this.process = process;
        this.said = said;
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts a command of the command line on an installation's database.
     *
     * @param name by which the database knows its connections
     */
    public static ProductProcess start(TrialInstallation trial, String name, int port, String... command)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        String classPath = System.getProperty("java.class.path");
        // A program that is one file knows by itself where it begins.
        words.addAll(classPath.endsWith("-boot.jar") ? List.of("-jar", classPath) : List.of("-cp", classPath, MAIN));
        words.addAll(List.of(command));
        Path said = Files.createTempFile("tallystick-" + name + "-", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(variable -> variable.startsWith("TALLYSTICK_"));
        trial.settings().forEach((variable, value) -> {
            if (variable.startsWith("TALLYSTICK_")) {
                environment.put(variable, value.toString());
            }
        });
        environment.merge(Setting.DB_URL.variable(), "?ApplicationName=" + name, String::concat);
        environment.put(Setting.PORT.variable(), Integer.toString(port));
        return new ProductProcess(builder.start(), said, port);
    }

    /** Where it answers, without a slash at the end. */
    public URI address() {
        return address;
    }

    /** Waits until it answers that it is well; says how it is, where that does not come. */
    public ProductProcess awaitAnswer() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        String heard = "nothing";
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < until) {
                try {
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() == OK) {
                        return this;
                    }
                    heard = answer.statusCode() + " " + answer.body();
                } catch (IOException notYet) {
                    // It has not begun to listen.
                    heard = String.valueOf(notYet.getMessage());
                }
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("The product does not answer at " + address + ": "
                + (process.isAlive() ? "it still runs" : "it ended with " + process.exitValue())
                + ". Its last answer: " + heard + ". It said last:" + System.lineSeparator() + lastWords());
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(said);
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /**
     * Kills it, as {@code kill -9}.
     *
     * @return whether it ran and died of that
     */
    public boolean kill() throws InterruptedException {
        boolean ran = process.isAlive();
        process.destroyForcibly();
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && ran && process.exitValue() == KILLED;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(said);
    }
}
