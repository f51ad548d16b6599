package org.tallystick.award;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.fund.DatedMoney;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Slices;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

/** The instalments of one award, by number, and what the organisation has been paid and not sent back. */
final class Schedule {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Map<Integer, Payment> payments = new TreeMap<>();
    private List<Slice> paid = List.of();
    private final DatedMoney paidByDay = new DatedMoney();

    /** The day of the last step up to the signature; what becomes of the money comes after it. */
    private LocalDate agreedOn = LocalDate.MIN;

    /** An instalment; refuses a number that is not in the schedule. */
    Payment payment(int instalment) {
        Payment payment = payments.get(instalment);
        if (payment == null) {
            throw Rejection.of(Refusal.NOT_FOUND, "instalment", "The schedule has no instalment " + instalment + ".");
        }
        return payment;
    }

    /** All of the award's money, by where it comes from. */
    List<Slice> slices() {
        return Slices.merged(payments.values().stream()
                .flatMap(payment -> payment.slices().stream())
                .toList());
    }

    /** How many instalments it has. */
    int instalments() {
        return payments.size();
    }

    /** All of the award's money, in pence. */
    long amountPence() {
        return Slices.sumPence(slices());
    }

    /** Refuses where an instalment is neither paid nor lapsed. */
    void requireNoneOpen() {
        long open =
                payments.values().stream().filter(payment -> !payment.settled()).count();
        if (open > 0) {
            throw Rejection.of(
                    Refusal.MONEY_LEFT,
                    open + (open == 1 ? " instalment is" : " instalments are") + " neither paid nor lapsed.");
        }
    }

    /** Refuses a day before that of the last step up to the signature: this step rests on that one. */
    void requireNotBeforeAgreed(LocalDate on) {
        requireNotBefore(agreedOn, on);
    }

    /** An instalment that this can happen to on that day: not before its money went to where it is now. */
    Payment payment(int instalment, LocalDate on, Class<? extends AwardEvent> event, String deed) {
        Payment payment = payment(instalment);
        PaymentState.LIFECYCLE.require(payment.state(), event, deed);
        requireNotBefore(agreedOn.isAfter(payment.movedOn()) ? agreedOn : payment.movedOn(), on);
        return payment;
    }

    private static void requireNotBefore(LocalDate before, LocalDate on) {
        if (on.isBefore(before)) {
            throw Require.invalid(
                    "effectiveOn", "must not be before " + DAY.format(before) + ", the day of the step it rests on.");
        }
    }

    /** Part of what was paid, by where it came from; refuses more than the organisation had, from that day on. */
    List<Slice> givenBack(long amountPence, LocalDate on) {
        List<Slice> there = paidByDay.leftFrom(on, paid);
        long most = Slices.sumPence(there);
        if (amountPence > most) {
            throw Rejection.of(
                    Refusal.NOT_ENOUGH_MONEY,
                    "amountPence",
                    "The organisation had been paid " + Pounds.of(most) + " by " + DAY.format(on)
                            + " that it has not sent back.");
        }
        return Slices.take(there, amountPence, DrawOrder.PRO_RATA);
    }

    /** Refuses what the organisation has sent back by itself: the bank does not send it back too. */
    void requireStillThere(Payment payment, LocalDate on) {
        if (!Slices.covers(paidByDay.leftFrom(on, paid), payment.slices())) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "Of what was paid, " + Pounds.of(Slices.sumPence(paid))
                            + " has not come back yet: record what came with this payment as a return.");
        }
    }

    /** After an event that took effect on a day. */
    void evolve(AwardEvent event, LocalDate on) {
        switch (event) {
            case AwardEvent.AwardCommitted e -> {
                e.instalments().forEach(i -> payments.put(i.number(), Payment.scheduled(i.slices())));
                agreedOn = on;
            }
            case AwardEvent.AgreementOffered _, AwardEvent.AgreementSigned _ -> agreedOn = on;
            case AwardEvent.ClaimSubmitted e -> move(e.instalment(), e, on);
            case AwardEvent.ClaimQueried e -> move(e.instalment(), e, on);
            case AwardEvent.ClaimAccepted e -> move(e.instalment(), e, on);
            case AwardEvent.InstalmentReduced e -> move(e.instalment(), e, on);
            case AwardEvent.PaymentApproved e -> move(e.instalment(), e, on);
            case AwardEvent.InstalmentMadePayable e -> move(e.instalment(), e, on);
            case AwardEvent.PaymentInstructed e -> move(e.instalment(), e, on);
            case AwardEvent.PaymentPaid e -> {
                move(e.instalment(), e, on);
                paid = Slices.plus(paid, e.slices());
                paidByDay.add(on, e.slices());
            }
            case AwardEvent.PaymentFailed e -> move(e.instalment(), e, on);
            case AwardEvent.PaymentBounced e -> {
                move(e.instalment(), e, on);
                unpaid(e.slices(), on);
            }
            case AwardEvent.PaymentCancelled e -> move(e.instalment(), e, on);
            case AwardEvent.MoneyLapsed e -> move(e.instalment(), e, on);
            case AwardEvent.MoneyReturned e -> unpaid(e.slices(), on);
            case AwardEvent.PublishedGrantRecorded _,
                    AwardEvent.GapRecorded _,
                    AwardEvent.GapReleased _,
                    AwardEvent.OfferAccepted _,
                    AwardEvent.OfferExpired _,
                    AwardEvent.AwardDeclined _,
                    AwardEvent.AwardRescinded _,
                    AwardEvent.AwardSuspended _,
                    AwardEvent.AwardResumed _,
                    AwardEvent.AwardClosed _ -> {}
        }
    }

    private void unpaid(List<Slice> slices, LocalDate on) {
        paid = Slices.minus(paid, slices);
        paidByDay.take(on, slices);
    }

    private void move(int instalment, AwardEvent event, LocalDate on) {
        payments.computeIfPresent(instalment, (_, payment) -> payment.after(event, on));
    }
}
