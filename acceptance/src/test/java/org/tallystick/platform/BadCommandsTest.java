package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every command with one thing wrong in it, in every place: the answer is a refusal that says where, or the command is
 * one that could be meant; never a fault of ours. {@code -Dtallystick.bad-input=N} tries N for each place.
 */
class BadCommandsTest {

    private static final int MOST_OF_A_COMMAND = 20 * Integer.getInteger("tallystick.bad-input", 2);
    private static final long SEED = Long.getLong("tallystick.bad-input.seed", 1);

    private static final List<String> IN_ADDRESSES = List.of(
            "-1",
            "99999999999999999999",
            "x".repeat(3_000),
            "a%00b",
            "%F0%9F%A7%B5",
            "%E2%80%AE%D7%A9",
            "%C3%28",
            "%3Cscript%3E",
            "2026-02-30",
            "%27%20OR%201=1--",
            "100%25_");

    private final RunningTallystick tallystick = RunningTallystick.shared();

    @Test
    void whatever_is_wrong_with_a_command_is_said_in_the_refusal() {
        Set<String> faults = new TreeSet<>();
        Commands.all().forEach((name, type) -> {
            Role role = Access.rolesOf(type).stream().sorted().findFirst().orElseThrow();
            Actor actor = new Actor("p-1", "", role, "GB-CHC-9100001", "");
            ObjectNode sample =
                    (ObjectNode) Json.mapper().readTree(Json.mapper().writeValueAsString(Samples.of(type)));
            List<HostileJson.Request> requests = new ArrayList<>(HostileJson.of(sample));
            Collections.shuffle(requests, new Random(SEED + name.hashCode()));
            for (HostileJson.Request request : requests.subList(0, Math.min(MOST_OF_A_COMMAND, requests.size()))) {
                var answer = tallystick.command(
                        name,
                        request.body(),
                        actor,
                        "bad-" + name + request.body().hashCode());
                fault(request, answer).forEach(fault -> faults.add(name + ", " + request.what() + ": " + fault));
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        Actor governor = new Actor("p-1", "", Role.GOVERNOR, "GB-CHC-9100001", "");
        byte[] body = "{\"fundId\":\"f\",\"reason\":\"x?y\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int[] bad : new int[][] {{0xC3, 0x28}, {0xED, 0xA0}, {0xFF, 0xFE}}) {
            byte[] wrong = body.clone();
            int at = new String(body, java.nio.charset.StandardCharsets.UTF_8).indexOf("?y");
            wrong[at] = (byte) bad[0];
            wrong[at + 1] = (byte) bad[1];
            var answer = tallystick.send(tallystick
                    .request("/api/commands/FreezeFund", governor)
                    .header("Idempotency-Key", "not-utf-8")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(wrong))
                    .build());
            assertThat(answer.code()).as(answer.body()).isIn("malformed", "invalid");
        }
    }

    @Test
    void whatever_a_question_says_it_is_answered_or_refused() {
        Set<String> faults = new TreeSet<>();
        Resources.all().forEach((type, path) -> {
            Role role = Access.rolesOf(type).stream().sorted().findFirst().orElseThrow();
            Actor actor = role == Role.PUBLIC ? Actor.ANYONE : new Actor("p-1", "", role, "GB-CHC-9100001", "");
            for (String value : IN_ADDRESSES) {
                List<String> addresses = new ArrayList<>(List.of(path.replaceAll("\\{\\w+\\}", value)));
                String plain = path.replace("{subject}", "fund")
                        .replaceAll("\\{[a-z]*[pP]osition\\}", "1")
                        .replaceAll("\\{\\w+\\}", "nothing-has-this-id");
                for (RecordComponent component : type.getRecordComponents()) {
                    if (!path.contains("{" + component.getName() + "}")) {
                        addresses.add(plain + "?" + component.getName() + "=" + value);
                    }
                }
                addresses.add(plain + "?nobodyAsksThis=" + value);
                addresses.add(plain + "?page=1&page=" + value);
                for (String address : addresses) {
                    var answer = tallystick.get(address, actor);
                    // An address that is none is refused before anybody looks at what it asks for.
                    boolean said = answer.body().contains("\"code\"") || answer.status() == 400;
                    if (answer.status() >= 500 || (answer.status() >= 400 && !said)) {
                        faults.add(address + " as " + role + ": " + answer.status() + " " + answer.body());
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    private static List<String> fault(HostileJson.Request request, RunningTallystick.Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500) {
            return List.of("status " + answer.status());
        }
        if (answer.status() < 400) {
            return request.wrongKind() ? List.of("taken") : List.of();
        }
        if (answer.body().matches("(?s).*(tools\\.jackson|org\\.tallystick|\\w+Exception).*")) {
            faults.add("words of programs: " + answer.body());
        }
        if (answer.code().isEmpty() || answer.json().path("detail").asString("").isBlank()) {
            faults.add("no code or no sentence: " + answer.body());
        }
        if (request.wrongKind() && !Set.of(400, 413, 422).contains(answer.status())) {
            faults.add("a wrong kind of value was not noticed: " + answer.code());
        }
        if (answer.code().equals("invalid")
                && answer.json().path("field").asString("").isBlank()) {
            faults.add("names no field: " + answer.body());
        }
        return faults;
    }
}
