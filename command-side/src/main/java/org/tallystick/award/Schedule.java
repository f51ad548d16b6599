package org.tallystick.award;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Slices;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** The instalments of one award, by number, and what the organisation has been paid and not sent back. */
final class Schedule {

    private final Map<Integer, Payment> payments = new TreeMap<>();
    private List<Slice> paid = List.of();

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

    /** Part of what was paid, by where it came from; refuses more than has not come back yet. */
    List<Slice> givenBack(long amountPence) {
        long most = Slices.sumPence(paid);
        if (amountPence > most) {
            throw Rejection.of(
                    Refusal.NOT_ENOUGH_MONEY,
                    "amountPence",
                    "The organisation has been paid " + Pounds.of(most) + " that it has not sent back.");
        }
        return Slices.take(paid, amountPence, DrawOrder.PRO_RATA);
    }

    /** Refuses what the organisation has sent back by itself: the bank does not send it back too. */
    void requireStillThere(Payment payment) {
        if (!Slices.covers(paid, payment.slices())) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "Of what was paid, " + Pounds.of(Slices.sumPence(paid))
                            + " has not come back yet: record what came with this payment as a return.");
        }
    }

    void evolve(AwardEvent event) {
        switch (event) {
            case AwardEvent.AwardCommitted e ->
                e.instalments().forEach(i -> payments.put(i.number(), Payment.scheduled(i.slices())));
            case AwardEvent.ClaimSubmitted e -> move(e.instalment(), e);
            case AwardEvent.ClaimQueried e -> move(e.instalment(), e);
            case AwardEvent.ClaimAccepted e -> move(e.instalment(), e);
            case AwardEvent.InstalmentReduced e -> move(e.instalment(), e);
            case AwardEvent.PaymentApproved e -> move(e.instalment(), e);
            case AwardEvent.InstalmentMadePayable e -> move(e.instalment(), e);
            case AwardEvent.PaymentInstructed e -> move(e.instalment(), e);
            case AwardEvent.PaymentPaid e -> {
                move(e.instalment(), e);
                paid = Slices.plus(paid, e.slices());
            }
            case AwardEvent.PaymentFailed e -> move(e.instalment(), e);
            case AwardEvent.PaymentBounced e -> {
                move(e.instalment(), e);
                paid = Slices.minus(paid, e.slices());
            }
            case AwardEvent.PaymentCancelled e -> move(e.instalment(), e);
            case AwardEvent.MoneyLapsed e -> move(e.instalment(), e);
            case AwardEvent.MoneyReturned e -> paid = Slices.minus(paid, e.slices());
            case AwardEvent.PublishedGrantRecorded _,
                    AwardEvent.GapRecorded _,
                    AwardEvent.GapReleased _,
                    AwardEvent.AgreementOffered _,
                    AwardEvent.OfferAccepted _,
                    AwardEvent.OfferExpired _,
                    AwardEvent.AwardDeclined _,
                    AwardEvent.AwardRescinded _,
                    AwardEvent.AgreementSigned _,
                    AwardEvent.AwardSuspended _,
                    AwardEvent.AwardResumed _,
                    AwardEvent.AwardClosed _ -> {}
        }
    }

    private void move(int instalment, AwardEvent event) {
        payments.computeIfPresent(instalment, (_, payment) -> payment.after(event));
    }
}
