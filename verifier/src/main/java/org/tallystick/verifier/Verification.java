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
import org.jspecify.annotations.Nullable;

/** The checks, in their order. */
final class Verification {

    private static final String STRUCTURE = "structure";
    private static final String TREE = "tree";
    private static final String CHECKPOINTS = "checkpoints";
    private static final String EVENTS = "events";

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
            throw new Unusable("The zip is damaged: " + e.getMessage() + ".", e);
        }
    }

    private Report run() throws IOException {
        Wrong structure = wrongIn(() -> StructureCheck.names(pack));
        Hashing hashing = new Hashing();
        hashing.run();
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
        return report;
    }

    private void conclude(String check, @Nullable Wrong wrong, String covered) {
        if (wrong == null) {
            report.good(check, covered);
        } else {
            report.wrong(check, wrong);
        }
    }

    /** Something that may find something wrong. */
    interface Check {
        void run() throws IOException;
    }

    private static @Nullable Wrong wrongIn(Check check) throws IOException {
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
                throw new Unusable("The zip is damaged: " + e.getMessage() + ".", e);
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
