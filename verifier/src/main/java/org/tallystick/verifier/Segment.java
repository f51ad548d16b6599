package org.tallystick.verifier;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Ten thousand positions of the log: their leaves, and the events that the pack has of them. Made by one thread, then
 * only read.
 */
final class Segment {

    /** Positions of a segment, and of a file of events. */
    static final int POSITIONS = 10_000;

    private final long first;
    private final List<byte[]> hashes = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Long> given = new ArrayList<>();
    private @Nullable Wrong leafWrong;
    private @Nullable Wrong eventWrong;

    private Segment(long first) {
        this.first = first;
    }

    /** How many segments a log has. */
    static long count(long size) {
        return (size + POSITIONS - 1) / POSITIONS;
    }

    /** The file with the events of a segment. */
    static String path(long number) {
        return "events/%06d.jsonl".formatted(number);
    }

    /**
     * Reads a segment.
     *
     * @param number from 0
     * @param wanted the types of events that are kept; the others are only hashed
     */
    static Segment read(Pack pack, long number, Predicate<String> wanted) throws IOException {
        Segment segment = new Segment(number * POSITIONS + 1);
        long size = pack.claims().size();
        long last = Math.min(size, segment.first + POSITIONS - 1);
        try {
            for (long bundle = (segment.first - 1) / TilePath.WIDTH; bundle * TilePath.WIDTH < last; bundle++) {
                segment.readBundle(pack, bundle, last);
            }
        } catch (Wrong e) {
            segment.leafWrong = segment.leafWrong == null ? e : segment.leafWrong;
        }
        try {
            segment.readEvents(pack, number, wanted);
        } catch (Wrong e) {
            segment.eventWrong = e;
        }
        return segment;
    }

    /** The position of its first leaf. */
    long first() {
        return first;
    }

    /** The hashes of its leaves, of those too that are wrong. */
    List<byte[]> hashes() {
        return hashes;
    }

    /** Its leaves, up to the first that is wrong. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** Those of its events that were wanted, up to the first that is wrong. */
    List<Event> events() {
        return events;
    }

    /** The positions whose events the pack has, up to the first that is wrong. */
    List<Long> given() {
        return given;
    }

    /** What is wrong with its first wrong leaf. */
    @Nullable
    Wrong leafWrong() {
        return leafWrong;
    }

    /** What is wrong with its first wrong event. */
    @Nullable
    Wrong eventWrong() {
        return eventWrong;
    }

    private void readBundle(Pack pack, long bundle, long last) throws IOException {
        long position = bundle * TilePath.WIDTH;
        long size = pack.claims().size();
        String path = TilePath.entries(bundle, size);
        if (!pack.has(path)) {
            throw new Wrong(Math.max(first, position + 1), "The file " + path + " is missing.");
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(pack.read(path), 1 << 15))) {
            while (position < Math.min(size, (bundle + 1) * TilePath.WIDTH)) {
                position++;
                byte[] leaf = in.readNBytes(in.readUnsignedShort());
                if (position >= first && position <= last) {
                    add(leaf, position);
                }
            }
            if (in.read() >= 0) {
                throw new Wrong(position, "The file " + path + " goes on after its last leaf.");
            }
        } catch (EOFException e) {
            throw new Wrong(Math.max(first, position), "The file " + path + " ends before its last leaf.");
        }
    }

    private void add(byte[] bytes, long position) {
        byte[] hash = Hashes.leaf(bytes);
        hashes.add(hash);
        if (leafWrong == null) {
            try {
                leaves.add(Leaf.parse(bytes, position, hash));
            } catch (Wrong e) {
                leafWrong = e.at(position);
            } catch (Unusable _) {
                leafWrong = new Wrong(position, "The leaf is not UTF-8.");
            }
        }
    }

    private void readEvents(Pack pack, long number, Predicate<String> wanted) throws IOException {
        boolean ofFund = pack.claims().fund() != null;
        long next = first;
        if (pack.has(path(number))) {
            long kept = 0;
            try (Lines lines = pack.lines(path(number))) {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    JsonObject json = parsed(line, next);
                    next = position(json, next, ofFund) + 1;
                    if (next - first > leaves.size()) {
                        return;
                    }
                    Leaf leaf = leaves.get((int) (next - 1 - first));
                    kept += keep(leaf, json, wanted);
                    if (kept > Limits.SEGMENT_CHARS) {
                        throw new Unusable("The file " + path(number) + " has more in its events than it can have.");
                    }
                }
            }
        }
        if (!ofFund && next - first < leaves.size()) {
            throw new Wrong(next, "The event at this position is missing.");
        }
    }

    private static JsonObject parsed(String line, long next) {
        try {
            return Json.object(line).only("position", "eventId", "payload", "metadata");
        } catch (Wrong e) {
            throw e.at(next);
        }
    }

    /** The position an event says it has: the next, or, in the pack of a fund, one that is to come. */
    private long position(JsonObject json, long next, boolean ofFund) {
        long position;
        try {
            position = json.number("position");
        } catch (Wrong e) {
            throw e.at(next);
        }
        boolean here = ofFund ? position >= next && position < first + POSITIONS : position == next;
        if (!here) {
            throw new Wrong(next, "Where the event at this position should be, there is one at " + position + ".");
        }
        if (leafWrong == null && position - first >= leaves.size()) {
            throw new Wrong(position, "There is an event at a position that the log does not have.");
        }
        return position;
    }

    /** Compares an event with its leaf and keeps it where it is wanted; says how much is kept. */
    private long keep(Leaf leaf, JsonObject json, Predicate<String> wanted) {
        String id;
        String payload;
        String metadata;
        try {
            id = json.text("eventId");
            payload = json.text("payload");
            metadata = json.text("metadata");
        } catch (Wrong e) {
            throw e.at(leaf.position());
        }
        if (!Hashes.sha256Hex(payload).equals(leaf.payloadSha256())) {
            throw new Wrong(leaf.position(), "The payload of the event is not the one that its leaf names.");
        }
        if (!Hashes.sha256Hex(metadata).equals(leaf.metadataSha256())) {
            throw new Wrong(leaf.position(), "The metadata of the event are not those that its leaf names.");
        }
        given.add(leaf.position());
        if (!wanted.test(leaf.type())) {
            return 0;
        }
        events.add(Event.of(leaf, id, payload, metadata));
        return (long) payload.length() + metadata.length();
    }
}
