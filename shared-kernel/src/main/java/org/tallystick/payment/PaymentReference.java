package org.tallystick.payment;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a payment is called at the bank: letters and digits, at most the 18 that bank files take, and another one for
 * each attempt, so that an answer never speaks of the wrong one.
 */
public final class PaymentReference {

    private static final String BEGINNING = "TS";
    private static final int DIGEST_BYTES = 9;
    private static final int RADIX = 36;
    private static final int LENGTH = 14;

    private PaymentReference() {}

    /** The reference of one attempt to pay an instalment; always the same. */
    public static String of(String awardId, int instalment, int attempt) {
        byte[] text = (awardId + "/" + instalment + "/" + attempt).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text), DIGEST_BYTES);
            String number = new BigInteger(1, digest).toString(RADIX).toUpperCase(Locale.ROOT);
            return BEGINNING + "0".repeat(Math.max(0, LENGTH - number.length())) + number;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
