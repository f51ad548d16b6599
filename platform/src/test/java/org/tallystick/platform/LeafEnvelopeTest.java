package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.tallystick.history.MerkleTree;
import tools.jackson.databind.json.JsonMapper;

class LeafEnvelopeTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void the_leaf_is_what_the_canonicaliser_makes_of_it_for_names_of_every_kind() throws IOException {
        long seed = Long.getLong("tallystick.seed", System.nanoTime());
        System.out.println("LeafEnvelopeTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            LeafEnvelope leaf = new LeafEnvelope(
                    1 + random.nextLong(1L << 53),
                    text(random),
                    random.nextLong(1L << 53),
                    text(random),
                    text(random),
                    Instant.ofEpochSecond(random.nextLong(-1L << 32, 1L << 33), random.nextInt(1_000_000_000)),
                    HexFormat.of().formatHex(bytes(random)),
                    HexFormat.of().formatHex(bytes(random)));

            byte[] canonical = leaf.canonicalBytes();

            assertThat(canonical).as("%s", leaf).isEqualTo(canonicalised(leaf));
        }
    }

    @Test
    void the_recorded_time_has_six_digits_and_no_more() {
        assertThat(text(leaf("a", Instant.parse("2026-01-02T03:04:05Z"))))
                .contains("\"recordedAt\":\"2026-01-02T03:04:05.000000Z\"");
        assertThat(text(leaf("a", Instant.parse("2026-01-02T03:04:05.123456789Z"))))
                .contains("\"recordedAt\":\"2026-01-02T03:04:05.123456Z\"");
    }

    @Test
    void the_hash_of_a_leaf_is_that_of_rfc_6962() {
        assertThat(HexFormat.of().formatHex(MerkleTree.leafHash(new byte[0])))
                .as("the empty leaf of the RFC's test vectors")
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void a_leaf_of_65_535_bytes_is_refused() {
        int others = leaf("", Instant.EPOCH).canonicalBytes().length;

        assertThat(leaf("x".repeat(65_534 - others), Instant.EPOCH).canonicalBytes())
                .hasSize(65_534);
        assertThatThrownBy(
                        () -> leaf("x".repeat(65_535 - others), Instant.EPOCH).canonicalBytes())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LeafEnvelope leaf(String aggregate, Instant recordedAt) {
        return new LeafEnvelope(1, aggregate, 0, "fund.MoneyCommitted", "1", recordedAt, "00", "ff");
    }

    private static String text(LeafEnvelope leaf) {
        return new String(leaf.canonicalBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] canonicalised(LeafEnvelope leaf) throws IOException {
        var json = JSON.createObjectNode()
                .put("type", leaf.type())
                .put("position", leaf.position())
                .put("aggregate", leaf.aggregate())
                .put("sequence", leaf.sequence())
                .put("revision", leaf.revision())
                .put("recordedAt", recordedAt(leaf))
                .put("payloadSha256", leaf.payloadSha256())
                .put("metadataSha256", leaf.metadataSha256());
        return new JsonCanonicalizer(json.toString()).getEncodedUTF8();
    }

    private static String recordedAt(LeafEnvelope leaf) {
        String seconds = leaf.recordedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        return seconds.replace("Z", ".%06dZ".formatted(leaf.recordedAt().get(ChronoField.MICRO_OF_SECOND)));
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Control characters, quotes, letters of many scripts and pairs of surrogates, but no half of a pair. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            int codePoint = switch (random.nextInt(5)) {
                case 0 -> random.nextInt(1, 0x20);
                case 1 -> "\"\\/\u007f\u2028\u20ac£".codePointAt(random.nextInt(7));
                case 2 -> random.nextInt(0x20, 0xd800);
                case 3 -> random.nextInt(0xe000, 0xfffe);
                default -> random.nextInt(0x10000, 0x110000);
            };
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }
}
