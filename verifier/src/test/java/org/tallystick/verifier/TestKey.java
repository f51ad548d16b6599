package org.tallystick.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key of a log (algorithm 1) or a witness (algorithm 4) that tests sign with. */
final class TestKey {

    final String name;
    final String vkey;
    private final KeyPair pair;
    private final byte[] id;

    TestKey(String name, int algorithm) {
        try {
            this.name = name;
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] typed = new byte[33];
            typed[0] = (byte) algorithm;
            System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            id = Arrays.copyOf(digest.digest(typed), 4);
            vkey = name + "+" + HexFormat.of().formatHex(id) + "+"
                    + Base64.getEncoder().encodeToString(typed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line under a note. */
    String line(String text) {
        return line(sign(text));
    }

    /** The line under a note that says when. */
    String cosignature(String text, long time) {
        byte[] signature = sign("cosignature/v1\ntime " + time + "\n" + text);
        return line(ByteBuffer.allocate(72).putLong(time).put(signature).array());
    }

    private String line(byte[] signature) {
        byte[] all =
                ByteBuffer.allocate(4 + signature.length).put(id).put(signature).array();
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
    }
}
