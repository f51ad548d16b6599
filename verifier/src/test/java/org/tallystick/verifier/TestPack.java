package org.tallystick.verifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.tallystick.verifier.TestLog.Entry;

/** Writes packs, good ones and such as tests have broken. */
final class TestPack {

    static final String ORIGIN = "grants.example.org/log";

    final TestHistory history;
    final List<TestKey> keys;
    final TestKey witness;
    final Map<String, byte[]> files = new TreeMap<>();
    private final @Nullable String fund;
    final TestTree tree;

    private TestPack(TestHistory history, List<TestKey> keys, TestKey witness, @Nullable String fund) {
        this.history = history;
        this.keys = keys;
        this.witness = witness;
        this.fund = fund;
        this.tree = new TestTree(
                history.log.entries.stream().map(e -> TestTree.leaf(e.leaf())).toList());
    }

    /** A good pack of a history of that many awards, whose log has changed its key once. */
    static TestPack good(long seed, int awards, @Nullable String fund) {
        TestKey first = new TestKey(ORIGIN, 1);
        TestKey second = new TestKey(ORIGIN, 1);
        return of(TestHistory.of(seed, awards, first, second), List.of(first, second), fund);
    }

    static TestPack of(TestHistory history, List<TestKey> keys, @Nullable String fund) {
        TestPack pack = new TestPack(history, keys, new TestKey("witness.example.org", 4), fund);
        pack.fill();
        return pack;
    }

    int size() {
        return history.log.entries.size();
    }

    private void fill() {
        put("README.txt", "Check it with the verifier.\n");
        put(
                "keys.json",
                Js.object(
                                "origin",
                                ORIGIN,
                                "keys",
                                keys.stream().map(k -> k.vkey).toList(),
                                "witnesses",
                                List.of(witness.vkey),
                                "quorum",
                                1)
                        .json());
        put("checkpoint", note(size()));
        put("checkpoints.jsonl", checkpoints());
        tiles();
        List<Entry> given = new TestFund(history, fund).entries();
        events(given);
        put("journal.csv", TestJournal.csv(given, fund));
        put("journal.hledger", TestJournal.hledger(given, fund));
        put("sealed.jsonl", new TestFund(history, fund).sealed());
    }

    void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** Sizes at which the log was signed: now and then, and at the end. */
    List<Integer> checkpointSizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int size = 5; size < size(); size += Math.max(37, size() / 50)) {
            sizes.add(size);
        }
        sizes.add(size());
        return sizes;
    }

    String checkpoints() {
        StringBuilder lines = new StringBuilder();
        for (int size : checkpointSizes()) {
            lines.append(line(size, note(size)));
        }
        return lines.toString();
    }

    static String line(long size, String note) {
        return Js.object("size", size, "signedAt", "2026-04-06T10:00:00.120Z", "note", note) + "\n";
    }

    /** The checkpoint of a size, signed by the log and, at every other size, by the witness. */
    String note(int size) {
        return note(size, tree.root(size), key(size), size % 2 == 0 || size == size());
    }

    String note(int size, byte[] root, TestKey signer, boolean witnessed) {
        String text = ORIGIN + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        return text + "\n" + signer.line(text) + (witnessed ? witness.cosignature(text, 1_790_000_000L) : "");
    }

    /** The key that counted at a position. */
    private TestKey key(int position) {
        long rotations = history.log.entries.stream()
                .limit(position)
                .filter(e -> e.type().equals("history.LogKeyRotated"))
                .count();
        return keys.get((int) rotations);
    }

    private void tiles() {
        for (int level = 0, width = 1; size() / width > 0; level++, width *= 256) {
            int hashes = size() / width;
            for (int tile = 0; tile * 256 < hashes; tile++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                int end = Math.min(hashes, tile * 256 + 256);
                for (int i = tile * 256; i < end; i++) {
                    bytes.writeBytes(tree.root(i * width, (i + 1) * width));
                }
                files.put("tile/" + level + "/" + name(tile, end - tile * 256), bytes.toByteArray());
            }
        }
        for (int bundle = 0; bundle * 256 < size(); bundle++) {
            int end = Math.min(size(), bundle * 256 + 256);
            List<byte[]> leaves = history.log.entries.subList(bundle * 256, end).stream()
                    .map(Entry::leaf)
                    .toList();
            files.put("tile/entries/" + name(bundle, end - bundle * 256), bundle(leaves));
        }
    }

    static byte[] bundle(List<byte[]> leaves) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            for (byte[] leaf : leaves) {
                out.writeShort(leaf.length);
                out.write(leaf);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int tile, int width) {
        String name = tile < 1000 ? "%03d".formatted(tile) : "x%03d/%03d".formatted(tile / 1000, tile % 1000);
        return width < 256 ? name + ".p/" + width : name;
    }

    private void events(List<Entry> given) {
        Map<String, StringBuilder> lines = new TreeMap<>();
        for (Entry entry : given) {
            lines.computeIfAbsent(
                            "events/%06d.jsonl".formatted((entry.position() - 1) / 10_000), _ -> new StringBuilder())
                    .append(event(entry));
        }
        lines.forEach((path, text) -> put(path, text.toString()));
    }

    static String event(Entry entry) {
        return Js.object(
                        "position",
                        entry.position(),
                        "eventId",
                        entry.eventId(),
                        "payload",
                        entry.payload(),
                        "metadata",
                        entry.metadata())
                + "\n";
    }

    /** The manifest of the files as they are. */
    String manifest() {
        return manifest(size(), tree.root(size()));
    }

    String manifest(int size, byte[] root) {
        StringBuilder listed = new StringBuilder();
        files.forEach((path, bytes) -> listed.append(listed.isEmpty() ? "" : ",")
                .append("\"")
                .append(path)
                .append("\":")
                .append(Js.object(
                        "bytes", bytes.length, "sha256", HexFormat.of().formatHex(TestTree.sha256(bytes)))));
        return Js.object(
                        "format",
                        "tallystick-audit-pack-1",
                        "origin",
                        ORIGIN,
                        "size",
                        size,
                        "root",
                        Base64.getEncoder().encodeToString(root),
                        "writtenAt",
                        history.log.now().plusSeconds(60).toString(),
                        "fund",
                        fund,
                        "files",
                        new Js.Raw("{" + listed + "}"))
                .json();
    }

    /** Writes the files with a manifest that fits them, as somebody would who covers their tracks. */
    Path write(Path zip) {
        return write(zip, manifest());
    }

    Path write(Path zip, String manifest) {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entry(entries, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entry(entries, file.getKey(), file.getValue());
            }
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void entry(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(bytes);
        zip.closeEntry();
    }
}
