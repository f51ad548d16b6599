package org.tallystick.payment;

import java.util.List;
import javax.sql.DataSource;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps files for the bank. */
public final class BankFileProjection implements Projection {

    private final DataSource source;

    /** Into the live read models. */
    public BankFileProjection(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "bank-file";
    }

    @Override
    public boolean handles(Class<?> event) {
        return PaymentEvent.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Writes writes = new Writes(source);
        for (Recorded recorded : events) {
            switch ((PaymentEvent) recorded.event()) {
                case PaymentEvent.PaymentsExported e -> exported(writes, recorded, e);
            }
        }
        writes.flush();
    }

    private static void exported(Writes writes, Recorded recorded, PaymentEvent.PaymentsExported e) {
        writes.add(
                "INSERT INTO bank_file (file_id, funder, payer_id, written_at) VALUES (?, ?, ?, ?)",
                e.fileId(),
                e.funder(),
                e.payerId(),
                recorded.recordedAt());
        int number = 0;
        for (BankFileLine line : e.lines()) {
            number++;
            writes.add(
                    "INSERT INTO bank_file_line (file_id, line, reference, award_id, instalment, attempt,"
                            + " account_name, sort_code, account_number, amount_pence)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    e.fileId(),
                    number,
                    line.reference(),
                    line.awardId(),
                    line.instalment(),
                    line.attempt(),
                    line.account().accountName(),
                    line.account().sortCode(),
                    line.account().accountNumber(),
                    line.amountPence());
        }
    }
}
