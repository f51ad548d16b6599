package org.tallystick.platform;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.tallystick.history.NoteKey;
import org.tallystick.history.SignedNote;
import org.tallystick.history.SignedNote.NoteSignature;

/** A secret Ed25519 key that notes are signed with; its text has the form of Go's {@code sumdb/note}. */
public final class NoteSigner {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;

    private final NoteKey key;
    private final byte algorithm;
    private final byte[] seed;

    private NoteSigner(String name, byte algorithm, byte[] seed) {
        this.algorithm = algorithm;
        this.seed = seed.clone();
        this.key = new NoteKey(name, algorithm, publicKey(seed));
    }

    /** A new key of a log. */
    public static NoteSigner ofLog(String name) {
        return new NoteSigner(name, NoteKey.ED25519, drawn());
    }

    /** A new key of a witness. */
    public static NoteSigner ofWitness(String name) {
        return new NoteSigner(name, NoteKey.COSIGNATURE, drawn());
    }

    /**
     * Reads the secret text.
     *
     * @throws IllegalArgumentException where it is none; the text itself is not repeated
     */
    public static NoteSigner parse(String secret) {
        String[] parts = secret.strip().split("\\+", 5);
        try {
            byte[] both = secret.startsWith(PREFIX) && parts.length == 5
                    ? Base64.getDecoder().decode(parts[4])
                    : new byte[0];
            if (both.length == SEED_BYTES + 1) {
                NoteSigner signer = new NoteSigner(parts[2], both[0], Arrays.copyOfRange(both, 1, both.length));
                if (signer.key.id().equals(parts[3])) {
                    return signer;
                }
            }
        } catch (IllegalArgumentException noBase64) {
            // said below, without the secret
        }
        throw new IllegalArgumentException("This is no secret key of a note.");
    }

    /** Its public half. */
    public NoteKey key() {
        return key;
    }

    /** The note with the signature of a log. */
    public SignedNote sign(String text) {
        SignedNote unsigned = new SignedNote(text, java.util.List.of());
        return unsigned.and(new NoteSignature(key.name(), key.id(), sign(unsigned.bytes())));
    }

    /** The signature of a witness, at a moment. */
    public NoteSignature cosign(SignedNote note, Instant at) {
        byte[] signature = sign(NoteKey.cosigned(note, at.getEpochSecond()));
        ByteBuffer both = ByteBuffer.allocate(Long.BYTES + signature.length);
        both.putLong(at.getEpochSecond()).put(signature);
        return new NoteSignature(key.name(), key.id(), both.array());
    }

    /** The signature over any bytes. */
    public byte[] sign(byte[] message) {
        try {
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    /** The secret text, for a file that nobody else may read. */
    public String secret() {
        byte[] both = new byte[SEED_BYTES + 1];
        both[0] = algorithm;
        System.arraycopy(seed, 0, both, 1, SEED_BYTES);
        return PREFIX + key.name() + "+" + key.id() + "+" + Base64.getEncoder().encodeToString(both);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "the secret key of " + key;
    }

    private static byte[] drawn() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return seed;
    }

    /** The platform derives a public key only while it draws a pair: it is handed the seed as what it draws. */
    private static byte[] publicKey(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Drawn(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(bytes.length, seed.length));
        }
    }
}
