package org.tallystick.payment;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.tallystick.award.PaymentDecisions;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Rejection;

/**
 * Instructs payments together and writes them into a file, in one unit of work: each payment as if it were instructed
 * alone, all of them or none.
 */
public final class BankFiles {

    private final Repository<BankFile> files;
    private final PaymentDecisions payments;

    /** Over the aggregates. */
    public BankFiles(Repository<BankFile> files, PaymentDecisions payments) {
        this.files = files;
        this.payments = payments;
    }

    @CommandHandler
    void handle(PaymentCommand.ExportPayments command, CommandContext context) throws Exception {
        List<BankFileLine> lines = new ArrayList<>();
        for (PaymentCommand.PaymentOf payment : command.payments()) {
            lines.add(instructed(payment, context));
        }
        files.newInstance(() -> new BankFile(new PaymentEvent.PaymentsExported(
                command.fileId(),
                context.actor().organisationId(),
                context.actor().personId(),
                List.copyOf(lines))));
    }

    private BankFileLine instructed(PaymentCommand.PaymentOf payment, CommandContext context) {
        try {
            return payments.instruct(payment.awardId(), payment.instalment(), context);
        } catch (Rejection refused) {
            throw Rejection.of(
                    refused.refusal(),
                    "payments",
                    "Payment " + payment.instalment() + " of award " + payment.awardId() + ": " + refused.sentence());
        }
    }
}
