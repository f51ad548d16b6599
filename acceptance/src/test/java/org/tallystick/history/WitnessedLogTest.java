package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.Actor;
import org.tallystick.platform.NoteSigner;
import org.tallystick.platform.Role;
import org.tallystick.platform.RunningTallystick;
import tools.jackson.databind.JsonNode;

/** A log that is published only once a witness has signed, and a witness that does what witnesses may do. */
class WitnessedLogTest {

    private static final Actor AUDITOR = new Actor("p-2", "", Role.AUDITOR, "GB-GOR-AU900", "");

    private final NoteSigner signer = NoteSigner.ofWitness("witness.example.org");
    /** What the witness answers with instead of signing: a status, and a text after a space. */
    private final AtomicReference<String> refusal = new AtomicReference<>("404 unknown");

    private HttpServer witness;
    private RunningTallystick witnessed;

    @BeforeEach
    void a_witness_that_does_not_sign_yet() throws Exception {
        witness = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        witness.createContext("/w/add-checkpoint", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String refused = Objects.requireNonNull(refusal.get());
            SignedNote note = SignedNote.parse(body.substring(body.indexOf("\n\n") + 2));
            String text = refused.isEmpty()
                    ? signer.cosign(note, Instant.parse("2026-11-22T18:00:00Z")).line()
                    : refused.substring(4);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    refused.isEmpty() ? 200 : Integer.parseInt(refused.substring(0, 3)), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        witness.start();
        witnessed = RunningTallystick.shared()
                .another(Map.of(
                        "TALLYSTICK_WITNESSES",
                        signer.key() + " http://localhost:"
                                + witness.getAddress().getPort() + "/w",
                        "TALLYSTICK_WITNESS_QUORUM",
                        "1"));
    }

    @AfterEach
    void stop() {
        witnessed.close();
        witness.stop(0);
    }

    @Test
    void nothing_is_published_until_enough_witnesses_have_signed() throws Exception {
        JsonNode refused = signing(state -> refusal(state).contains("does not know this log"));
        assertThat(refused.path("checkpoint").isNull()).isTrue();
        assertThat(refused.path("signedSize").asLong()).isPositive();
        assertThat(witnessed.get("/log/checkpoint", Actor.ANYONE).status()).isEqualTo(404);

        refusal.set("409 999999999");
        act("one");
        signing(state -> refusal(state).contains("999999999 entries"));

        refusal.set("");
        act("two");
        JsonNode signed = signing(state -> !state.path("checkpoint").isNull());
        assertThat(refusal(signed)).isEmpty();
        SignedNote note =
                SignedNote.parse(witnessed.get("/log/checkpoint", Actor.ANYONE).body());
        assertThat(signer.key().signed(note)).isTrue();
        assertThat(note.signatures()).hasSize(2);
    }

    /** Something happens, so that there is a new checkpoint. */
    private void act(String what) {
        var answer = witnessed.command(
                "OpenFund",
                """
                {"fundId": "witnessed-%s", "name": "Witnessed", "holder": "GB-GOR-GV900", "purpose": "To be seen",
                 "currency": "GBP", "drawOrder": "PRO_RATA", "commitAgainst": "RECEIVED"}""".formatted(what),
                new Actor("p-9", "", Role.GOVERNOR, "GB-GOR-GV900", ""),
                "witnessed-" + what);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String refusal(JsonNode state) {
        return state.path("witnesses").path(0).path("refused").asString("");
    }

    private JsonNode signing(Predicate<JsonNode> so) throws InterruptedException {
        JsonNode state = null;
        for (int i = 0; i < 600; i++) {
            state = witnessed.get("/api/log", AUDITOR).json().path("signing");
            if (so.test(state)) {
                return state;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It did not come about; at last it was " + state);
    }
}
