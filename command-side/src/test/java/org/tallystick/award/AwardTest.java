package org.tallystick.award;

import static org.tallystick.platform.Acting.as;
import static org.tallystick.platform.Acting.refusal;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.PAYER;
import static org.tallystick.platform.Region.POLICE;
import static org.tallystick.platform.Region.STRANGER;
import static org.tallystick.platform.Region.YEAR;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Acting;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Refusal;

/** One award of £100 and £50, from two contributors in the ratio of 4 to 1. */
class AwardTest {

    private static final List<Slice> FIRST = List.of(slice(COUNCIL, 80_00), slice(POLICE, 20_00));
    private static final List<Slice> SECOND = List.of(slice(COUNCIL, 40_00), slice(POLICE, 10_00));
    private static final LocalDate DUE = LocalDate.of(2026, 7, 1);

    private static final AwardEvent COMMITTED = new AwardEvent.AwardCommitted(
            "a",
            "f",
            null,
            COUNCIL,
            CENTRE,
            GOVERNOR.personId(),
            "Open house",
            "A place to go",
            Currency.GBP,
            List.of(new Instalment(1, DUE, FIRST), new Instalment(2, DUE, SECOND)));
    private static final AwardEvent SIGNED =
            new AwardEvent.AgreementSigned("a", "f", CENTRE, List.of(slice(COUNCIL, 120_00), slice(POLICE, 30_00)));
    private static final AwardEvent APPROVED = new AwardEvent.PaymentApproved("a", 1, "carl");
    private static final AwardEvent PAYABLE = new AwardEvent.InstalmentMadePayable("a", "f", CENTRE, 1, FIRST);
    private static final AwardEvent INSTRUCTED =
            new AwardEvent.PaymentInstructed("a", 1, 1, "pia", "200000", "•••••678");
    private static final AwardEvent FAILED = new AwardEvent.PaymentFailed("a", 1);
    private static final AwardEvent PAID = new AwardEvent.PaymentPaid("a", "f", CENTRE, 1, "BACS 7", FIRST);
    private static final AwardEvent BOUNCED = new AwardEvent.PaymentBounced("a", "f", CENTRE, 1, FIRST);
    private static final AwardEvent CANCELLED = new AwardEvent.PaymentCancelled("a", "f", CENTRE, 1, FIRST);
    private static final AwardEvent LAPSED = new AwardEvent.MoneyLapsed("a", "f", CENTRE, 1, FIRST);
    private static final AwardEvent SECOND_LAPSED = new AwardEvent.MoneyLapsed("a", "f", CENTRE, 2, SECOND);
    private static final AwardEvent SUSPENDED = new AwardEvent.AwardSuspended("a");

    private static final AwardCommand CONFIRM = new AwardCommand.ConfirmPayment("a", 1, null, "BACS 7", null);
    private static final AwardCommand LAPSE = new AwardCommand.LapseInstalment("a", 1, "Not needed", null);
    private static final AwardCommand REPORT =
            new AwardCommand.ReportPaymentFailure("a", 1, null, "Account closed", null);
    private static final AwardCommand CANCEL = new AwardCommand.CancelPayment("a", 1, "Wrong account", null);
    private static final AwardCommand CLOSE = new AwardCommand.CloseAward("a");

    private final FixtureConfiguration<Award> fixture = fixture();

    @Test
    void what_the_bank_was_told_to_pay_is_paid() {
        given(fixture, COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED)
                .when(CONFIRM, as(PAYER))
                .expectEvents(PAID);
    }

    @Test
    void a_payment_is_paid_once() {
        given(fixture, COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED, PAID)
                .when(CONFIRM, as(PAYER))
                .expectNoEvents()
                .expectException(refusal(Refusal.WRONG_STATE, "A payment that is paid cannot be confirmed as paid."));
    }

    @Test
    void nothing_is_paid_that_the_bank_was_not_told_to_pay() {
        given(fixture, COMMITTED, SIGNED, APPROVED, PAYABLE)
                .when(CONFIRM, as(PAYER))
                .expectException(refusal(Refusal.WRONG_STATE, "payable cannot be confirmed"));
    }

    @Test
    void people_of_another_body_change_nothing() {
        for (AwardCommand command : List.of(CONFIRM, LAPSE, REPORT, CANCEL, CLOSE)) {
            given(fixture(), COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED)
                    .when(command, as(STRANGER))
                    .expectNoEvents()
                    .expectException(refusal(Refusal.NOT_ALLOWED, "Only people of GB-LAE-MAN"));
        }
    }

    @Test
    void an_instalment_that_is_not_in_the_schedule_is_not_found() {
        given(fixture, COMMITTED, SIGNED)
                .when(new AwardCommand.LapseInstalment("a", 3, "None", null), as(GOVERNOR))
                .expectException(refusal(Refusal.NOT_FOUND, "The schedule has no instalment 3."));
    }

    @Test
    void a_payment_the_bank_sends_back_days_later_is_to_be_paid_again() {
        given(fixture, COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED, PAID)
                .when(REPORT, as(PAYER))
                .expectEvents(BOUNCED);
        given(fixture(), COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED, PAID, BOUNCED)
                .when(CLOSE, as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(Refusal.MONEY_LEFT, "2 instalments are neither paid nor lapsed."));
    }

    @Test
    void what_the_organisation_has_sent_back_itself_the_bank_does_not_send_back_too() {
        given(fixture, COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED, PAID, returned(8, 2))
                .when(REPORT, as(PAYER))
                .expectNoEvents()
                .expectException(refusal(Refusal.WRONG_STATE, "£99.90 has not come back yet"));
    }

