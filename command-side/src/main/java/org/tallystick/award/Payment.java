package org.tallystick.award;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tallystick.fund.Slice;

/** One instalment as the award knows it: its money, who approved it, and how often the bank was told to pay. */
record Payment(List<Slice> slices, PaymentState state, Set<String> approvers, int attempts) {

    static Payment scheduled(List<Slice> slices) {
        return new Payment(slices, PaymentState.SCHEDULED, Set.of(), 0);
    }

    /** Nothing more can become of it. */
    boolean settled() {
        return state == PaymentState.PAID || state == PaymentState.LAPSED;
    }

    Payment after(AwardEvent event) {
        Set<String> approved = new HashSet<>(approvers);
        if (event instanceof AwardEvent.PaymentApproved approval) {
            approved.add(approval.approverId());
        }
        // A published register says that money was paid, not when the bank was told.
        PaymentState next = event instanceof AwardEvent.PaymentPaid
                ? PaymentState.PAID
                : PaymentState.LIFECYCLE.after(state, event);
        return new Payment(
                slices,
                next,
                Set.copyOf(approved),
                event instanceof AwardEvent.PaymentInstructed instructed ? instructed.attempt() : attempts);
    }
}
