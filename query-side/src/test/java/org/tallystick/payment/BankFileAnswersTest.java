package org.tallystick.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.PaymentState;
import org.tallystick.payment.PaymentQuery.BankFileText;
import org.tallystick.payment.PaymentQuery.BankFiles;
import org.tallystick.payment.PaymentQuery.BankPayment;
import org.tallystick.payment.PaymentQuery.OneBankFile;
import org.tallystick.payment.PaymentQuery.PaymentsByReference;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;
import org.tallystick.registry.BankDetails;

/** A payment that failed in a first file and is with the bank in a second. */
class BankFileAnswersTest {

    private static final Actor PAYER = actor(Role.PAYER, Town.COMMISSIONER);
    private static final Actor STRANGER = actor(Role.PAYER, Town.COUNCIL);
    private static final BankDetails ACCOUNT = new BankDetails("=Harbour Light, \"Mentoring\"", "00-11-22", "01234567");

    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        for (int attempt = 1; attempt <= 2; attempt++) {
            sides.log
                    .add(
                            "award-3",
                            "pay-2",
                            new AwardEvent.PaymentInstructed("award-3", 1, attempt, "pay-2", "001122", "•••••567"))
                    .add("file-" + attempt, "pay-2", file(attempt));
            if (attempt == 1) {
                sides.log.add("award-3", "pay-2", new AwardEvent.PaymentFailed("award-3", 1));
            }
        }
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void a_file_says_what_became_of_each_payment_in_it() {
        assertThat(sides.ask(PAYER, new OneBankFile("file-1")).payments())
                .containsExactly(new BankPayment(
                        reference(1),
                        "file-1",
                        "award-3",
                        "Through the gate",
                        "Harbour Light Mentoring",
                        1,
                        1,
                        2,
                        PaymentState.FAILED,
                        "•••••567",
                        400_000));
        assertThat(sides.ask(PAYER, new OneBankFile("file-2")).payments())
                .extracting(BankPayment::state)
                .containsExactly(PaymentState.INSTRUCTED);
    }

    @Test
    void files_are_listed_with_what_the_bank_has_not_answered_yet() {
        assertThat(sides.ask(PAYER, new BankFiles(0, 0)).items())
                .extracting(
                        file -> file.fileId() + " " + file.payments() + " " + file.amountPence() + " " + file.open())
                .containsExactlyInAnyOrder("file-1 1 400000 0", "file-2 1 400000 1");
        assertThat(sides.ask(actor(Role.AUDITOR, "GB-GOR-PB1"), new BankFiles(0, 0))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void the_file_for_the_bank_is_the_same_however_often_it_is_taken_and_has_the_exact_name_of_the_account()
            throws IOException {
        assertThat(text(PAYER, "file-1"))
                .isEqualTo(text(PAYER, "file-1"))
                .startsWith("sort code,account number,account name,amount,reference")
                .contains("001122,01234567,\"=Harbour Light, \"\"Mentoring\"\"\",4000.00," + reference(1));
    }

    @Test
    void another_body_finds_none_of_it_and_only_payers_take_the_file() {
        assertThat(sides.ask(STRANGER, new BankFiles(0, 0)).total()).isZero();
        assertThat(sides.ask(STRANGER, new PaymentsByReference(List.of(reference(1)))))
                .isEmpty();
        assertThatThrownBy(() -> sides.ask(STRANGER, new OneBankFile("file-1")))
                .hasMessageContaining("no such bank file");
        assertThatThrownBy(() -> text(STRANGER, "file-1")).hasMessageContaining("no such bank file");
        assertThatThrownBy(() -> text(actor(Role.AUDITOR, "GB-GOR-PB1"), "file-1"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("not for the role");
    }

    @Test
    void the_banks_references_lead_to_their_payments_and_unknown_ones_to_none() {
        assertThat(sides.ask(PAYER, new PaymentsByReference(List.of(reference(2), "TS0", reference(1)))))
                .extracting(payment -> payment.attempt() + " of " + payment.latestAttempt())
                .containsExactlyInAnyOrder("1 of 2", "2 of 2");
    }

    private static String text(Actor actor, String fileId) throws IOException {
        var out = new ByteArrayOutputStream();
        sides.dispatcher().write(new BankFileText(fileId), actor, 0, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String reference(int attempt) {
        return PaymentReference.of("award-3", 1, attempt);
    }

    private static PaymentEvent file(int attempt) {
        return new PaymentEvent.PaymentsExported(
                "file-" + attempt,
                Town.COMMISSIONER,
                "pay-2",
                List.of(new BankFileLine("award-3", 1, attempt, reference(attempt), ACCOUNT, 400_000)));
    }
}
