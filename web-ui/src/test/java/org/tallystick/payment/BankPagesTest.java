package org.tallystick.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.AwardSamples;
import org.tallystick.award.PaymentState;
import org.tallystick.payment.PaymentCommand.ExportPayments;
import org.tallystick.payment.PaymentCommand.PaymentOf;
import org.tallystick.payment.PaymentQuery.BankFileSummary;
import org.tallystick.payment.PaymentQuery.BankFileView;
import org.tallystick.payment.PaymentQuery.BankFiles;
import org.tallystick.payment.PaymentQuery.BankPayment;
import org.tallystick.payment.PaymentQuery.OneBankFile;
import org.tallystick.payment.PaymentQuery.PaymentsByReference;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class BankPagesTest {

    private final Browser browser;
    private final FakeSides sides;

    BankPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void payments_and_a_file() {
        sides.clear();
        AwardSamples.into(sides, 2);
        BankFileSummary file =
                new BankFileSummary("f1", "o-1", Instant.parse("2026-11-02T09:00:00Z"), "p-1", 2, 1_200_000, 1);
        sides.answer(BankFiles.class, _ -> new Paged<>(List.of(file), 1, 1, 50));
        sides.answer(
                OneBankFile.class,
                _ -> new BankFileView(
                        file, List.of(payment(1, PaymentState.PAID), payment(2, PaymentState.INSTRUCTED))));
        sides.answer(
                PaymentsByReference.class,
                query -> IntStream.of(1, 2, 3)
                        .mapToObj(n -> payment(n, n == 1 ? PaymentState.PAID : PaymentState.INSTRUCTED))
                        .filter(payment -> query.references().contains(payment.reference()))
                        .toList());
    }

    @Test
    void a_payer_writes_the_ticked_payments_into_a_file() throws Exception {
        browser.logIn("payer");
        assertThat(browser.open("/payments").body()).contains("/payments/bank-file\"", "/payments/bank-answers");
        String page = browser.open("/payments/bank-file").body();
        assertThat(page)
                .contains("value=\"a-0/3\"", "value=\"a-1/5\"", "Ticked so far", "£24,000")
                .doesNotContain("value=\"a-0/4\"");
        HttpResponse<String> after = browser.send("/payments/bank-file", Map.of("key", "abc-123", "payments", "a-0/3"));

        assertThat(after.uri().getPath()).isEqualTo("/payments/bank-files/bank-abc123");
        assertThat(after.body()).contains("The file is written.", "Download the file", "TS2");
        assertThat(sides.effects())
                .containsExactly(new ExportPayments("bank-abc123", List.of(new PaymentOf("a-0", 3))));
    }

    @Test
    void what_was_ticked_stays_ticked_where_the_file_is_refused() throws Exception {
        browser.logIn("payer");
        browser.open("/payments/bank-file");
        assertThat(browser.send("/payments/bank-file", Map.of("key", "k")).body())
                .contains("Choose at least one payment.");
        sides.refuse(Rejection.of(
                Refusal.SAME_PERSON,
                "payments",
                "Payment 3 of award a-0: You approved this payment; somebody else must."));
        assertThat(browser.send("/payments/bank-file", Map.of("key", "k", "payments", "a-0/3"))
                        .body())
                .contains("Payment 3 of award a-0: You approved this payment")
                .containsPattern("value=\"a-0/3\"[^>]*checked")
                .doesNotContainPattern("value=\"a-1/3\"[^>]*checked");
    }

    @Test
    void files_are_there_for_those_who_handle_money_and_the_file_itself_for_payers() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/payments/bank-files").body()).contains("2 November 2026", "£12,000.00");
        assertThat(browser.open("/payments/bank-files/f1").body())
                .contains("TS1", "With the bank", "•••••567")
                .doesNotContain("Download the file");
        assertThat(browser.open("/payments/bank-files/f1/csv").statusCode()).isEqualTo(403);
        assertThat(browser.open("/payments/bank-file").statusCode()).isEqualTo(403);
        assertThat(browser.open("/payments/bank-answers").statusCode()).isEqualTo(403);
    }

    @Test
    void each_line_of_the_banks_answer_is_recorded_or_said_with_what_is_wrong() throws Exception {
        browser.logIn("payer");
        browser.open("/payments/bank-answers");
        String page =
                browser.send("/payments/bank-answers", Map.of("lines", """
                                reference,outcome,date,bank reference,reason
                                TS2,paid,2026-11-03,FP 1,
                                TS3,Failed,3 November 2026,,"Account closed, twice"
                                TS1,paid,2026-11-03,FP 2,
                                TS9,paid,2026-11-03,FP 3,
                                TS2,failed,2026-11-03,,No
                                TS2,perhaps,2026-11-03,,
                                TS3,failed,soon,,x
                                """)).body();

        assertThat(page)
                .contains("7 lines read", "Recorded as paid.", "Recorded as failed: Account closed, twice")
                .contains("Recorded as paid before; nothing changed.", "No payment of yours has this reference.")
                .contains("Line 2 says something else about this payment.", "“paid” or “failed”", "must be a")
                .contains("Second Chance Kitchen, payment 2, £6,000");
        assertThat(sides.effects())
                .containsExactly(
                        new AwardCommand.ConfirmPayment("a-0", 2, 1, "FP 1", LocalDate.of(2026, 11, 3)),
                        new AwardCommand.ReportPaymentFailure(
                                "a-0", 3, 1, "Account closed, twice", LocalDate.of(2026, 11, 3)));
    }

    @Test
    void the_same_answers_twice_are_sent_under_the_same_key_and_have_their_effect_once() throws Exception {
        browser.logIn("payer");
        browser.open("/payments/bank-answers");
        Map<String, String> lines = Map.of("lines", "TS2,paid,2026-11-03,FP 1,\nTS2,paid,2026-11-03,FP 1,");
        browser.send("/payments/bank-answers", lines);
        browser.send("/payments/bank-answers", lines);

        assertThat(sides.effects()).hasSize(1);
    }

    @Test
    void what_is_refused_is_said_beside_its_line_and_nothing_at_all_is_asked_for_again() throws Exception {
        browser.logIn("payer");
        browser.open("/payments/bank-answers");
        sides.refuse(Rejection.of(Refusal.WRONG_STATE, "The bank's answer is about attempt 1."));
        assertThat(browser.send("/payments/bank-answers", Map.of("lines", "TS2,paid,2026-11-03,FP 1,"))
                        .body())
                .contains("Not recorded", "about attempt 1");
        assertThat(browser.send("/payments/bank-answers", Map.of("lines", " ")).body())
                .contains("Choose the file that the bank gave you");
    }

    private static BankPayment payment(int number, PaymentState state) {
        return new BankPayment(
                "TS" + number,
                "f1",
                "a-0",
                "A place to stay",
                "Second Chance Kitchen",
                number,
                1,
                1,
                state,
                "•••••567",
                600_000);
    }
}
