package org.tallystick.platform;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.award.AwardCommand.ConfirmPayment;
import org.tallystick.award.AwardCommand.InstructPayment;
import org.tallystick.award.AwardCommand.ReportPaymentFailure;
import org.tallystick.payment.PaymentCommand.ExportPayments;
import org.tallystick.payment.PaymentCommand.PaymentOf;
import org.tallystick.payment.PaymentReference;

/** Payments of the demo that went to the bank together, and what the bank said. */
final class DemoBankFiles {

    private static final int DAYS_TO_ANSWER = 3;
    private static final int DAYS_TO_MEND = 7;

    private final DemoStage stage;

    DemoBankFiles(DemoStage stage) {
        this.stage = stage;
    }

    /** A line of bank-files.json. */
    record Entry(String id, String holder, String on, List<Line> payments) {}

    /** A payment; the answer is paid, again where it failed and was made after all, or empty while there is none. */
    record Line(String award, int instalment, String answer) {}

    void tell() {
        for (Entry file : DemoStage.read("bank-files.json", Entry[].class)) {
            Actor payer = stage.actor(Role.PAYER, file.holder());
            LocalDate day = stage.day(file.on());
            stage.on(day)
                    .send(
                            new ExportPayments(
                                    file.id(),
                                    file.payments().stream()
                                            .map(line -> new PaymentOf(line.award(), line.instalment()))
                                            .toList()),
                            payer);
            file.payments().forEach(line -> answer(line, day.plusDays(DAYS_TO_ANSWER), payer));
        }
    }

    private void answer(Line line, LocalDate day, Actor payer) {
        switch (line.answer()) {
            case "paid" -> stage.on(day).send(confirmed(line, 1), payer);
            case "again" -> {
                stage.on(day)
                        .send(
                                new ReportPaymentFailure(
                                        line.award(),
                                        line.instalment(),
                                        1,
                                        "The bank could not match the name to the account. Its bank puts that right.",
                                        null),
                                payer);
                stage.on(day.plusDays(DAYS_TO_MEND)).send(new InstructPayment(line.award(), line.instalment()), payer);
                stage.on(day.plusDays(DAYS_TO_MEND + 1L)).send(confirmed(line, 2), payer);
            }
            default -> {}
        }
    }

    private static ConfirmPayment confirmed(Line line, int attempt) {
        return new ConfirmPayment(
                line.award(),
                line.instalment(),
                attempt,
                "BACS " + PaymentReference.of(line.award(), line.instalment(), attempt),
                null);
    }
}
