package org.tallystick.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a pack says, apart from what nothing proves: its README, the time it was written, the ids of events, when a
 * checkpoint was signed and which of the older ones were kept, and what a witness did not say.
 */
final class PackContents {

    private PackContents() {}

    static Map<String, Object> of(Map<String, byte[]> files) {
        Map<String, Object> contents = new TreeMap<>();
        files.forEach((path, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            switch (path) {
                case "README.txt" -> {
                    // Nobody derives anything from it.
                }
                case "manifest.json" -> contents.put(path, manifest(text));
                case "keys.json" -> contents.put(path, Json.object(text).texts("keys"));
                case "checkpoint" ->
                    contents.put(path, Checkpoint.parse(text).note().text());
                case "checkpoints.jsonl" -> contents.put(path, newest(text));
                case "journal.csv", "journal.hledger" ->
                    contents.put(
                            path, text.lines().map(PackContents::withoutIds).toList());
                case "sealed.jsonl" ->
                    contents.put(path, text.lines().map(Json::object).toList());
                default -> contents.put(path, path.startsWith("events/") ? events(text) : Arrays.hashCode(bytes));
            }
        });
        return contents;
    }

    /** Sizes and hashes of the files are those of the files themselves. */
    private static Map<String, Object> manifest(String text) {
        Map<String, Object> manifest = new HashMap<>(Json.object(text).members());
        manifest.remove("writtenAt");
        manifest.put("files", Json.object(text).object("files").names());
        return manifest;
    }

    private static String newest(String text) {
        List<String> lines = text.lines().toList();
        return Checkpoint.parse(Json.object(lines.getLast()).text("note"))
                .note()
                .text();
    }

    private static String withoutIds(String line) {
        return line.replaceAll("00000000-0000-[0-9a-f-]+", "id");
    }

    private static Set<String> events(String text) {
        return text.lines()
                .map(Json::object)
                .map(line -> line.number("position") + line.text("payload") + line.text("metadata"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
