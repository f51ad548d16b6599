package org.tallystick.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param json for machines
 * @param hashesOnly without the ledger and what follows from it
 * @param key the log's first key, as whoever checks knows it
 * @param witnesses keys of witnesses that must have signed
 * @param checkpoints files with checkpoints from before
 * @param report where the report for machines is written too
 */
record Options(
        Path pack,
        boolean json,
        boolean hashesOnly,
        @Nullable String key,
        List<String> witnesses,
        List<Path> checkpoints,
        @Nullable Path report) {

    static final String HELP = """
            Checks an audit pack, offline.

              java -jar verifier.jar PACK [--json] [--hashes-only] [--key VKEY] [--witness VKEY]… [--checkpoint FILE]…
                                     [--report FILE]

              PACK               the zip file
              --json             the report for machines
              --hashes-only      tree, checkpoints and events, without the ledger and what follows from it
              --key VKEY         the log's first key as you know it, from elsewhere than the pack
              --witness VKEY     a witness you trust: it must have signed
              --checkpoint FILE  a checkpoint you kept: the log must go on from there
              --report FILE      the report for machines, written to a file beside

            Exit status: 0 good, 1 not good, 2 it cannot be used.
            """;

    Options {
        witnesses = List.copyOf(witnesses);
        checkpoints = List.copyOf(checkpoints);
    }

    /** Reads the arguments. */
    static Options parse(String... arguments) {
        List<Path> packs = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<String> witnesses = new ArrayList<>();
        List<Path> checkpoints = new ArrayList<>();
        List<Path> reports = new ArrayList<>();
        boolean json = false;
        boolean hashesOnly = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--json" -> json = true;
                case "--hashes-only" -> hashesOnly = true;
                case "--key" -> keys.add(value(arguments, ++i));
                case "--witness" -> witnesses.add(value(arguments, ++i));
                case "--checkpoint" -> checkpoints.add(Path.of(value(arguments, ++i)));
                case "--report" -> reports.add(Path.of(value(arguments, ++i)));
                default -> {
                    if (arguments[i].startsWith("--")) {
                        throw new Unusable("There is no option " + arguments[i] + "; --help lists them.");
                    }
                    packs.add(Path.of(arguments[i]));
                }
            }
        }
        if (packs.size() != 1 || keys.size() > 1) {
            throw new Unusable("One pack is checked at a time, with one --key at most; --help says more.");
        }
        String key = keys.isEmpty() ? null : keys.getFirst();
        try {
            if (key != null) {
                VerifierKey.parse(key, VerifierKey.ED25519);
            }
            witnesses.forEach(witness -> VerifierKey.parse(witness, VerifierKey.COSIGNATURE));
        } catch (Wrong e) {
            throw new Unusable(e.sentence(), e);
        }
        Path report = reports.isEmpty() ? null : reports.getLast();
        return new Options(packs.getFirst(), json, hashesOnly, key, witnesses, checkpoints, report);
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new Unusable("After " + arguments[i - 1] + " something is missing; --help says more.");
        }
        return arguments[i];
    }
}
