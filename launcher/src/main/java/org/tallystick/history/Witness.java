package org.tallystick.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tallystick.platform.Json;
import org.tallystick.platform.NoteSigner;

/**
 * A witness, as C2SP {@code tlog-witness} has it: signs a checkpoint of a log it knows only if it continues the one it
 * signed last, so that nobody can be shown another history, or an earlier one. Its key and what it signed last are in
 * one file, which is on disk before a signature is given out.
 */
final class Witness {

    private static final int MOST_HASHES = 63;

    /** What it says to a request, as the specification words it: a status and a text. */
    record Answer(int status, String body) {}

    private record Seen(long size, String root) {}

    private record State(String key, Map<String, Seen> logs) {}

    private final Path file;
    private final Map<String, List<NoteKey>> known;
    private final Clock clock;
    private State state;
    private final NoteSigner signer;

    /**
     * A witness of some logs.
     *
     * @param name that its key gets where the file is not there yet
     * @param logs keys of the logs it knows; the names of keys are the logs' origins
     * @throws IllegalArgumentException where the file is there and is not that of a witness
     */
    Witness(Path file, String name, List<NoteKey> logs, Clock clock) throws IOException {
        this.file = file.toAbsolutePath();
        this.clock = clock;
        this.known = new TreeMap<>();
        logs.forEach(
                key -> known.computeIfAbsent(key.name(), _ -> new ArrayList<>()).add(key));
        if (Files.exists(this.file)) {
            this.state = Json.read(Files.readAllBytes(this.file), State.class);
        } else {
            this.state = new State(NoteSigner.ofWitness(name).secret(), Map.of());
            keep(state);
        }
        this.signer = NoteSigner.parse(state.key());
    }

    /** What its signatures are checked with. */
    NoteKey key() {
        return signer.key();
    }

    /** Answers {@code add-checkpoint}. */
    synchronized Answer add(String body) throws IOException {
        Optional<Request> read = Request.of(body);
        if (read.isEmpty()) {
            return new Answer(400, "This is no request of add-checkpoint.\n");
        }
        Request request = read.get();
        List<NoteKey> keys = known.get(request.checkpoint().origin());
        if (keys == null) {
            return new Answer(404, "This log is not known here.\n");
        }
        if (keys.stream().noneMatch(key -> key.signed(request.note()))) {
            return new Answer(403, "No known key of this log has signed it.\n");
        }
        Checkpoint next = request.checkpoint();
        Seen seen = state.logs().getOrDefault(next.origin(), new Seen(0, base64(MerkleTree.root(List.of()))));
        if (request.old() > next.size()) {
            return new Answer(400, "The old size is above that of the checkpoint.\n");
        }
        if (request.old() != seen.size()) {
            return new Answer(409, seen.size() + "\n");
        }
        byte[] before = Base64.getDecoder().decode(seen.root());
        if (!MerkleTree.continues(seen.size(), before, next.size(), next.root(), request.proof())
                || (next.size() == 0 && !Arrays.equals(next.root(), MerkleTree.root(List.of())))) {
            return new Answer(422, "The checkpoint does not continue the one signed last.\n");
        }
        Map<String, Seen> logs = new TreeMap<>(state.logs());
        logs.put(next.origin(), new Seen(next.size(), base64(next.root())));
        State after = new State(state.key(), logs);
        keep(after);
        state = after;
        return new Answer(200, signer.cosign(request.note(), clock.instant()).line());
    }

    /** A request as the specification has it: an old size, hashes of a proof, an empty line, a checkpoint. */
    private record Request(long old, List<byte[]> proof, SignedNote note, Checkpoint checkpoint) {

        static Optional<Request> of(String body) {
            int end = body.indexOf("\n\n");
            if (end < 0) {
                return Optional.empty();
            }
            String[] lines = body.substring(0, end).split("\n", -1);
            if (!lines[0].matches("old (0|[1-9]\\d{0,17})") || lines.length - 1 > MOST_HASHES) {
                return Optional.empty();
            }
            try {
                List<byte[]> proof = Arrays.stream(lines)
                        .skip(1)
                        .map(Base64.getDecoder()::decode)
                        .toList();
                SignedNote note = SignedNote.parse(body.substring(end + 2));
                return proof.stream().anyMatch(hash -> hash.length != MerkleTree.HASH_BYTES)
                        ? Optional.empty()
                        : Optional.of(new Request(
                                Long.parseLong(lines[0].substring("old ".length())), proof, note, Checkpoint.of(note)));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }
    }

    private void keep(State next) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        if (!Files.exists(part)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(Json.mapper().writeValueAsBytes(next)));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
