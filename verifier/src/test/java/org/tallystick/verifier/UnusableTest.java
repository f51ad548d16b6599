package org.tallystick.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no pack, or a trap, is refused in a sentence; and what does not fit the manifest is not good. */
class UnusableTest {

    @TempDir
    Path folder;

    private final TestPack pack = TestPack.good(21, 12, null);
    private Path zip = Path.of("");

    @BeforeEach
    void path() {
        zip = folder.resolve("pack.zip");
    }

    @Test
    void nothing_there() {
        refused("There is no file");
    }

    @Test
    void no_zip() throws IOException {
        Files.writeString(zip, "This is a letter.");

        refused("not a whole zip");
    }

    @Test
    void an_empty_file() throws IOException {
        Files.write(zip, new byte[0]);

        refused("not a whole zip");
    }

    @Test
    void a_zip_cut_short_anywhere() throws IOException {
        byte[] whole = Files.readAllBytes(pack.write(zip));
        for (int length : new int[] {1, 100, whole.length / 2, whole.length - 30, whole.length - 1}) {
            Files.write(zip, Arrays.copyOf(whole, length));

            refused("zip");
        }
    }

    @Test
    void no_manifest() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            TestPack.entry(out, "README.txt", new byte[3]);
        }

        refused("no manifest.json");
    }

    @Test
    void a_format_that_is_not_known() {
        pack.write(zip, pack.manifest().replace("audit-pack-1", "audit-pack-2"));

        refused("knows tallystick-audit-pack-1");
    }

    @Test
    void a_manifest_that_is_none() {
        pack.write(zip, pack.manifest().replace("\"size\":", "\"size\":-"));
        refused("manifest cannot be used");
        pack.write(zip, pack.manifest().substring(1));
        refused("manifest cannot be used");
        pack.write(zip, "[".repeat(100_000));
        refused("manifest cannot be used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/etc/passwd", "tile/../../evil", "C:\\evil", "tile\\0", "a\u0007b", ".."})
    void a_name_that_leads_elsewhere(String name) {
        pack.files.put(name, new byte[1]);
        pack.write(zip);

        refused("leads elsewhere");
    }

    @Test
    void a_file_that_is_there_twice() throws IOException {
        // Two names of one length, then the second is renamed in the zip's bytes.
        pack.files.put("README.tyt", new byte[5]);
        byte[] bytes = Files.readAllBytes(pack.write(zip));
        String latin = new String(bytes, StandardCharsets.ISO_8859_1).replace("README.tyt", "README.txt");
        Files.write(zip, latin.getBytes(StandardCharsets.ISO_8859_1));

        refused("two files called");
    }

    @Test
    void a_bomb() {
        pack.files.put("journal.csv", new byte[40 << 20]);
        pack.write(zip);

        refused("a trap");
    }

    @Test
    void a_bomb_that_hides_its_size() throws IOException {
        pack.files.put("journal.csv", new byte[40 << 20]);
        byte[] bytes = Files.readAllBytes(pack.write(zip));
        // The size in the central directory, little end first, made small.
        byte[] size = {0, 0, (byte) 0x80, 2};
        for (int i = 0; i + 4 <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + 4, size, 0, 4)) {
                bytes[i + 2] = 1;
                bytes[i + 3] = 0;
            }
        }
        Files.write(zip, bytes);

        TamperTest.found(Run.of(zip, "--json"), "structure", 0, "journal.csv does not have the 41943040 bytes");
    }

    @Test
    void a_line_without_end() {
        StringBuilder noise = new StringBuilder("{\"position\":1,\"eventId\":\"");
        new java.util.Random(1).ints(Limits.LINE_BYTES + 10L, 'a', 'z').forEach(noise::appendCodePoint);
        pack.put("events/000000.jsonl", noise.append("\"}\n").toString());
        pack.write(zip);

        refused("a line of more than");
    }

    @Test
    void a_text_that_is_not_utf_8() {
        pack.bytes("events/000000.jsonl")[30] = (byte) 0xff;
        pack.write(zip);

        refused("not UTF-8");
    }

    @Test
    void an_option_that_is_none() {
        pack.write(zip);

        assertThat(Run.of(zip, "--jsn").exit()).isEqualTo(2);
        assertThat(Run.of(zip, "--key").exit()).isEqualTo(2);
        assertThat(Run.of(zip, "--key", "none").exit()).isEqualTo(2);
        assertThat(Run.of(zip, "--checkpoint", zip.toString()).exit()).isEqualTo(2);
        assertThat(Run.of(zip.toString(), zip.toString()).exit()).isEqualTo(2);
        assertThat(Run.of().exit()).isEqualTo(2);
        assertThat(Run.of("--help").exit()).isZero();
    }

    @Test
    void machines_read_why_it_was_refused() {
        Run run = Run.of(zip, "--json");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(Json.object(run.out()).text("unusable")).contains("There is no file");
    }

    @Test
    void a_file_too_many() throws IOException {
        pack.files.put("extra.txt", new byte[1]);
        pack.write(zip);

        TamperTest.found(Run.of(zip, "--json"), "structure", 0, "has no place");
    }

    @Test
    void a_file_that_the_manifest_does_not_have() throws IOException {
        String manifest = pack.manifest();
        pack.files.put("extra.txt", new byte[1]);
        pack.write(zip, manifest);

        TamperTest.found(Run.of(zip, "--json"), "structure", 0, "which the manifest does not have");
    }

    @Test
    void every_file_that_is_missing() {
        for (String path : List.copyOf(pack.files.keySet())) {
            byte[] bytes = pack.bytes(path);
            String manifest = pack.manifest();
            pack.files.remove(path);
            pack.write(zip, manifest);
            TamperTest.found(Run.of(zip, "--json"), "structure", 0, "missing from the zip");
            pack.write(zip);
            TamperTest.found(Run.of(zip, "--json"), "structure", 0, "is missing");
            pack.files.put(path, bytes);
        }
    }

    @Test
    void a_file_that_is_not_the_manifests() {
        for (String path : List.copyOf(pack.files.keySet())) {
            String manifest = pack.manifest();
            byte[] bytes = pack.bytes(path);
            byte[] altered = bytes.clone();
            altered[altered.length / 2] ^= 1;
            pack.files.put(path, altered);
            pack.write(zip, manifest);
            assertThat(Run.of(zip, "--json").exit()).as(path).isNotZero();
            pack.files.put(path, Arrays.copyOf(bytes, bytes.length + 1));
            pack.write(zip, manifest);
            TamperTest.found(Run.of(zip, "--json"), "structure", 0, "bytes that the manifest says");
            pack.files.put(path, bytes);
        }
    }

    private void refused(String why) {
        Run run = Run.of(zip);
        assertThat(run.exit()).as(run.out()).isEqualTo(2);
        assertThat(run.err()).startsWith("It cannot be used: ").contains(why).doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }
}
