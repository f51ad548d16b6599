package org.tallystick.verifier;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Check 3: every checkpoint is signed by the key that counted, and its root is that of the one tree at its size. So all
 * of them are consistent with one another. Witnesses that signed have seen the same.
 */
final class CheckpointCheck implements AutoCloseable {

    static final String PATH = "checkpoints.jsonl";
    static final String NEWEST = "checkpoint";

    private static final int UNDERWAY = 256;

    private final Pack pack;
    private final LogKeys keys;
    private final Segments threads;
    private final Lines lines;
    private final Checkpoint newest;
    private final Deque<Checkpoint> held;
    private final Deque<Future<List<String>>> underway = new ArrayDeque<>();
    private final Map<String, Long> seenUpTo = new TreeMap<>();
    private @Nullable Checkpoint last;
    private @Nullable Checkpoint next;
    private @Nullable Wrong wrong;
    private long count;

    /** The checkpoints of a pack, and those that whoever checks had before. */
    CheckpointCheck(Pack pack, LogKeys keys, List<Checkpoint> before, Segments threads) throws IOException {
        this.pack = pack;
        this.keys = keys;
        this.threads = threads;
        byte[] bytes = pack.bytes(NEWEST);
        this.newest = Checkpoint.parse(Lines.text(bytes, 0, bytes.length, NEWEST));
        this.held = new ArrayDeque<>(before);
        this.lines = pack.lines(PATH);
    }

    /** Compares the checkpoints of the size that the tree has now; the keys know all leaves up to here. */
    void at(CompactRange range) throws IOException {
        while (wrong == null && !held.isEmpty() && held.peek().size() <= range.size()) {
            compareHeld(held.remove(), range);
        }
        try {
            while (wrong == null && peek() != null && peek().size() <= range.size()) {
                Checkpoint checkpoint = peek();
                next = null;
                compare(checkpoint, range);
                last = checkpoint;
                count++;
            }
        } catch (Wrong e) {
            // One that cannot be read comes after the last that could.
            wrong = e.at(last == null ? 1 : last.size() + 1);
        }
    }

