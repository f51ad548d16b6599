package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.history.Witness.Answer;
import org.tallystick.platform.NoteSigner;

/** Each answer that C2SP tlog-witness asks for. */
class WitnessTest {

    private static final String ORIGIN = "grants.example.org/log";
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private final NoteSigner log = NoteSigner.ofLog(ORIGIN);

    @TempDir
    private Path folder;

    private Witness witness;

    @BeforeEach
    void a_witness_of_one_log() throws IOException {
        witness = reopened();
    }

    @Test
    void it_signs_what_continues_what_it_signed_before() throws IOException {
        int old = 0;
        for (int size : new int[] {1, 5, 5, 300}) {
            Answer answer = witness.add(request(old, size, "a", log));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            SignedNote note = log.sign(checkpoint(size, "a"));
            SignedNote both =
                    note.and(SignedNote.NoteSignature.of(answer.body().strip()).orElseThrow());
            assertThat(witness.key().signed(both)).isTrue();
            assertThat(NoteKey.timeOf(both.signatures().getLast())).isEqualTo(NOW);
            old = size;
        }
    }

    @Test
    void it_remembers_in_its_file_what_it_signed() throws IOException {
        NoteKey key = witness.key();
        witness.add(request(0, 7, "a", log));
        Witness later = reopened();
        assertThat(later.key()).isEqualTo(key);
        assertThat(later.add(request(0, 9, "a", log))).isEqualTo(new Answer(409, "7\n"));
        assertThat(later.add(request(7, 9, "a", log)).status()).isEqualTo(200);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void it_refuses_a_fork_and_a_roll_back() throws IOException {
        witness.add(request(0, 7, "a", log));
        assertThat(witness.add(request(7, 9, "b", log)).status())
                .as("another history")
                .isEqualTo(422);
        assertThat(witness.add(request(7, 7, "b", log)).status())
                .as("another of the same size")
                .isEqualTo(422);
        assertThat(witness.add(request(5, 6, "a", log))).as("an earlier one").isEqualTo(new Answer(409, "7\n"));
        assertThat(witness.add(request(7, 6, "a", log)).status())
                .as("backwards")
                .isEqualTo(400);
        assertThat(witness.add(request(7, 9, "a", log)).status())
                .as("after all of these")
                .isEqualTo(200);
    }

    @Test
    void it_answers_each_fault_as_the_specification_says() throws IOException {
        assertThat(witness.add(request(0, 3, "a", NoteSigner.ofLog("other.example.org")))
                        .status())
                .isEqualTo(404);
        assertThat(witness.add(request(0, 3, "a", NoteSigner.ofLog(ORIGIN))).status())
                .isEqualTo(403);
        String good = request(0, 3, "a", log);
        assertThat(witness.add(good.replace("old 0\n", "old 0\nAAAA\n")).status())
                .isEqualTo(400);
        assertThat(witness.add(good.replace("old 0\n", "old 0\n" + root(1, "a") + "\n"))
                        .status())
                .as("a proof from nothing")
                .isEqualTo(422);
        for (String text :
                List.of("", "old\n\n", "old 00\n\n", "old 0", good.replace("old 0", "new 0"), "old 0\n\nno note\n")) {
            assertThat(witness.add(text).status()).as(text).isEqualTo(400);
        }
        assertThat(witness.add(good).status()).as("after all of these").isEqualTo(200);
    }

    @Test
    void it_answers_over_http() throws Exception {
        HttpServer server = RunWitness.serve(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/add-checkpoint");
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            assertThat(client.send(request.GET().build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(405);
            assertThat(post(client, request, request(0, 4, "a", log)).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> conflict = post(client, request, request(0, 4, "a", log));
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(post(client, request, "x".repeat(200_000)).statusCode()).isEqualTo(413);
        } finally {
            server.stop(0);
        }
    }

    private static HttpResponse<String> post(HttpClient client, HttpRequest.Builder request, String body)
            throws IOException, InterruptedException {
        return client.send(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Witness reopened() throws IOException {
        return new Witness(
                folder.resolve("witness.json"),
                "witness.example.org",
                List.of(log.key()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String request(int old, int size, String history, NoteSigner signer) {
        String proof = old > size
                ? ""
                : MerkleTree.consistencyProof(old, size, MerkleTree.of(leaves(size, history))).stream()
                        .map(hash -> Base64.getEncoder().encodeToString(hash) + "\n")
                        .collect(Collectors.joining());
        String text =
                new Checkpoint(signer.key().name(), size, Base64.getDecoder().decode(root(size, history))).text();
        return "old " + old + "\n" + proof + "\n" + signer.sign(text);
    }

    private static String checkpoint(int size, String history) {
        return new Checkpoint(ORIGIN, size, Base64.getDecoder().decode(root(size, history))).text();
    }

    private static String root(int size, String history) {
        return Base64.getEncoder().encodeToString(MerkleTree.root(leaves(size, history)));
    }

    private static List<byte[]> leaves(int size, String history) {
        return IntStream.range(0, size)
                .mapToObj(i -> MerkleTree.leafHash((history + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
