package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a refusal that says what is wrong, never a fault of ours. */
class BadInputTest {

    private static final Actor GOVERNOR = new Actor("p-1", "", Role.GOVERNOR, "GB-GOR-EA101", "");
    private static final Actor AUDITOR = new Actor("p-2", "", Role.AUDITOR, "GB-GOR-AU900", "");

    private final RunningTallystick tallystick = RunningTallystick.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "1",
                "\"text\"",
                "{\"fundId\":1}",
                "{\"fundId\":\"f\",\"fundId\":\"g\"}",
                "{\"unknown\":1}",
                "{\"fundId\":{}}",
                "{\"fundId\":\"\\u0000\"}",
                "{\"fundId\":\"../../etc\"}",
                "{\"fundId\":\"f\",\"amountPence\":99999999999999999999}",
                "{\"fundId\":\"f\"} trailing"
            })
    void what_is_no_such_command_is_refused_with_a_sentence(String body) {
        var answer = tallystick.command("OpenFund", body, GOVERNOR, "bad-input");
        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("tools.jackson", "org.tallystick", "Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amountPence|1.5",
                "amountPence|\"100\"",
                "amountPence|0",
                "amountPence|-1",
                "amountPence|1e30",
                "amountPence|null",
                "financialYear|\"2026-28\"",
                "financialYear|\"2026\"",
                "effectiveOn|\"2024-02-30\"",
                "effectiveOn|\"01/04/2026\"",
                "effectiveOn|\"9999-12-31\"",
                "contributor|\"\""
            })
    void a_wrong_field_is_named(String field, String value) {
        String json = """
                {"fundId":"f-1","contributor":"GB-GOR-EA101","financialYear":"2026-27","restriction":"unrestricted",\
                "amountPence":100,"reference":"r","effectiveOn":"2026-04-01"}""";
        String bad = json.replaceAll("\"" + field + "\":(\"[^\"]*\"|[0-9]+)", "\"" + field + "\":" + value);
        var answer = tallystick.command("ReceiveContribution", bad, GOVERNOR, "wrong-field");
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
    }

    @Test
    void more_than_a_mebibyte_is_not_read() {
        var answer = tallystick.command("OpenFund", "{\"name\":\"" + "x".repeat(1_100_000) + "\"}", GOVERNOR, "huge");
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space"})
    void an_idempotency_key_is_wanted(String key) {
        var answer = tallystick.command("FreezeFund", "{\"fundId\":\"f\",\"reason\":\"r\"}", GOVERNOR, key);
        assertThat(answer.code()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void an_unknown_command_and_another_method_are_refused() {
        assertThat(tallystick.command("DropTables", "{}", GOVERNOR, "k").status())
                .isEqualTo(404);
        assertThat(tallystick.get("/api/commands/OpenFund", GOVERNOR).status()).isEqualTo(405);
        var delete = tallystick.request("/api/events", AUDITOR).DELETE().build();
        assertThat(tallystick.send(delete).status()).isEqualTo(405);
    }

    @Test
    void the_interface_is_described_to_anyone() {
        var answer = tallystick.get("/api/openapi.json", Actor.ANYONE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("openapi").asString("")).isEqualTo("3.1.0");
        assertThat(answer.json().path("paths").has("/api/commands/OpenFund")).isTrue();
    }

    @Test
    void who_guesses_passwords_is_told_how_long_to_wait() {
        var request = withPassword("guessed:wrong");
        assertThat(tallystick.send(withPassword("governor:demo")).status()).isEqualTo(200);
        for (int time = 0; time < WrongPasswords.FREE; time++) {
            assertThat(tallystick.send(request).json().path("detail").asString(""))
                    .isEqualTo("These credentials are not accepted.");
        }
        assertThat(tallystick.send(request).json().path("detail").asString(""))
                .isEqualTo("There were too many wrong passwords. Wait half a minute, then try again.");
        assertThat(tallystick.send(request).status()).isEqualTo(401);
    }

    private HttpRequest withPassword(String both) {
        String encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return tallystick
                .request("/api/organisations", Actor.ANYONE)
                .header("Authorization", "Basic " + encoded)
                .build();
    }

    @Test
    void what_is_not_there_is_not_found() {
        var answer = tallystick.command(
                "FreezeFund", "{\"fundId\":\"no-such-fund\",\"reason\":\"r\"}", GOVERNOR, "not-there");
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/events?from=x",
                "/api/events?from=-1",
                "/api/events?size=100000",
                "/api/events?unknown=1",
                "/api/events/0",
                "/api/events/x",
                "/api/ledger/trial-balance?position=99999999999",
                "/api/ledger/trial-balance?position=-1",
                "/api/ledger/trial-balance?date=2024-02-30",
                "/api/ledger/statements/planet/x",
                "/api/organisations?page=-1",
                "/api/organisations?size=501",
                "/api/organisations?kind=NONSENSE",
                "/api/organisations?after=x",
                "/api/ledger/export?format=xlsx"
            })
    void a_question_that_makes_no_sense_is_refused(String path) {
        var answer = tallystick.get(path, AUDITOR);
        assertThat(answer.status()).as(answer.body()).isIn(400, 404, 422);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
    }

    @Test
    void the_same_key_gives_the_same_answer_and_another_request_under_it_is_refused() {
        String fund = "fund-" + UUID.randomUUID();
        String json = """
                {"fundId":"%s","name":"Local budget","holder":"GB-GOR-EA101","purpose":"People leaving prison",\
                "currency":"GBP","drawOrder":"PRO_RATA","commitAgainst":"RECEIVED"}""".formatted(fund);
        var first = tallystick.command("OpenFund", json, GOVERNOR, fund);
        var second = tallystick.command("OpenFund", json, GOVERNOR, fund);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        var other = tallystick.command("OpenFund", json.replace("Local", "Another"), GOVERNOR, fund);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        var again = tallystick.command("OpenFund", json, GOVERNOR, fund + "-2");
        assertThat(again.code()).isEqualTo("already-exists");
    }

    @Test
    void everybody_reads_their_own_writes() {
        String fund = "fund-" + UUID.randomUUID();
        var receipt = tallystick.command("OpenFund", """
                {"fundId":"%s","name":"Local budget","holder":"GB-GOR-EA101","purpose":"People leaving prison",\
                "currency":"GBP","drawOrder":"PRO_RATA","commitAgainst":"RECEIVED"}""".formatted(fund), GOVERNOR, fund);
        var answer = tallystick.get(
                "/api/funds/" + fund + "?after="
                        + receipt.json().path("position").asLong(),
                GOVERNOR);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
