package org.tallystick.award;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Slices;
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

    /** How many instalments are neither paid nor lapsed. */
    long open() {
        return payments.values().stream().filter(payment -> !payment.settled()).count();
    }

    /** What was paid and has not come back. */
    List<Slice> paid() {
        return paid;
    }

    void evolve(AwardEvent event) {
        switch (event) {
            case AwardEvent.AwardCommitted e ->
                e.instalments().forEach(i -> payments.put(i.number(), Payment.scheduled(i.slices())));
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
