package org.tallystick.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key as C2SP signed-note writes it: name, id, and the algorithm's byte with the key.
 *
 * @param vkey the whole text
 * @param name of whom it belongs to
 * @param id the first four bytes of a SHA-256 over name, algorithm and key, in hex
 */
record VerifierKey(String vkey, String name, String id, byte algorithm, PublicKey key) {

    /** Ed25519 over the note's text: keys of logs. */
    static final byte ED25519 = 1;

    /** Ed25519 over the note's text with a time: keys of witnesses. */
    static final byte COSIGNATURE = 4;

    private static final Pattern FORM = Pattern.compile("([^\\s\\p{Z}+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    /** What stands before the 32 bytes of an Ed25519 key in the form that Java reads (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Reads a key of that algorithm, whose id must be the one that follows from it. */
    static VerifierKey parse(String vkey, byte algorithm) {
        Matcher matcher = FORM.matcher(vkey);
        if (matcher.matches()) {
            byte[] typeAndKey = Hashes.fromBase64(matcher.group(3));
            String id = id(matcher.group(1), typeAndKey);
            if (typeAndKey.length == 33 && typeAndKey[0] == algorithm && id.equals(matcher.group(2))) {
                byte[] raw = Arrays.copyOfRange(typeAndKey, 1, 33);
                return new VerifierKey(vkey, matcher.group(1), id, algorithm, publicKey(raw));
            }
        }
        String whose = algorithm == COSIGNATURE ? "a witness" : "a log";
        throw new Wrong(Wrong.NOWHERE, Wrong.shown(vkey) + " is no key of " + whose + ".");
    }

    /** Whether the owner of this key signed these bytes. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (GeneralSecurityException _) {
            // What is no signature at all is told with an exception.
            return false;
        }
    }

    private static String id(String name, byte[] typeAndKey) {
        byte[] before = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(before, before.length + typeAndKey.length);
        System.arraycopy(typeAndKey, 0, all, before.length, typeAndKey.length);
        return Hashes.hex(Hashes.sha256(all)).substring(0, 8);
    }

    private static PublicKey publicKey(byte[] raw) {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new Wrong(Wrong.NOWHERE, "There is an Ed25519 key that is none.");
        }
    }
}
