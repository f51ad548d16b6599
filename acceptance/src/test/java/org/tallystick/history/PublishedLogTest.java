package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Role;
import org.tallystick.platform.RunningTallystick;
import tools.jackson.databind.JsonNode;

/** The log as somebody outside sees it, who has nothing but its addresses. */
class PublishedLogTest {

    private static final Actor AUDITOR = new Actor("p-2", "", Role.AUDITOR, "GB-GOR-AU900", "");
    private static final Actor GOVERNOR = new Actor("p-9", "", Role.GOVERNOR, "GB-GOR-GV900", "");

    private static RunningTallystick tallystick;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void a_log_with_some_events() throws InterruptedException {
        tallystick = RunningTallystick.shared();
        for (int i = 1; i <= 3; i++) {
            String id = "published-log-" + i;
            String fund = """
                    {"fundId": "%s", "name": "Published log", "holder": "GB-GOR-GV900", "purpose": "To be seen",
                     "currency": "GBP", "drawOrder": "PRO_RATA", "commitAgainst": "RECEIVED"}""".formatted(id);
            var answer = tallystick.command("OpenFund", fund, GOVERNOR, id);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            long position = answer.json().path("position").asLong();
            while (signed() < position) {
                Thread.sleep(50);
            }
        }
    }

    @Test
    void an_auditor_checks_the_newest_checkpoint_against_the_entries_themselves() throws Exception {
        SignedNote note = note();
        Checkpoint checkpoint = Checkpoint.of(note);
        NoteKey key = NoteKey.parse(tallystick
                .get("/api/log", AUDITOR)
                .json()
                .path("signing")
                .path("publicKey")
                .asString());
        assertThat(key.signed(note)).isTrue();
        assertThat(checkpoint.origin()).isEqualTo("localhost/log");

        List<byte[]> hashes = new ArrayList<>();
        List<String> leaves = new ArrayList<>();
        for (long number = 0; Tile.widthIn(0, number, checkpoint.size()) > 0; number++) {
            int width = Tile.widthIn(0, number, checkpoint.size());
            byte[] bundle = bytes(new Tile(Tile.ENTRIES, number, width));
            byte[] tile = bytes(new Tile(0, number, width));
            for (int at = 0, i = 0; at < bundle.length; i++) {
                int length = 256 * (bundle[at] & 255) + (bundle[at + 1] & 255);
                byte[] leaf = Arrays.copyOfRange(bundle, at + 2, at + 2 + length);
                leaves.add(new String(leaf, StandardCharsets.UTF_8));
                hashes.add(MerkleTree.leafHash(leaf));
                assertThat(Arrays.copyOfRange(tile, 32 * i, 32 * i + 32)).isEqualTo(hashes.getLast());
                at += 2 + length;
            }
        }
        assertThat(hashes).hasSize(Math.toIntExact(checkpoint.size()));
        assertThat(MerkleTree.root(hashes)).isEqualTo(checkpoint.root());
        assertThat(leaves.getFirst()).contains("\"type\":\"history.LogOpened\"");
        assertThat(String.join("", leaves)).doesNotContain("Published log");
    }

    @Test
    void an_event_is_proved_to_be_in_it_by_a_text_of_its_own() {
        long size = signed();
        JsonNode proof = tallystick.get("/api/events/2/proof", AUDITOR).json();
        List<byte[]> hashes = hashes(proof.path("proof"));
        byte[] root =
                Base64.getDecoder().decode(proof.path("checkpoint").path("root").asString());
        long at = proof.path("checkpoint").path("size").asLong();
        byte[] leaf = proof.path("leaf").asString().getBytes(StandardCharsets.UTF_8);
        assertThat(at).isGreaterThanOrEqualTo(size);
        assertThat(HexFormat.of().formatHex(MerkleTree.leafHash(leaf)))
                .isEqualTo(proof.path("leafHash").asString());
        assertThat(MerkleTree.includes(MerkleTree.leafHash(leaf), 1, at, hashes, root))
                .isTrue();
        assertThat(proof.path("text").asString())
                .startsWith("c2sp.org/tlog-proof@v1\nindex 1\n"
                        + proof.path("proof").get(0).asString())
                .endsWith("\n\n" + proof.path("checkpoint").path("note").asString());
    }

    @Test
    void any_two_checkpoints_are_proved_to_be_of_one_history() {
        JsonNode list =
                tallystick.get("/api/log/checkpoints?size=500", AUDITOR).json().path("items");
        assertThat(list.size()).isGreaterThan(1);
        long first = list.get(list.size() - 1).path("size").asLong();
        JsonNode proof =
                tallystick.get("/api/log/consistency?from=" + first, AUDITOR).json();
        assertThat(MerkleTree.continues(
                        first,
                        Base64.getDecoder()
                                .decode(proof.path("from").path("root").asString()),
                        proof.path("to").path("size").asLong(),
                        Base64.getDecoder().decode(proof.path("to").path("root").asString()),
                        hashes(proof.path("proof"))))
                .isTrue();
    }

    @Test
    void what_is_not_in_it_is_refused() throws Exception {
        long size = Checkpoint.of(note()).size();
        for (String path : List.of(
                "/log/tile/0/999",
                "/log/tile/9/000.p/1",
                "/log/tile/0/000.p/0",
                "/log/tile/entries/x000/001",
                "/log/tile/0/%2e%2e/000",
                "/log/tile/")) {
            assertThat(get(path, AUDITOR).statusCode()).as(path).isIn(400, 404);
        }
        String bundle = "/log/" + new Tile(Tile.ENTRIES, 0, 1).path();
        assertThat(tallystick.get(bundle, Actor.ANYONE).status()).isEqualTo(401);
        assertThat(tallystick.get(bundle, GOVERNOR).status()).isEqualTo(403);
        assertThat(tallystick.get("/api/events/999999999/proof", AUDITOR).status())
                .isEqualTo(404);
        assertThat(tallystick
                        .get("/api/events/2/proof?size=" + (size + 1_000_000), AUDITOR)
                        .code())
                .isEqualTo("invalid");
        assertThat(tallystick.get("/api/log/consistency?from=0", AUDITOR).code())
                .isEqualTo("invalid");
        assertThat(tallystick.get("/api/events/2/proof", GOVERNOR).status()).isEqualTo(403);
        assertThat(tallystick
                        .get("/api/log/sealed/2001-01/fund:x:available", AUDITOR)
                        .status())
                .isEqualTo(404);
        assertThat(tallystick
                        .get("/api/log/sealed/yesterday/fund:x:available", AUDITOR)
                        .code())
                .isEqualTo("invalid");
    }

    private static long signed() {
        return tallystick
                .get("/api/log", AUDITOR)
                .json()
                .path("signing")
                .path("checkpoint")
                .path("size")
                .asLong(0);
    }

    private SignedNote note() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get("/log/checkpoint", Actor.ANYONE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        return SignedNote.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private byte[] bytes(Tile tile) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get("/log/" + tile.path(), tile.level() == Tile.ENTRIES ? AUDITOR : Actor.ANYONE);
        assertThat(answer.statusCode()).as(tile.path()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("immutable");
        return answer.body();
    }

    private HttpResponse<byte[]> get(String path, Actor actor) throws IOException, InterruptedException {
        return client.send(tallystick.request(path, actor).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static List<byte[]> hashes(JsonNode proof) {
        List<byte[]> hashes = new ArrayList<>();
        proof.forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.asString())));
        return hashes;
    }
}