    /** Says what was found, when the tree is whole; else what it covered. */
    String finish(CompactRange range) throws IOException {
        drain(0);
        if (wrong != null) {
            throw wrong;
        }
        if (!held.isEmpty()) {
            throw new Wrong(
                    range.size(),
                    "There was a checkpoint of size " + held.peek().size() + " before, and now the log has "
                            + range.size() + " positions: it was rolled back.");
        }
        if (peek() != null || last == null || last.size() != pack.claims().size()) {
            throw new Wrong(range.size(), "The last checkpoint does not have the size that the manifest names.");
        }
        if (!newest.note().text().equals(last.note().text())) {
            throw new Wrong(last.size(), "The file " + NEWEST + " is not the last of " + PATH + ".");
        }
        for (String vkey : signers(newest, keys.counting(), keys.witnesses())) {
            seenUpTo.put(vkey, newest.size());
        }
        keys.finish();
        requireTrustedWitnesses();
        return "%,d, all of one tree and signed by the log; %s".formatted(count, witnessed());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void compare(Checkpoint checkpoint, CompactRange range) {
        if (!checkpoint.origin().equals(pack.claims().origin())) {
            throw new Wrong(checkpoint.size(), "The checkpoint is one of another log.");
        }
        if ((last != null && checkpoint.size() <= last.size()) || checkpoint.size() < range.size()) {
            throw new Wrong(checkpoint.size(), "The checkpoint comes after one that is as large or larger.");
        }
        if (!Arrays.equals(checkpoint.root(), range.root())) {
            throw new Wrong(
                    checkpoint.size(),
                    "The root in the checkpoint of size " + checkpoint.size()
                            + " is not the root of the tree at that size.");
        }
        VerifierKey key = keys.counting();
        List<VerifierKey> witnesses = keys.witnesses();
        long size = checkpoint.size();
        underway.add(threads.submit(() -> {
            try {
                List<String> signers = signers(checkpoint, key, witnesses);
                return signers.isEmpty() ? List.of() : append(signers, size);
            } catch (Wrong e) {
                throw e.at(size);
            }
        }));
        drain(UNDERWAY);
    }

    private void compareHeld(Checkpoint before, CompactRange range) {
        boolean same = before.origin().equals(pack.claims().origin()) && Arrays.equals(before.root(), range.root());
        if (!same) {
            wrong = new Wrong(
                    before.size(),
                    "A checkpoint of size " + before.size()
                            + " that was given with --checkpoint is not one of this log: the past was changed.");
        }
    }

    private void drain(int left) {
        while (underway.size() > left) {
            try {
                List<String> signers = Segments.result(underway.remove());
                for (String vkey : signers.isEmpty() ? signers : signers.subList(0, signers.size() - 1)) {
                    seenUpTo.merge(vkey, Long.parseLong(signers.getLast()), Math::max);
                }
            } catch (Wrong e) {
                wrong = wrong == null || e.position() <= wrong.position() ? e : wrong;
                underway.clear();
            }
        }
    }

    private static List<String> append(List<String> signers, long size) {
        List<String> all = new ArrayList<>(signers);
        all.add(Long.toString(size));
        return all;
    }

    /** The witnesses that signed a checkpoint, which the log must have signed. */
    private static List<String> signers(Checkpoint checkpoint, @Nullable VerifierKey key, List<VerifierKey> witnesses) {
        if (key == null) {
            throw new Wrong(checkpoint.size(), "There is a checkpoint from before the log was opened.");
        }
        if (!checkpoint.note().isSignedBy(key)) {
            throw new Wrong(checkpoint.size(), "The checkpoint is not signed by the key that counted then.");
        }
        List<String> signers = new ArrayList<>();
        for (VerifierKey witness : witnesses) {
            if (checkpoint.note().namesKey(witness)) {
                if (!checkpoint.note().isSignedBy(witness)) {
                    throw new Wrong(
                            checkpoint.size(),
                            "The signature of the witness " + witness.name() + " under the checkpoint is not good.");
                }
                signers.add(witness.vkey());
            }
        }
        return signers;
    }

    private void requireTrustedWitnesses() {
        for (VerifierKey witness : keys.witnesses()) {
            if (keys.isTrusted(witness) && !seenUpTo.containsKey(witness.vkey())) {
                throw new Wrong(newest.size(), "The witness " + witness.name() + " has signed no checkpoint.");
            }
        }
    }

    private String witnessed() {
        if (keys.witnesses().isEmpty()) {
            return "no witness";
        }
        StringBuilder text = new StringBuilder();
        for (VerifierKey witness : keys.witnesses()) {
            Long upTo = seenUpTo.get(witness.vkey());
            text.append("witness ").append(witness.name());
            text.append(upTo == null ? " signed none, " : " signed up to position %,d, ".formatted(upTo));
        }
        long signed =
                seenUpTo.values().stream().filter(upTo -> upTo == newest.size()).count();
        return text
                + "%d of %d under the newest (quorum %d)"
                        .formatted(signed, keys.witnesses().size(), keys.quorum());
    }

    private @Nullable Checkpoint peek() throws IOException {
        if (next == null) {
            String line = lines.next();
            if (line != null) {
                JsonObject json = Json.object(line).only("size", "signedAt", "note");
                next = Checkpoint.parse(json.text("note"));
                requireTime(json.text("signedAt"));
                if (json.count("size") != next.size()) {
                    throw new Wrong(next.size(), "The size of a checkpoint is not the one in its note.");
                }
            }
        }
        return next;
    }

    private static void requireTime(String time) {
        try {
            Instant.parse(time);
        } catch (DateTimeException e) {
            throw new Wrong(Wrong.NOWHERE, "There is a checkpoint without the time it was signed.");
        }
    }
}