    @Test
    void money_comes_back_to_the_sources_it_came_from_and_never_more_than_was_paid() {
        given(fixture, COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED, PAID)
                .when(new AwardCommand.RecordReturn("a", 1_01, "Unspent", null), as(PAYER))
                .expectEvents(returned(81, 20));
        given(fixture(), COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED, PAID, returned(81, 20))
                .when(new AwardCommand.RecordReturn("a", 99_00, "Unspent", null), as(PAYER))
                .expectNoEvents()
                .expectException(refusal(Refusal.NOT_ENOUGH_MONEY, "£98.99"));
    }

    @Test
    void money_may_come_back_after_the_award_was_closed() {
        given(fixture, COMMITTED, SIGNED, PAYABLE, INSTRUCTED, PAID, SECOND_LAPSED, new AwardEvent.AwardClosed("a"))
                .when(new AwardCommand.RecordReturn("a", 5, "Found later", null), as(PAYER))
                .expectEvents(returned(4, 1));
    }

    @Test
    void an_approved_payment_or_a_failed_one_can_lapse_after_its_approval_is_taken_back() {
        given(fixture, COMMITTED, SIGNED, APPROVED, PAYABLE)
                .when(LAPSE, as(GOVERNOR))
                .expectEvents(CANCELLED, LAPSED);
        given(fixture(), COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED, FAILED)
                .when(LAPSE, as(GOVERNOR))
                .expectEvents(CANCELLED, LAPSED);
    }

    @Test
    void what_is_not_approved_lapses_and_what_is_with_the_bank_does_not() {
        given(fixture, COMMITTED, SIGNED).when(LAPSE, as(GOVERNOR)).expectEvents(LAPSED);
        given(fixture(), COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED)
                .when(LAPSE, as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(Refusal.WRONG_STATE, "instructed cannot be let lapse"));
    }

    @Test
    void a_cancelled_payment_can_lapse_or_be_cancelled_no_second_time() {
        given(fixture, COMMITTED, SIGNED, APPROVED, PAYABLE, CANCELLED)
                .when(CANCEL, as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(Refusal.WRONG_STATE, "scheduled cannot be cancelled"));
        given(fixture(), COMMITTED, SIGNED, APPROVED, PAYABLE, CANCELLED)
                .when(LAPSE, as(GOVERNOR))
                .expectEvents(LAPSED);
    }

    @Test
    void a_suspended_award_hears_from_the_bank_and_can_be_wound_up() {
        given(fixture, COMMITTED, SIGNED, APPROVED, PAYABLE, INSTRUCTED, SUSPENDED)
                .when(CONFIRM, as(PAYER))
                .expectEvents(PAID);
        given(fixture(), COMMITTED, SIGNED, PAYABLE, INSTRUCTED, PAID, SUSPENDED, SECOND_LAPSED)
                .when(CLOSE, as(GOVERNOR))
                .expectEvents(new AwardEvent.AwardClosed("a"));
    }

    @Test
    void an_award_that_was_not_signed_pays_nothing_and_returns_nothing() {
        given(fixture, COMMITTED)
                .when(new AwardCommand.RecordReturn("a", 1, "None", null), as(PAYER))
                .expectException(refusal(Refusal.WRONG_STATE, "committed cannot be given money back"));
        given(fixture(), COMMITTED)
                .when(LAPSE, as(GOVERNOR))
                .expectException(refusal(Refusal.WRONG_STATE, "An award that is committed cannot be paid from now."));
    }

    @Test
    void suspending_ends_by_resuming_and_happens_once() {
        given(fixture, COMMITTED, SIGNED, SUSPENDED)
                .when(new AwardCommand.SuspendAward("a", "Again"), as(GOVERNOR))
                .expectException(refusal(Refusal.WRONG_STATE, "suspended cannot be suspended"));
        given(fixture(), COMMITTED, SIGNED, SUSPENDED)
                .when(new AwardCommand.ResumeAward("a", "Report came"), as(GOVERNOR))
                .expectEvents(new AwardEvent.AwardResumed("a"));
    }

    /** All of it happened today. */
    private static TestExecutor<Award> given(FixtureConfiguration<Award> fixture, AwardEvent... events) {
        return fixture.givenCurrentTime(Acting.NOW).andGiven((Object[]) events);
    }

    private static FixtureConfiguration<Award> fixture() {
        FixtureConfiguration<Award> fixture = Acting.fixture(Award.class);
        return fixture.registerAnnotatedCommandHandler(new WithoutTheFund(fixture.getRepository()));
    }

    private static AwardEvent.MoneyReturned returned(long councilPence, long policePence) {
        return new AwardEvent.MoneyReturned(
                "a", "f", CENTRE, List.of(slice(COUNCIL, councilPence), slice(POLICE, policePence)));
    }

    private static Slice slice(String contributor, long amountPence) {
        return new Slice(contributor, YEAR, Slice.UNRESTRICTED, amountPence);
    }

    /** The award's part of what is decided together with its fund. */
    record WithoutTheFund(Repository<Award> awards) {

        @CommandHandler
        void handle(AwardCommand.CancelPayment command, CommandContext context) {
            awards.load(command.awardId())
                    .execute(award ->
                            award.cancel(command.instalment(), context, context.effectiveOn(command), "cancelled"));
        }

        @CommandHandler
        void handle(AwardCommand.LapseInstalment command, CommandContext context) {
            awards.load(command.awardId()).execute(award -> {
                if (award.payment(command.instalment()).payable()) {
                    award.cancel(command.instalment(), context, context.effectiveOn(command), "let lapse");
                }
                award.lapse(command.instalment(), context, context.effectiveOn(command));
            });
        }

        @CommandHandler
        void handle(AwardCommand.RecordReturn command, CommandContext context) {
            awards.load(command.awardId())
                    .execute(award -> award.giveBack(command.amountPence(), context, context.effectiveOn(command)));
        }
    }
}
