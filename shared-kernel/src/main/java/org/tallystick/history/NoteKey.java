package org.tallystick.history;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public Ed25519 key that notes are checked with, in the form of C2SP {@code signed-note} (a "vkey") or, for a
 * witness, {@code tlog-cosignature}.
 */
public final class NoteKey {

    /** The algorithm's byte of a log's own key. */
    public static final byte ED25519 = 1;

    /** That of a witness: the time goes into what is signed. */
    public static final byte COSIGNATURE = 4;

    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    private final String name;
    private final byte algorithm;
    private final byte[] key;

    /**
     * A key of its bytes.
     *
     * @throws IllegalArgumentException where they are not 32, the algorithm is another, or the name is none
     */
    public NoteKey(String name, byte algorithm, byte[] key) {
        if (!isName(name) || key.length != KEY_BYTES || (algorithm != ED25519 && algorithm != COSIGNATURE)) {
            throw new IllegalArgumentException("This is no Ed25519 key of a note: " + name);
        }
        this.name = name;
        this.algorithm = algorithm;
        this.key = key.clone();
    }

    /** Whether keys may be called so: one word, without a plus. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= 255
                && name.chars().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /**
     * Reads a vkey: name, id and key, with plus signs between.
     *
     * @throws IllegalArgumentException where it is none, or its id is not that of its key
     */
    public static NoteKey parse(String vkey) {
        String[] parts = vkey.strip().split("\\+", 3);
        try {
            byte[] both = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
            if (both.length == KEY_BYTES + 1) {
                NoteKey read = new NoteKey(parts[0], both[0], Arrays.copyOfRange(both, 1, both.length));
                if (read.id().equals(parts[1])) {
                    return read;
                }
            }
        } catch (IllegalArgumentException noBase64) {
            // said below
        }
        throw new IllegalArgumentException("This is no key: it must look like name+hash+key, as a log prints it.");
    }

    /** Whose it is. */
    public String name() {
        return name;
    }

    /** What signatures call it, 8 digits of hex. */
    public String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(algorithm);
            return HexFormat.of().formatHex(digest.digest(key), 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether this key has signed the note. */
    public boolean signed(SignedNote note) {
        return signature(note, note.signatures()).isPresent();
    }

    /** The signature among these that this key has made over the note; signatures of other keys are passed over. */
    public Optional<SignedNote.NoteSignature> signature(SignedNote note, List<SignedNote.NoteSignature> signatures) {
        return signatures.stream()
                .filter(signature ->
                        signature.name().equals(name) && signature.keyId().equals(id()))
                .filter(signature -> verifies(note, signature.bytes()))
                .findFirst();
    }

    /** When a witness signed, as it says. */
    public static Instant timeOf(SignedNote.NoteSignature cosignature) {
        return Instant.ofEpochSecond(seconds(cosignature.bytes()));
    }

    private boolean verifies(SignedNote note, byte[] signature) {
        if (algorithm == ED25519) {
            return verifies(note.bytes(), signature);
        }
        if (signature.length != Long.BYTES + SIGNATURE_BYTES) {
            return false;
        }
        long time = seconds(signature);
        return time > 0 && verifies(cosigned(note, time), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    }

    /** The time that stands before the signature of a witness: eight bytes, the highest first. */
    private static long seconds(byte[] cosignature) {
        return Long.parseUnsignedLong(HexFormat.of().formatHex(cosignature, 0, Long.BYTES), 16);
    }

    /** What a witness signs. */
    public static byte[] cosigned(SignedNote note, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + note.text()).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this key has made the signature over the bytes. */
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(publicKey());
            verification.update(message);
            return verification.verify(signature);
        } catch (GeneralSecurityException invalid) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, X509.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The vkey. */
    @Override
    public String toString() {
        byte[] both = new byte[KEY_BYTES + 1];
        both[0] = algorithm;
        System.arraycopy(key, 0, both, 1, KEY_BYTES);
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(both);
    }
}
