package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What docker-compose.yml runs, as plain processes: its commands and its environment, two query sides, one killed. */
class SplitProcessesTest {

    private static final String SECRET = "a secret that the processes share";
    private static final Map<String, String> VARIABLES = Map.of(
            "TALLYSTICK_DB_SUPERUSER_PASSWORD", "postgres",
            "TALLYSTICK_DB_OWNER_PASSWORD", "owner-password",
            "TALLYSTICK_DB_COMMAND_PASSWORD", "command-password",
            "TALLYSTICK_DB_QUERY_PASSWORD", "query-password",
            "TALLYSTICK_INTERNAL_SECRET", SECRET);
    private static final Actor GOVERNOR = new Actor("p-1", "", Role.GOVERNOR, "GB-GOR-EA101", "");
    private static final Actor AUDITOR = new Actor("p-2", "", Role.AUDITOR, "GB-GOR-AU900", "");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ActorTokens tokens = new ActorTokens(
            Settings.read(name -> name.equals("TALLYSTICK_INTERNAL_SECRET") ? SECRET : null), Clock.systemUTC());

    @TempDir
    private Path keys;

    private final Map<String, String> places = new HashMap<>();
    private final List<Started> started = new ArrayList<>();

    @Test
    void the_sides_and_the_pages_work_apart_and_one_query_side_may_die() throws Exception {
        Composed composed = Composed.read(VARIABLES);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            setUp(postgres, composed.databaseSetUp());
            places.put("postgres:5432", "localhost:" + postgres.getPort());
            places.put("/keys", keys.toString());
            assertThat(start(composed, "migrate").awaitExit()).isZero();
            Started commandSide = start(composed, "command-side");
            Started firstQuerySide = start(composed, "query-side");
            Started secondQuerySide = start(composed, "query-side");
            Started pages = start(composed, "web-ui");
            assertThat(composed.replicas("query-side")).isEqualTo(2);
            commandSide.awaitAnswer("/actuator/health");
            firstQuerySide.awaitAnswer("/actuator/health");
            secondQuerySide.awaitAnswer("/actuator/health");
            pages.awaitAnswer("/log-in");

            long opened = receive(commandSide, 1);
            assertThat(debits(firstQuerySide, opened)).isEqualTo(100);
            assertThat(debits(secondQuerySide, opened)).isEqualTo(100);

            firstQuerySide.kill();
            long afterwards = receive(commandSide, 2);
            assertThat(debits(secondQuerySide, afterwards)).isEqualTo(200);
            // The pages were told the first query side's address, and go on in words, not with a fault.
            pages.awaitAnswer("/log-in");

            assertThat(commandSide.stop()).as(commandSide.words()).isEqualTo(143);
        } finally {
            for (Started process : started) {
                process.close();
            }
        }
    }

    private Started start(Composed composed, String service) throws IOException {
        int port = Started.freePort();
        Map<String, String> environment = composed.environment(service, places);
        environment.put("TALLYSTICK_PORT", Integer.toString(port));
        places.putIfAbsent(service + ":8080", "localhost:" + port);
        Started process = Started.run(port, environment, composed.command(service));
        started.add(process);
        return process;
    }

    private long receive(Started commandSide, int time) throws IOException, InterruptedException {
        if (time == 1) {
            send(commandSide, "OpenFund", """
                    {"fundId":"fund-1","name":"Local budget","holder":"GB-GOR-EA101","purpose":"People leaving prison",\
                    "currency":"GBP","drawOrder":"PRO_RATA","commitAgainst":"RECEIVED"}""");
        }
        return send(commandSide, "ReceiveContribution", """
                {"fundId":"fund-1","contributor":"GB-GOR-EA101","financialYear":"2026-27",\
                "restriction":"unrestricted","amountPence":100,"reference":"receipt %d"}""".formatted(time))
                .path("position")
                .asLong();
    }

    private JsonNode send(Started commandSide, String name, String json) throws IOException, InterruptedException {
        HttpRequest request = request(commandSide, "/api/commands/" + name, GOVERNOR)
                .header("Idempotency-Key", Integer.toHexString(json.hashCode()))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.mapper().readTree(response.body());
    }

    /** What the trial balance has on its debit side, once it has got as far as a position. */
    private long debits(Started querySide, long position) throws IOException, InterruptedException {
        HttpRequest request = request(querySide, "/api/ledger/trial-balance?after=" + position, AUDITOR)
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        for (int time = 0; response.statusCode() == 503 && time < 10; time++) {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode balance = Json.mapper().readTree(response.body());
        assertThat(balance.path("debitPence")).isEqualTo(balance.path("creditPence"));
        return balance.path("debitPence").asLong();
    }

    private HttpRequest.Builder request(Started process, String path, Actor actor) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + process.port() + path))
                .header("Authorization", "Bearer " + tokens.tokenFor(actor));
    }

    private static void setUp(EmbeddedPostgres postgres, String script) throws SQLException {
        String[] parts = script.split("\\\\connect tallystick");
        execute(postgres, "postgres", parts[0]);
        execute(postgres, "tallystick", parts[1]);
    }

    private static void execute(EmbeddedPostgres postgres, String database, String script) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
