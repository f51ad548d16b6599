package org.tallystick.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.PaymentState;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;
import org.tallystick.platform.Require;
import org.tallystick.platform.StreamedQuery;

/** Questions about files for the bank. */
public sealed interface PaymentQuery {

    /** The files of the asker's body, newest first; all for auditors. */
    record BankFiles(int page, int size) implements PaymentQuery, Query<Paged<BankFileSummary>> {}

    /** One file with what became of each payment in it. */
    record OneBankFile(String fileId) implements PaymentQuery, Query<BankFileView> {}

    /** The file itself, for the bank: the same however often it is asked for. */
    record BankFileText(String fileId) implements PaymentQuery, StreamedQuery {
        public BankFileText {
            Require.id(fileId, "fileId");
        }

        @Override
        public String fileName() {
            return fileId + ".csv";
        }

        @Override
        public String mediaType() {
            return "text/csv; charset=utf-8";
        }
    }

    /** The payments that the bank's answers speak of; unknown references are left out. */
    record PaymentsByReference(List<String> references) implements PaymentQuery, Query<List<BankPayment>> {
        public PaymentsByReference {
            references = Require.list(references, "references", 0, PaymentCommand.ExportPayments.MOST);
        }
    }

    /**
     * A file in a list.
     *
     * @param writtenBy who wrote it, where the asker is of the same body or an auditor
     * @param open payments that the bank has not answered yet
     */
    record BankFileSummary(
            String fileId,
            String funder,
            Instant writtenAt,
            @Nullable String writtenBy,
            long payments,
            long amountPence,
            long open) {}

    /** A file in full. */
    record BankFileView(BankFileSummary summary, List<BankPayment> payments) {}

    /**
     * A payment in a file.
     *
     * @param attempt the attempt this line is
     * @param latestAttempt the attempt the payment is at
     * @param state what became of this attempt
     * @param maskedAccount the account it went to, in short
     */
    record BankPayment(
            String reference,
            String fileId,
            String awardId,
            String awardTitle,
            String recipientName,
            int instalment,
            int attempt,
            int latestAttempt,
            PaymentState state,
            String maskedAccount,
            long amountPence) {}
}
