package org.tallystick.payment;

import java.util.Comparator;
import java.util.List;
import org.tallystick.award.Instalment;
import org.tallystick.platform.Command;
import org.tallystick.platform.Require;

/** What can be asked of files for the bank. */
public sealed interface PaymentCommand extends Command {

    /** The file's id. */
    String fileId();

    @Override
    default String target() {
        return fileId();
    }

    /** One payment of an award. */
    record PaymentOf(String awardId, int instalment) {
        public PaymentOf {
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
        }
    }

    /**
     * A payer instructs several payments together and gets them as one file for the bank: all of them, or none where
     * one is refused.
     *
     * @param payments 1 to 200, each once; kept in one order, so that two who want the same do not block each other
     */
    record ExportPayments(String fileId, List<PaymentOf> payments) implements PaymentCommand {

        /** The most payments in one file. */
        public static final int MOST = 200;

        public ExportPayments {
            Require.id(fileId, "fileId");
            payments = Require.list(payments, "payments", 1, MOST).stream()
                    .distinct()
                    .sorted(Comparator.comparing(PaymentOf::awardId).thenComparingInt(PaymentOf::instalment))
                    .toList();
        }
    }
}
