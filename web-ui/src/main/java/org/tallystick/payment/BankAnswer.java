package org.tallystick.payment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tallystick.award.AwardCommand;
import org.tallystick.payment.PaymentQuery.BankPayment;
import org.tallystick.platform.Command;
import org.tallystick.platform.DateText;
import org.tallystick.platform.Typed;

/**
 * A line of the bank's answer.
 *
 * @param line its number in the file
 * @param outcome "paid" or "failed"
 * @param fault what is wrong with the line, or empty
 */
record BankAnswer(
        long line,
        String reference,
        String outcome,
        LocalDate date,
        String bankReference,
        String reason,
        String fault) {

    private static final String PAID = "paid";
    private static final String FAILED = "failed";

    static BankAnswer of(
            long line, String reference, String outcome, String date, String bankReference, String reason) {
        String what = outcome.strip().toLowerCase(java.util.Locale.ROOT);
        String fault = "";
        LocalDate day = LocalDate.EPOCH;
        if (reference.isBlank()) {
            fault = "The reference is missing.";
        } else if (!what.equals(PAID) && !what.equals(FAILED)) {
            fault = "The second column must be “paid” or “failed”.";
        } else if (what.equals(PAID) && bankReference.isBlank()) {
            fault = "The bank's reference is missing.";
        } else if (what.equals(FAILED) && reason.isBlank()) {
            fault = "The reason is missing.";
        }
        switch (DateText.parse(date, "the date")) {
            case Typed.Read<LocalDate>(LocalDate read) -> day = read;
            case Typed.Unclear<LocalDate>(String message) -> fault = fault.isEmpty() ? message : fault;
        }
        return new BankAnswer(line, reference.strip(), what, day, bankReference.strip(), reason.strip(), fault);
    }

    boolean paid() {
        return outcome.equals(PAID);
    }

    /** Whether it says the same as another line. */
    boolean saysTheSameAs(BankAnswer other) {
        return key().equals(other.key());
    }

    /** Of what it says alone, so that the same answer has its effect once, in whichever file it comes. */
    String key() {
        String says = String.join("|", reference, outcome, date.toString(), bankReference, reason);
        return UUID.nameUUIDFromBytes(says.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What is recorded already, if that is what the answer says. */
    Optional<String> known(BankPayment payment) {
        return switch (payment.state()) {
            case PAID -> paid() ? Optional.of("Recorded as paid before; nothing changed.") : Optional.empty();
            case FAILED -> paid() ? Optional.empty() : Optional.of("Recorded as failed before; nothing changed.");
            default -> Optional.empty();
        };
    }

    Command command(BankPayment payment) {
        return paid()
                ? new AwardCommand.ConfirmPayment(
                        payment.awardId(), payment.instalment(), payment.attempt(), bankReference, date)
                : new AwardCommand.ReportPaymentFailure(
                        payment.awardId(), payment.instalment(), payment.attempt(), reason, date);
    }
}
