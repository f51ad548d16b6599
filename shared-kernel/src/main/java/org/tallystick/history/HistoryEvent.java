package org.tallystick.history;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.tallystick.platform.Event;

/** What happened to the log itself. */
public sealed interface HistoryEvent extends Event {

    /** The log's id; an installation has one. */
    String logId();

    /**
     * The log was given its name and its first key.
     *
     * @param origin by which its checkpoints name it
     * @param publicKey a {@link NoteKey}, as its text
     */
    record LogOpened(String logId, String origin, String publicKey) implements HistoryEvent {}

    /**
     * From this position on another key signs.
     *
     * @param publicKey the new {@link NoteKey}, as its text
     * @param signature of the key before it over {@link #rotation}, in Base64
     */
    record LogKeyRotated(String logId, String publicKey, String signature) implements HistoryEvent {

        /** What the key before it signs. */
        public static byte[] rotation(String origin, String publicKey) {
            return ("tallystick-log-key-rotation-v1\n" + origin + "\n" + publicKey + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * The balance of every account was sealed at the end of a month or a financial year.
     *
     * @param period such as 2026-10 for a month or FY2026-27 for a financial year
     * @param lastDay its last day: what took effect later does not count
     * @param upTo position up to which the history was known
     * @param accounts how many accounts had a balance, memo accounts too
     * @param debitPence sum of the debit balances of money, in pence; equals {@code creditPence}
     * @param creditPence sum of the credit balances of money, in pence
     * @param root Merkle root over all balances, in Base64
     */
    record PeriodClosed(
            String logId,
            String period,
            LocalDate lastDay,
            long upTo,
            long accounts,
            long debitPence,
            long creditPence,
            String root)
            implements HistoryEvent {}
}
