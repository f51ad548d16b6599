package org.tallystick.award;

import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.PAYER;
import static org.tallystick.platform.Region.award;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardCommand.ApprovePayment;
import org.tallystick.award.AwardCommand.CancelPayment;
import org.tallystick.award.AwardCommand.ConfirmPayment;
import org.tallystick.award.AwardCommand.InstructPayment;
import org.tallystick.award.AwardCommand.LapseInstalment;
import org.tallystick.award.AwardCommand.RecordReturn;
import org.tallystick.award.AwardCommand.ReportPaymentFailure;
import org.tallystick.award.AwardCommand.RescindAward;
import org.tallystick.award.AwardCommand.SignAgreement;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Acting;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;

/** A step may be recorded late, with the day on which it happened; never with a day before the step it rests on. */
class StepsInOrderTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 10);
    private static final LocalDate SIGNED = LocalDate.of(2026, 6, 20);

    private final InMemory memory = new InMemory();

    @BeforeEach
    void an_award_made_on_10_June_that_waits_for_its_signature_on_the_30th() {
        Region.settle(memory);
        Region.fund(memory, 10_000_00);
        on(DECIDED);
        send(award("a", 1_000_00, 500_00), GOVERNOR);
        on(LocalDate.of(2026, 6, 30));
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void no_signature_is_dated_before_the_award_was_made() {
        refused(new SignAgreement("a", null, DECIDED.minusDays(1)), LEAD, "must not be before 10 June 2026");
        send(new SignAgreement("a", null, DECIDED), LEAD);
    }

    @Test
    void no_award_is_dated_before_its_money_arrived_nor_what_is_given_back_before_it_was_free() {
        memory.refused(
                Refusal.NOT_ENOUGH_MONEY,
                "£0 is free for 2026-27 (unrestricted), as at 31 May 2026",
                award("b", Region.CENTRE, Acting.TODAY.minusDays(1), 1_00),
                GOVERNOR);
        send(award("b", Region.CENTRE, Acting.TODAY, 8_500_00), GOVERNOR);
        memory.refused(
                Refusal.NOT_ENOUGH_MONEY,
                "£0 is free",
                new FundCommand.ReturnContribution(
                        Region.FUND, Region.COUNCIL, Region.YEAR, Slice.UNRESTRICTED, 1, "Over", DECIDED.minusDays(2)),
                GOVERNOR);
    }

    @Test
    void nothing_is_taken_back_before_it_was_given() {
        refused(new RescindAward("a", "No", DECIDED.minusDays(1)), GOVERNOR, "must not be before 10 June 2026");
        send(new RescindAward("a", "No", DECIDED), GOVERNOR);
    }

    @Test
    void no_payment_is_dated_before_its_approval_and_none_comes_back_before_it_was_paid() {
        send(new SignAgreement("a", null, SIGNED), LEAD);
        send(new ApprovePayment("a", 1), COMMISSIONER);
        send(new InstructPayment("a", 1), PAYER);
        LocalDate approved = LocalDate.of(2026, 6, 30);
        refused(confirm(approved.minusDays(1)), PAYER, "must not be before 30 June 2026");
        on(LocalDate.of(2026, 7, 10));
        send(confirm(LocalDate.of(2026, 7, 5)), PAYER);

        LocalDate before = LocalDate.of(2026, 7, 4);
        refused(new ReportPaymentFailure("a", 1, null, "Closed", before), PAYER, "must not be before 5 July 2026");
        memory.refused(
                Refusal.NOT_ENOUGH_MONEY,
                "had been paid £0 by 4 July 2026",
                new RecordReturn("a", 1, "Left over", before),
                PAYER);
        send(new RecordReturn("a", 1_00, "Left over", LocalDate.of(2026, 7, 5)), PAYER);
    }

    @Test
    void what_came_back_early_and_is_recorded_late_was_there_on_every_day_since() {
        send(new SignAgreement("a", null, SIGNED), LEAD);
        paid(1, LocalDate.of(2026, 7, 1));
        paid(2, LocalDate.of(2026, 8, 1));
        on(LocalDate.of(2026, 9, 1));
        send(new RecordReturn("a", 900_00, "Left over", LocalDate.of(2026, 7, 20)), PAYER);
        memory.refused(
                Refusal.NOT_ENOUGH_MONEY,
                "had been paid £100 by 31 July 2026",
                new RecordReturn("a", 100_01, "Left over", LocalDate.of(2026, 7, 31)),
                PAYER);
        send(new RecordReturn("a", 100_00, "Left over", LocalDate.of(2026, 7, 31)), PAYER);
        send(new RecordReturn("a", 500_00, "Left over", null), PAYER);
    }

    @Test
    void nothing_lapses_and_no_approval_is_taken_back_before_it_was_there() {
        send(new SignAgreement("a", null, SIGNED), LEAD);
        refused(new LapseInstalment("a", 1, "No", SIGNED.minusDays(1)), GOVERNOR, "must not be before 20 June 2026");
        send(new LapseInstalment("a", 1, "No", SIGNED), GOVERNOR);
        send(new ApprovePayment("a", 2), COMMISSIONER);
        LocalDate before = LocalDate.of(2026, 6, 29);
        refused(new CancelPayment("a", 2, "No", before), GOVERNOR, "must not be before 30 June 2026");
        refused(new LapseInstalment("a", 2, "No", before), GOVERNOR, "must not be before 30 June 2026");
        send(new LapseInstalment("a", 2, "No", null), GOVERNOR);
    }

    @Test
    void a_clock_that_has_gone_back_beyond_the_signature_approves_nothing() {
        send(new SignAgreement("a", null, null), LEAD);
        on(LocalDate.of(2026, 6, 29));
        refused(new ApprovePayment("a", 1), COMMISSIONER, "must not be before 30 June 2026");
    }

    private void paid(int instalment, LocalDate day) {
        on(day);
        send(new ApprovePayment("a", instalment), COMMISSIONER);
        send(new InstructPayment("a", instalment), PAYER);
        send(new ConfirmPayment("a", instalment, null, "BACS", null), PAYER);
    }

    private static ConfirmPayment confirm(@Nullable LocalDate day) {
        return new ConfirmPayment("a", 1, null, "BACS", day);
    }

    private void on(LocalDate day) {
        memory.at(Acting.NOW.plus(Duration.ofDays(day.toEpochDay() - Acting.TODAY.toEpochDay())));
    }

    private void send(Command command, Actor actor) {
        memory.send(command, actor);
    }

    private void refused(Command command, Actor actor, String words) {
        memory.refused(Refusal.INVALID, words, command, actor);
    }
}
