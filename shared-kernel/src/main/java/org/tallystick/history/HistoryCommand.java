package org.tallystick.history;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.tallystick.platform.Command;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;

/** What the operator does with the log itself. */
public sealed interface HistoryCommand extends Command {

    /** The one log of an installation. */
    String LOG = "log";

    /** The log's id. */
    String logId();

    @Override
    default String target() {
        return logId();
    }

    /** Gives the log its name and its first key; done by the first process that signs. */
    record OpenLog(String logId, String origin, String publicKey) implements HistoryCommand {
        public OpenLog {
            Require.id(logId, "logId");
            requireKey(publicKey, "publicKey");
            if (!NoteKey.isName(origin)) {
                throw Require.invalid("origin", "must be one word without a plus, such as grants.example.org/log.");
            }
        }
    }

    /**
     * From now on another key signs.
     *
     * @param signature of the key until now over {@link HistoryEvent.LogKeyRotated#rotation}, in Base64
     */
    record RotateLogKey(String logId, String publicKey, String signature) implements HistoryCommand {
        public RotateLogKey {
            Require.id(logId, "logId");
            requireKey(publicKey, "publicKey");
            requireBase64(signature, 64, "signature");
        }
    }

    /**
     * Seals the balances of a period; done by the clock once it is over.
     *
     * @param period such as 2026-10 for a month or FY2026-27 for a financial year
     */
    record ClosePeriod(
            String logId, String period, long upTo, long accounts, long debitPence, long creditPence, String root)
            implements HistoryCommand {
        public ClosePeriod {
            Require.id(logId, "logId");
            lastDayOf(period);
            if (upTo < 1 || accounts < 0 || debitPence < 0) {
                throw Require.invalid("upTo", "must be a position from 1 on; accounts and sums must not be below 0.");
            }
            if (creditPence != debitPence) {
                throw Require.invalid("creditPence", "must be as much as debitPence.");
            }
            requireBase64(root, MerkleTree.HASH_BYTES, "root");
        }
    }

    /** The last day of a month such as 2026-10, or of a financial year such as FY2026-27. */
    static LocalDate lastDayOf(String period) {
        String text = Require.given(period, "period");
        if (text.startsWith("FY")) {
            return FinancialYear.parse(text.substring(2)).lastDay();
        }
        try {
            return Require.date(YearMonth.parse(text).atEndOfMonth(), "period");
        } catch (DateTimeParseException noMonth) {
            throw Require.invalid("period", "must be a month such as 2026-10 or a financial year such as FY2026-27.");
        }
    }

    private static void requireKey(String publicKey, String field) {
        try {
            NoteKey.parse(Require.given(publicKey, field));
        } catch (IllegalArgumentException noKey) {
            throw Require.invalid(
                    field, "must be the public key of a log: name, hash and key with plus signs between.");
        }
    }

    private static void requireBase64(String text, int bytes, String field) {
        try {
            if (java.util.Base64.getDecoder().decode(Require.given(text, field)).length == bytes) {
                return;
            }
        } catch (IllegalArgumentException noBase64) {
            // said below
        }
        throw Require.invalid(field, "must be " + bytes + " bytes in Base64.");
    }
}
