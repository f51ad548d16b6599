package org.tallystick.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pack altered at random, in the zip's own bytes, in its files, and in its files with a manifest that fits them: each
 * is found, or what it says is still the same. The seed is printed; {@code -Dtallystick.seed=} plays it again.
 */
class RandomTamperTest {

    private static final int CASES = 450;

    @TempDir
    Path folder;

    private final TestPack pack = TestPack.good(51, 14, null);

    @Test
    void whatever_is_altered_is_found_or_changes_nothing() throws IOException {
        long seed = Long.getLong("tallystick.seed", System.nanoTime());
        Path zip = folder.resolve("pack.zip");
        byte[] whole = Files.readAllBytes(pack.write(zip));
        Map<String, Object> before = PackContents.of(contents(zip));
        int[] exits = new int[3];
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed + i);
            String what = alter(zip, whole, random, i % 3);
            Run run = Run.of(zip);
            exits[run.exit()]++;
            assertThat(run.err() + run.out()).as(what).doesNotContain("Exception", "\tat ");
            if (run.exit() == Report.GOOD) {
                assertThat(PackContents.of(contents(zip)))
                        .as("seed %d: %s was not found", seed + i, what)
                        .isEqualTo(before);
            }
        }
        // Had nothing been found to be altered, the packs would not have been.
        assertThat(exits[Report.NOT_GOOD]).isGreaterThan(CASES / 3);
        assertThat(exits[Report.UNUSABLE]).isGreaterThan(CASES / 20);
    }

    private String alter(Path zip, byte[] whole, Random random, int how) throws IOException {
        if (how == 0) {
            Files.write(zip, altered(whole, random));
            return "the zip's bytes";
        }
        String manifest = pack.manifest();
        List<String> paths = new ArrayList<>(pack.files.keySet());
        String path = paths.get(random.nextInt(paths.size()));
        byte[] bytes = pack.bytes(path);
        byte[] altered = random.nextInt(4) == 0 ? linesMoved(bytes, random) : altered(bytes, random);
        pack.files.put(path, altered);
        if (how == 1) {
            pack.write(zip, manifest);
        } else {
            pack.write(zip);
        }
        pack.files.put(path, bytes);
        return path + (how == 1 ? "" : " with its manifest") + ", from " + bytes.length + " to " + altered.length;
    }

    /** A bit flipped, bytes left out, put in, doubled or cut off. */
    private static byte[] altered(byte[] bytes, Random random) {
        byte[] altered = bytes.clone();
        int at = random.nextInt(Math.max(1, bytes.length));
        int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(6)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> out.write(bytes, end, bytes.length - end);
            case 2 -> {
                out.write(bytes, at, end - at);
                out.write(bytes, at, bytes.length - at);
            }
            case 3 -> {
                byte[] noise = new byte[1 + random.nextInt(8)];
                random.nextBytes(noise);
                out.writeBytes(noise);
                out.write(bytes, at, bytes.length - at);
            }
            default -> {
                altered[at] ^= (byte) (1 << random.nextInt(8));
                return altered;
            }
        }
        return out.toByteArray();
    }

    /** Two lines change places, or one is left out. */
    private static byte[] linesMoved(byte[] bytes, Random random) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
        int one = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.remove(one);
        } else {
            Collections.swap(lines, one, random.nextInt(lines.size()));
        }
        return String.join("", lines).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> contents(Path zip) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : Collections.list(file.entries())) {
                contents.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return contents;
    }
}
