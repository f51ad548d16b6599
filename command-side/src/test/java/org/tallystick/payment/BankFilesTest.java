package org.tallystick.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.BANK;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.PAYER;
import static org.tallystick.platform.Region.POLICE;
import static org.tallystick.platform.Region.award;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.AwardEvent;
import org.tallystick.payment.PaymentCommand.ExportPayments;
import org.tallystick.payment.PaymentCommand.PaymentOf;
import org.tallystick.platform.Command;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Role;

/** Two awards with an approved payment each, and one that nobody approved. */
class BankFilesTest {

    private final InMemory port = new InMemory();

    @BeforeEach
    void approved_payments() {
        Region.settle(port);
        Region.fund(port, 100_000_00);
        for (String award : List.of("a1", "a2")) {
            port.send(award(award, 12_000_00, 8_000_00), GOVERNOR);
            port.send(new AwardCommand.SignAgreement(award, null, null), LEAD);
            port.send(new AwardCommand.ApprovePayment(award, 1), COMMISSIONER);
        }
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void payments_are_instructed_together_and_kept_as_a_file() {
        port.send(export("f1", new PaymentOf("a2", 1), new PaymentOf("a1", 1), new PaymentOf("a2", 1)), PAYER);

        assertThat(port.events())
                .contains(new AwardEvent.PaymentInstructed("a1", 1, 1, "pia", "200000", "•••••678"))
                .contains(new AwardEvent.PaymentInstructed("a2", 1, 1, "pia", "200000", "•••••678"));
        assertThat(port.events().getLast())
                .isEqualTo(new PaymentEvent.PaymentsExported(
                        "f1",
                        COUNCIL,
                        "pia",
                        List.of(
                                new BankFileLine("a1", 1, 1, PaymentReference.of("a1", 1, 1), BANK, 12_000_00),
                                new BankFileLine("a2", 1, 1, PaymentReference.of("a2", 1, 1), BANK, 12_000_00))));
    }

    @Test
    void where_one_is_refused_none_is_instructed() {
        port.refused(
                Refusal.WRONG_STATE,
                "Payment 2 of award a1: A payment that is scheduled cannot be instructed.",
                export("f1", new PaymentOf("a1", 1), new PaymentOf("a1", 2)),
                PAYER);
    }

    @Test
    void what_is_with_the_bank_gets_into_no_second_file() {
        port.send(export("f1", new PaymentOf("a1", 1)), PAYER);

        port.refused(
                Refusal.WRONG_STATE,
                "instructed cannot be instructed",
                export("f2", new PaymentOf("a1", 1), new PaymentOf("a2", 1)),
                PAYER);
    }

    @Test
    void a_payment_that_failed_is_sent_again_under_another_reference() {
        port.send(export("f1", new PaymentOf("a1", 1)), PAYER);
        port.send(new AwardCommand.ReportPaymentFailure("a1", 1, 1, "Closed", null), PAYER);
        port.send(export("f2", new PaymentOf("a1", 1)), PAYER);

        assertThat(((PaymentEvent.PaymentsExported) port.events().getLast()).lines())
                .extracting(BankFileLine::reference)
                .containsExactly(PaymentReference.of("a1", 1, 2));
    }

    @Test
    void the_duties_stay_apart_as_with_a_single_payment() {
        port.refused(
                Refusal.SAME_PERSON,
                "You approved this payment",
                export("f1", new PaymentOf("a1", 1)),
                actor("carl", Role.PAYER, COUNCIL));
        port.refused(
                Refusal.SAME_PERSON,
                "You made this award",
                export("f1", new PaymentOf("a1", 1)),
                actor("gita", Role.PAYER, COUNCIL));
        port.refused(
                Refusal.NOT_ALLOWED,
                "Only people of " + COUNCIL,
                export("f1", new PaymentOf("a1", 1)),
                actor("pat", Role.PAYER, POLICE));
        port.refused(
                Refusal.NOT_ALLOWED,
                "You belong to",
                export("f1", new PaymentOf("a1", 1)),
                actor("lena", Role.PAYER, COUNCIL));
    }

    private static Command export(String fileId, PaymentOf... payments) {
        return new ExportPayments(fileId, List.of(payments));
    }
}
