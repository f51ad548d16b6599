package org.tallystick.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose signatures count. The keys of the log follow one another in its events: the first opens it, each next one is
 * signed by the one before. Which key counts at a position follows from the types in the leaves, so a pack of a fund
 * shows it too.
 */
final class LogKeys {

    static final String PATH = "keys.json";
    static final String OPENED = "history.LogOpened";
    static final String ROTATED = "history.LogKeyRotated";

    private final String origin;
    private final List<VerifierKey> keys;
    private final List<VerifierKey> witnesses;
    private final long quorum;
    private final Set<String> trusted;
    private int counting = -1;

    private LogKeys(String origin, List<VerifierKey> keys, List<VerifierKey> witnesses, long quorum, Set<String> own) {
        this.origin = origin;
        this.keys = keys;
        this.witnesses = witnesses;
        this.quorum = quorum;
        this.trusted = own;
    }

    /** Reads the keys of a pack, and takes those that whoever checks knows from elsewhere. */
    static LogKeys read(Pack pack, Options options) throws IOException {
        byte[] bytes = pack.bytes(PATH);
        JsonObject json = Json.object(Lines.text(bytes, 0, bytes.length, PATH));
        json.only("origin", "keys", "witnesses", "quorum");
        String origin = pack.claims().origin();
        if (!json.text("origin").equals(origin)) {
            throw new Wrong(Wrong.NOWHERE, "The keys are those of another log than the manifest names.");
        }
        List<VerifierKey> keys = parsed(json.texts("keys"), VerifierKey.ED25519);
        if (keys.isEmpty()) {
            throw new Wrong(Wrong.NOWHERE, "There is no key of the log.");
        }
        if (options.key() != null && !options.key().equals(keys.getFirst().vkey())) {
            throw new Wrong(
                    Wrong.NOWHERE,
                    "The first key of the log is " + keys.getFirst().vkey()
                            + ", not the one that was given with --key.");
        }
        List<String> witnesses = new ArrayList<>(json.texts("witnesses"));
        options.witnesses().stream().filter(own -> !witnesses.contains(own)).forEach(witnesses::add);
        return new LogKeys(
                origin,
                keys,
                parsed(witnesses, VerifierKey.COSIGNATURE),
                json.count("quorum"),
                Set.copyOf(options.witnesses()));
    }

    /** Takes notice of a leaf; the event is null in a pack of a fund that does not have it. */
    void see(Leaf leaf, @Nullable Event event) {
        boolean opened = leaf.type().equals(OPENED);
        if (!opened && !leaf.type().equals(ROTATED)) {
            return;
        }
        if (opened == counting >= 0 || counting + 1 >= keys.size()) {
            throw new Wrong(leaf.position(), "The log gets a key here that is not in keys.json in this place.");
        }
        counting++;
        if (event != null) {
            try {
                compare(event.payload(), opened);
            } catch (Wrong e) {
                throw e.at(leaf.position());
            }
        }
    }

    /** The key that counts now; null before the log was opened. */
    @Nullable
    VerifierKey counting() {
        return counting < 0 ? null : keys.get(counting);
    }

    /** Says what is wrong when all leaves were seen. */
    void finish() {
        if (counting + 1 < keys.size()) {
            throw new Wrong(
                    Wrong.NOWHERE,
                    "There is a key of the log in keys.json that the log never got: "
                            + keys.get(counting + 1).vkey() + ".");
        }
    }

    List<VerifierKey> witnesses() {
        return witnesses;
    }

    /** Whether whoever checks named that witness, so that its signature must be there. */
    boolean isTrusted(VerifierKey witness) {
        return trusted.contains(witness.vkey());
    }

    long quorum() {
        return quorum;
    }

    private void compare(JsonObject payload, boolean opened) {
        VerifierKey key = keys.get(counting);
        if (!payload.text("publicKey").equals(key.vkey())) {
            throw new Wrong(Wrong.NOWHERE, "The key that the log gets here is not the one in keys.json.");
        }
        if (opened) {
            if (!payload.text("origin").equals(origin)) {
                throw new Wrong(Wrong.NOWHERE, "The log is opened under another name than the manifest's.");
            }
            return;
        }
        String message = "tallystick-log-key-rotation-v1\n" + origin + "\n" + key.vkey() + "\n";
        byte[] signature = Hashes.fromBase64(payload.text("signature"));
        if (!keys.get(counting - 1).verifies(message.getBytes(StandardCharsets.UTF_8), signature)) {
            throw new Wrong(Wrong.NOWHERE, "The new key of the log is not signed by the key before it.");
        }
    }

    private static List<VerifierKey> parsed(List<String> vkeys, byte algorithm) {
        return vkeys.stream().map(vkey -> VerifierKey.parse(vkey, algorithm)).toList();
    }
}
