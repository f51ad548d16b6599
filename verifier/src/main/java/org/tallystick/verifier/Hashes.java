package org.tallystick.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256, the two hashes of RFC 6962 (section 2.1), and how hashes are written down. */
final class Hashes {

    /** Of a hash, in bytes. */
    static final int LENGTH = 32;

    private Hashes() {}

    // A copy of it is made faster than another is looked up.
    private static final MessageDigest UNUSED = unused();

    /** A digest that nobody else uses. */
    static MessageDigest digest() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest unused() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** SHA-256. */
    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** SHA-256 of the UTF-8 bytes of a text, in lower-case hex. */
    static String sha256Hex(String text) {
        return hex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of a leaf: SHA-256 of a zero byte and the leaf. */
    static byte[] leaf(byte[] leaf) {
        MessageDigest digest = digest();
        digest.update((byte) 0);
        return digest.digest(leaf);
    }

    /** The hash of a node: SHA-256 of a one byte, its left child and its right child. */
    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of a tree without leaves. */
    static byte[] emptyRoot() {
        return sha256(new byte[0]);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Reads Base64 that is written in the one way it can be: standard alphabet, padding, no spare bits. */
    static byte[] fromBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new Wrong(Wrong.NOWHERE, "Where there should be Base64 there is " + Wrong.shown(text) + ".");
    }

    /** Reads a hash in Base64. */
    static byte[] hashFromBase64(String text) {
        byte[] bytes = fromBase64(text);
        if (bytes.length != LENGTH) {
            throw new Wrong(Wrong.NOWHERE, "Where there should be a hash there is " + Wrong.shown(text) + ".");
        }
        return bytes;
    }
}
