package org.tallystick.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a pack claims to be. Nobody has signed it: what it says counts only as far as a check has found it true.
 *
 * @param origin the name of the log
 * @param size positions of the log
 * @param root of the tree of that size
 * @param writtenAt when the pack was written; nothing proves it
 * @param fund the fund the pack is of; null where it is of everything
 * @param files each file but the manifest, by path
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record Manifest(
        String origin,
        long size,
        byte[] root,
        Instant writtenAt,
        @Nullable String fund,
        Map<String, Listed> files) {

    static final String PATH = "manifest.json";

    private static final String FORMAT = "tallystick-audit-pack-1";

    /** A file as the manifest lists it. */
    record Listed(long bytes, String sha256) {}

    /** Reads a manifest; refuses what is none, or of a format that is not known here. */
    static Manifest parse(String text) {
        try {
            JsonObject json = Json.object(text);
            String format = json.text("format");
            if (!format.equals(FORMAT)) {
                throw new Unusable("The pack has the format " + Wrong.shown(format) + "; this verifier knows " + FORMAT
                        + ". A newer one may know it.");
            }
            json.only("format", "origin", "size", "root", "writtenAt", "fund", "files");
            return new Manifest(
                    json.text("origin"),
                    json.count("size"),
                    Hashes.hashFromBase64(json.text("root")),
                    Instant.parse(json.text("writtenAt")),
                    json.optionalText("fund"),
                    files(json.object("files")));
        } catch (Wrong e) {
            throw new Unusable("The manifest cannot be used. " + e.sentence(), e);
        } catch (DateTimeException e) {
            throw new Unusable("The manifest cannot be used. It does not say when it was written.", e);
        }
    }

    private static Map<String, Listed> files(JsonObject json) {
        Map<String, Listed> files = new TreeMap<>();
        for (String path : json.names()) {
            JsonObject file = json.object(path).only("bytes", "sha256");
            files.put(path, new Listed(file.count("bytes"), file.text("sha256")));
        }
        return files;
    }
}
