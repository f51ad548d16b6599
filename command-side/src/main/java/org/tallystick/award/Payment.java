package org.tallystick.award;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Slices;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.BankAccount;

/**
 * One instalment as the award knows it: its money, its claim, who approved it, and how often the bank was told.
 *
 * @param movedOn the day on which its money went to where it is now, if it was ever moved
 */
record Payment(
        List<Slice> slices,
        PaymentState state,
        Set<String> approvers,
        int attempts,
        @Nullable Claim claim,
        LocalDate movedOn) {

    static Payment scheduled(List<Slice> slices) {
        return new Payment(slices, PaymentState.SCHEDULED, Set.of(), 0, null, LocalDate.MIN);
    }

    /** Its amount, in pence. */
    long amountPence() {
        return Slices.sumPence(slices);
    }

    /** Nothing more can become of it, unless the bank sends the money back. */
    boolean settled() {
        return state == PaymentState.PAID || state == PaymentState.LAPSED;
    }

    /** Whether it is on an account of its own in the ledger, approved and not paid. */
    boolean payable() {
        return state == PaymentState.PAYABLE || state == PaymentState.FAILED;
    }

    /** What an accepted claim leaves of the instalment; nothing where there is no claim for less. */
    List<Slice> beyondClaim() {
        long rest = claim == null ? 0 : amountPence() - claim.amountPence();
        return rest <= 0 ? List.of() : Slices.take(slices, rest, DrawOrder.PRO_RATA);
    }

    /** Refuses an instalment in arrears whose claim is not accepted. */
    void requireClaimed(boolean inArrears) {
        if (inArrears && (claim == null || claim.state() != ClaimState.ACCEPTED)) {
            throw Rejection.of(
                    Refusal.WRONG_STATE, "This payment is made against a claim, and no claim for it is accepted yet.");
        }
    }

    /** Refuses an answer of the bank about an attempt that is not the latest. */
    void requireLatest(@Nullable Integer attempt) {
        if (attempt != null && attempt != attempts) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "attempt",
                    "The bank's answer is about attempt " + attempt + "; the payment is at attempt " + attempts + ".");
        }
    }

    /** Refuses who has approved it already: a second approval is a second person's. */
    void requireNotApprovedYetBy(CommandContext context) {
        if (approvers.contains(context.actor().personId())) {
            throw Rejection.of(Refusal.SAME_PERSON, "You have approved this payment already; a second person must.");
        }
    }

    /** Refuses an account that was given or confirmed by somebody who approved the payment. */
    void requireNotApprovedByThoseOf(BankAccount account) {
        if (approvers.stream().anyMatch(account.people()::contains)) {
            throw Rejection.of(
                    Refusal.SAME_PERSON,
                    "The bank details were given or confirmed by somebody who approved this payment: cancel it, and"
                            + " have somebody else approve it.");
        }
    }

    /** Refuses those who approved it: approving and paying are two people's work. */
    void requireNotApprovedBy(CommandContext context, String deed) {
        if (approvers.contains(context.actor().personId())) {
            throw Rejection.of(Refusal.SAME_PERSON, "You approved this payment; somebody else must " + deed + ".");
        }
    }

    /** As it is after an event that took effect on a day. */
    Payment after(AwardEvent event, LocalDate on) {
        // A published register says that money was paid, not when the bank was told.
        PaymentState next = event instanceof AwardEvent.PaymentPaid
                ? PaymentState.PAID
                : PaymentState.LIFECYCLE.after(state, event);
        return new Payment(
                event instanceof AwardEvent.InstalmentReduced reduced ? Slices.minus(slices, reduced.slices()) : slices,
                next,
                approversAfter(event),
                event instanceof AwardEvent.PaymentInstructed instructed ? instructed.attempt() : attempts,
                Claim.after(claim, event),
                event instanceof AwardEvent.Money ? on : movedOn);
    }

    private Set<String> approversAfter(AwardEvent event) {
        return switch (event) {
            case AwardEvent.PaymentCancelled _ -> Set.of();
            case AwardEvent.PaymentApproved approval -> {
                Set<String> approved = new HashSet<>(approvers);
                approved.add(approval.approverId());
                yield Set.copyOf(approved);
            }
            default -> approvers;
        };
    }
}
