package org.tallystick.verifier;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The checks, in their order. */
final class Verification {

    private static final String STRUCTURE = "structure";
    private static final String TREE = "tree";
    private static final String CHECKPOINTS = "checkpoints";
    private static final String EVENTS = "events";
    static final String LEDGER = "ledger";
    static final String SEALED = "sealed balances";
    static final String CONTROL_TESTS = "control tests";

    private final Pack pack;
    private final Options options;
    private final Report report;
    private final Segments segments;

    private Verification(Pack pack, Options options, Segments segments) {
        this.pack = pack;
        this.options = options;
        this.segments = segments;
        this.report = new Report(pack.claims());
    }

    /** Checks a pack. */
    static Report of(Options options) {
        try (Pack pack = Pack.open(options.pack());
                Segments segments = new Segments(pack)) {
            return new Verification(pack, options, segments).run();
        } catch (IOException e) {
            throw Unusable.damaged(e);
        }
    }

    private Report run() throws IOException {
        Wrong structure = wrongIn(() -> StructureCheck.names(pack));
        Future<?> others = segments.submit(this::readWhatNoCheckReads);
        Hashing hashing = new Hashing();
        hashing.run();
        Derivation derivation = derivation(hashing);
        if (derivation != null) {
            derivation.run(segments);
        }
        Segments.result(others);
        if (structure == null) {
            structure = wrongIn(() -> StructureCheck.contents(pack));
        }
        long files = pack.claims().files().size();
        conclude(STRUCTURE, structure, "%,d files, as the manifest names them".formatted(files));
        conclude(
                TREE,
                hashing.treeWrong,
                "%,d leaves and every tile".formatted(pack.claims().size()));
        conclude(CHECKPOINTS, hashing.checkpointWrong, hashing.checkpointsCovered);
        conclude(EVENTS, hashing.eventWrong, hashing.eventsCovered);
        conclude(derivation, hashing);
        return report;
    }

    /** Checks 5 to 7. Nothing is derived from events that are not proved to be those of the log. */
    private @Nullable Derivation derivation(Hashing hashing) {
        return options.hashesOnly() || !hashing.provedEvents() ? null : new Derivation(pack, hashing.closes);
    }

    /** So that these files are compared with the manifest while the others are read. */
    private boolean readWhatNoCheckReads() throws IOException {
        for (String path : List.of(CsvJournal.PATH, HledgerJournal.PATH, SealedCheck.PATH)) {
            if (options.hashesOnly() && pack.has(path)) {
                pack.faultOf(path);
            }
        }
        return true;
    }

    private void conclude(@Nullable Derivation derivation, Hashing hashing) {
        if (derivation == null) {
            String why = hashing.provedEvents() ? "it was not asked for" : "the events are not proved";
            report.notRun(LEDGER, why);
            report.notRun(SEALED, why);
            report.notRun(CONTROL_TESTS, why);
        } else {
            derivation.conclude(report);
        }
    }

    private void conclude(String check, @Nullable Wrong wrong, String covered) {
        report.conclude(check, wrong, covered);
    }

    /** Something that may find something wrong. */
    interface Check {
        void run() throws IOException;
    }

    /** What is found wrong, if anything is. */
    static @Nullable Wrong wrongIn(Check check) throws IOException {
        try {
            check.run();
            return null;
        } catch (Wrong e) {
            return e;
        }
    }

    /** Checks 2 to 4, which go through the log together: everything is read once. */
    private final class Hashing {

        private final TreeCheck tree = new TreeCheck(pack);
        private final EventCheck events = new EventCheck(pack.claims().fund());
        private final List<Event> closes = new ArrayList<>();
        private @Nullable LogKeys keys;
        private @Nullable CheckpointCheck checkpoints;
        private @Nullable Wrong treeWrong;
        private @Nullable Wrong checkpointWrong;
        private @Nullable Wrong eventWrong;
        private String checkpointsCovered = "";
        private String eventsCovered = "";

        void run() throws IOException {
            checkpointWrong = wrongIn(() -> {
                keys = LogKeys.read(pack, options);
                checkpoints = new CheckpointCheck(pack, keys, before(), segments);
            });
            Set<String> wanted = new TreeSet<>(EventCheck.types());
            wanted.add(LogKeys.OPENED);
            wanted.add(LogKeys.ROTATED);
            wanted.add(PeriodClose.TYPE);
            segments.each(wanted::contains, this::take);
            treeWrong = wrongIn(tree::finish);
            eventWrong = wrongIn(() -> eventsCovered = events.finish());
            if (checkpoints != null) {
                try (CheckpointCheck check = checkpoints) {
                    Wrong last = wrongIn(() -> checkpointsCovered = check.finish(tree.range()));
                    checkpointWrong = checkpointWrong == null ? last : checkpointWrong;
                }
            }
        }

        /** Whether every event is the one whose leaf is in the tree. */
        boolean provedEvents() {
            return treeWrong == null && eventWrong == null;
        }

        private void take(Segment segment) {
            Map<Long, Event> given = new HashMap<>();
            segment.events().forEach(event -> given.put(event.position(), event));
            tree.found(segment.leafWrong());
            for (int i = 0; i < segment.hashes().size(); i++) {
                Leaf leaf = i < segment.leaves().size() ? segment.leaves().get(i) : null;
                tree.add(segment.hashes().get(i), leaf);
                compare(leaf, given);
            }
            events.add(segment);
            segment.events().stream()
                    .filter(event -> event.type().equals(PeriodClose.TYPE))
                    .forEach(closes::add);
        }

        private void compare(@Nullable Leaf leaf, Map<Long, Event> given) {
            if (keys == null || checkpoints == null || checkpointWrong != null) {
                return;
            }
            try {
                if (leaf != null) {
                    keys.see(leaf, given.get(leaf.position()));
                }
                checkpoints.at(tree.range());
            } catch (Wrong e) {
                checkpointWrong = e;
            } catch (IOException e) {
                throw Unusable.damaged(e);
            }
        }
    }

    /** The checkpoints that whoever checks had before, the smallest first. */
    private List<Checkpoint> before() throws IOException {
        List<Checkpoint> before = new ArrayList<>();
        for (Path file : options.checkpoints()) {
            try {
                before.add(Checkpoint.parse(Files.readString(file)));
            } catch (Wrong | CharacterCodingException e) {
                throw new Unusable("The file " + file + " is no checkpoint.", e);
            } catch (IOException e) {
                throw new Unusable("The file " + file + " cannot be read.", e);
            }
        }
        before.sort(Comparator.comparingLong(Checkpoint::size));
        return before;
    }
}
