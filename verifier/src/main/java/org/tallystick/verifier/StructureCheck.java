package org.tallystick.verifier;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Check 1: the zip has the files it must have and no others, and each is the one that the manifest names. */
final class StructureCheck {

    /** What every pack has beside its manifest, tiles and events. */
    private static final List<String> ALWAYS = List.of(
            "README.txt",
            "keys.json",
            "checkpoint",
            "checkpoints.jsonl",
            "journal.csv",
            "journal.hledger",
            "sealed.jsonl");

    private StructureCheck() {}

    /** Judges names and sizes; nothing is read yet. */
    static void names(Pack pack) {
        Manifest manifest = pack.claims();
        if (manifest.size() == 0) {
            throw new Wrong(Wrong.NOWHERE, "The pack is of a log in which nothing is recorded.");
        }
        Set<String> there = new TreeSet<>();
        pack.paths().forEach(there::add);
        there.remove(Manifest.PATH);
        for (String path : there) {
            if (!manifest.files().containsKey(path)) {
                throw new Wrong(
                        Wrong.NOWHERE,
                        "The zip has the file " + Wrong.shown(path) + ", which the manifest does not have.");
            }
        }
        for (String path : manifest.files().keySet()) {
            require(there.contains(path), "The file " + Wrong.shown(path) + " is missing from the zip.");
        }
        Set<String> expected = TilePath.all(manifest.size());
        expected.addAll(ALWAYS);
        for (long number = 0; number < Segment.count(manifest.size()); number++) {
            if (manifest.fund() == null || there.contains(Segment.path(number))) {
                expected.add(Segment.path(number));
            }
        }
        for (String path : expected) {
            require(there.contains(path), "The file " + path + " is missing.");
        }
        for (String path : there) {
            require(expected.contains(path), "The file " + Wrong.shown(path) + " has no place in a pack of that size.");
        }
    }

    /** Compares every file's bytes with the manifest. */
    static void contents(Pack pack) throws IOException {
        for (String path : pack.claims().files().keySet()) {
            String fault = pack.has(path) ? pack.faultOf(path) : "";
            require(fault.isEmpty(), fault);
        }
    }

    private static void require(boolean good, String sentence) {
        if (!good) {
            throw new Wrong(Wrong.NOWHERE, sentence);
        }
    }
}
