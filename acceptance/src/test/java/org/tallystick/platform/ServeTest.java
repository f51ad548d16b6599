package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that lasts: killed, started again, copied, and never run twice at once. */
class ServeTest {

    private static final Actor GOVERNOR = new Actor("p-1", "", Role.GOVERNOR, "GB-GOR-EA101", "");
    private static final Actor AUDITOR = new Actor("p-2", "", Role.AUDITOR, "GB-GOR-AU900", "");

    @TempDir
    private Path folder;

    @Test
    void a_killed_run_is_dealt_with_and_a_copy_of_the_folder_is_a_backup() throws Exception {
        Path data = folder.resolve("data");
        long postmaster;
        try (Started first = serve(data)) {
            openFund(first, data, "fund-1");

            try (Started second = Started.run(0, Map.of(), serving(data, Started.freePort()))) {
                assertThat(second.awaitExit()).isEqualTo(2);
                assertThat(second.words()).contains("Another Tallystick is running on");
            }

            first.kill();
            postmaster = Long.parseLong(
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
            assertThat(ProcessHandle.of(postmaster))
                    .as("PostgreSQL outlives the killed run")
                    .isPresent();
        }
        try (Started again = serve(data)) {
            assertThat(ProcessHandle.of(postmaster))
                    .as("the leftover is stopped")
                    .isEmpty();
            assertThat(events(again, data)).contains("fund-1");
            openFund(again, data, "fund-2");
            assertThat(again.stop()).isEqualTo(143);
        }
        Path copy = folder.resolve("copy");
        copy(data, copy);
        try (Started restored = serve(copy)) {
            assertThat(events(restored, copy)).contains("fund-1", "fund-2");
            openFund(restored, copy, "fund-3");
            assertThat(events(restored, copy)).contains("fund-3");
            restored.stop();
        }
    }

    @Test
    void wrong_settings_are_told_in_a_sentence_each() throws Exception {
        Map<String, String> wrong = Map.of(
                "TALLYSTICK_DB_URL", "mysql://elsewhere",
                "TALLYSTICK_PORT", "many",
                "TALLYSTICK_INTERNAL_SECRET", "short");
        try (Started side = Started.run(0, wrong, List.of("./tallystick", "command-side"))) {
            assertThat(side.awaitExit()).isEqualTo(2);
            assertThat(side.words())
                    .contains("TALLYSTICK_DB_URL must start with jdbc:postgresql:.")
                    .contains("TALLYSTICK_PORT must be a whole number from 0 to 65535.")
                    .contains("TALLYSTICK_INTERNAL_SECRET must have at least 32 characters.")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_demo_listens_on_loopback_only() throws Exception {
        Map<String, String> open = Map.of(
                "TALLYSTICK_DEMO", "true",
                "TALLYSTICK_ADDRESS", "0.0.0.0",
                "TALLYSTICK_DB_URL", "jdbc:postgresql://localhost/none");
        try (Started side = Started.run(0, open, List.of("./tallystick", "command-side"))) {
            assertThat(side.awaitExit()).isEqualTo(2);
            assertThat(side.words()).contains("TALLYSTICK_ADDRESS must be a loopback address");
        }
    }

    private static Started serve(Path data) throws IOException, InterruptedException {
        int port = Started.freePort();
        return Started.run(port, Map.of(), serving(data, port)).awaitAnswer("/actuator/health");
    }

    private static List<String> serving(Path data, int port) {
        return List.of("./tallystick", "serve", "--data", data.toString(), "--port", Integer.toString(port));
    }

    private static void openFund(Started served, Path data, String fund) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(served, data, "/api/commands/OpenFund", GOVERNOR)
                .header("Idempotency-Key", fund)
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"fundId":"%s","name":"Local budget","holder":"GB-GOR-EA101","purpose":"People leaving prison",\
                        "currency":"GBP","drawOrder":"PRO_RATA","commitAgainst":"RECEIVED"}""".formatted(fund)))
                .build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static String events(Started served, Path data) throws IOException, InterruptedException {
        return send(request(served, data, "/api/events", AUDITOR).build()).body();
    }

    private static HttpRequest.Builder request(Started served, Path data, String path, Actor actor) {
        String secret = new DataFolder(data).secret("internal");
        ActorTokens tokens = new ActorTokens(
                Settings.read(name -> name.equals(Setting.INTERNAL_SECRET.variable()) ? secret : null),
                Clock.systemUTC());
        return HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                .header("Authorization", "Bearer " + tokens.tokenFor(actor));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
