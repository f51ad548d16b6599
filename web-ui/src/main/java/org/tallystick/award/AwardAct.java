package org.tallystick.award;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardQuery.ClaimView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.platform.Access;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.StateTag;

/** What may be done to an award ({@code /awards/{id}/{key}}) or one of its payments ({@code …/payments/{n}/{key}}). */
enum AwardAct {
    OFFER("offer", "Offer the agreement", AwardCommand.OfferAgreement.class, AwardEvent.AgreementOffered.class),
    SIGN("sign", "Sign the agreement", AwardCommand.SignAgreement.class, AwardEvent.AgreementSigned.class),
    DECLINE("decline", "Decline the award", AwardCommand.DeclineAward.class, AwardEvent.AwardDeclined.class),
    RESCIND("rescind", "Take the award back", AwardCommand.RescindAward.class, AwardEvent.AwardRescinded.class),
    RETURN("return", "Record money sent back", AwardCommand.RecordReturn.class, AwardEvent.MoneyReturned.class),
    SUSPEND("suspend", "Suspend the award", AwardCommand.SuspendAward.class, AwardEvent.AwardSuspended.class),
    RESUME("resume", "Resume the award", AwardCommand.ResumeAward.class, AwardEvent.AwardResumed.class),
    CLOSE("close", "Close the award", AwardCommand.CloseAward.class, AwardEvent.AwardClosed.class),
    CLAIM("claim", "Claim it", AwardCommand.SubmitClaim.class, AwardEvent.ClaimSubmitted.class),
    ACCEPT_CLAIM("accept-claim", "Accept the claim", AwardCommand.AcceptClaim.class, AwardEvent.ClaimAccepted.class),
    QUERY_CLAIM("query-claim", "Ask about the claim", AwardCommand.QueryClaim.class, AwardEvent.ClaimQueried.class),
    APPROVE("approve", "Approve", AwardCommand.ApprovePayment.class, AwardEvent.PaymentApproved.class),
    INSTRUCT("instruct", "Send to the bank", AwardCommand.InstructPayment.class, AwardEvent.PaymentInstructed.class),
    CONFIRM("confirm", "It was paid", AwardCommand.ConfirmPayment.class, AwardEvent.PaymentPaid.class),
    FAIL("fail", "It failed", AwardCommand.ReportPaymentFailure.class, AwardEvent.PaymentFailed.class),
    CANCEL("cancel", "Take the approval back", AwardCommand.CancelPayment.class, AwardEvent.PaymentCancelled.class),
    LAPSE("lapse", "Not needed any more", AwardCommand.LapseInstalment.class, AwardEvent.MoneyLapsed.class);

    private final String key;
    private final String label;
    private final Class<? extends Command> command;
    private final Class<? extends AwardEvent> event;

    AwardAct(String key, String label, Class<? extends Command> command, Class<? extends AwardEvent> event) {
        this.key = key;
        this.label = label;
        this.command = command;
        this.event = event;
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    /** Whether it is done to one payment and not to the award as a whole. */
    boolean ofPayment() {
        return compareTo(CLAIM) >= 0;
    }

    /** What this person may do to the award now. */
    static List<AwardAct> offered(AwardView award, Actor actor) {
        return Arrays.stream(values())
                .filter(act -> !act.ofPayment()
                        && act.isFor(award.summary().funder(), award.summary().recipient(), actor))
                .filter(act -> act.fits(award, null))
                .toList();
    }

    /** What this person may do to a payment of this award now. */
    static List<AwardAct> offered(AwardView award, PaymentView payment, Actor actor) {
        return Arrays.stream(values())
                .filter(act -> act.ofPayment() && act.isFor(payment.funder(), payment.recipient(), actor))
                .filter(act -> act.fits(award, payment))
                .toList();
    }

    /** What this person may do first to a payment in a list. */
    static List<AwardAct> offeredInList(PaymentView payment, Actor actor) {
        return Arrays.stream(values())
                .filter(act -> act.ofPayment() && act.isFor(payment.funder(), payment.recipient(), actor))
                .filter(act -> act != CANCEL && act != LAPSE && act.fits(payment.awardState(), payment))
                .filter(act -> act != FAIL || payment.state() == PaymentState.INSTRUCTED)
                .toList();
    }

    /** The act of that address, refused where the person may not do it or the state does not allow it. */
    static AwardAct required(String key, AwardView award, @Nullable PaymentView payment, Actor actor) {
        AwardAct act = Arrays.stream(values())
                .filter(one -> one.key.equals(key) && one.ofPayment() == (payment != null))
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "There is no such page of an award."));
        Access.require(actor, act.command);
        if (!act.isFor(award.summary().funder(), award.summary().recipient(), actor)) {
            String whose = act.byRecipient()
                    ? award.summary().recipientName()
                    : award.summary().funderName();
            throw Rejection.of(Refusal.NOT_ALLOWED, "Only people of " + whose + " may do this.");
        }
        if (!act.fits(award, payment)) {
            AwardState state = award.summary().state();
            String now = payment == null || !AwardState.LIFECYCLE.allows(state, act.event)
                    ? "The award is: " + lower(AwardWords.state(state))
                    : "The payment is: " + lower(AwardWords.state(payment));
            throw Rejection.of(Refusal.WRONG_STATE, "This does not fit any more. " + now + ".");
        }
        return act;
    }

    private static String lower(StateTag tag) {
        return tag.text().toLowerCase(Locale.UK);
    }

    private boolean byRecipient() {
        return this == SIGN || this == DECLINE || this == CLAIM;
    }

    private boolean isFor(String funder, String recipient, Actor actor) {
        return Access.rolesOf(command).contains(actor.role()) && actor.actsFor(byRecipient() ? recipient : funder);
    }

    private boolean fits(AwardView award, @Nullable PaymentView payment) {
        if (payment != null) {
            return fits(award.summary().state(), payment);
        }
        if (!AwardState.LIFECYCLE.allows(award.summary().state(), event)) {
            return false;
        }
        return switch (this) {
            case RETURN -> award.summary().paidPence() > award.returnedPence();
            case CLOSE -> AwardWords.nextPayment(award.payments()).isEmpty();
            default -> true;
        };
    }

    private boolean fits(AwardState award, PaymentView payment) {
        if (!AwardState.LIFECYCLE.allows(award, event)) {
            return false;
        }
        boolean inState = PaymentState.LIFECYCLE.allows(payment.state(), event);
        ClaimView claim = payment.claim();
        ClaimState claimed = claim == null ? null : claim.state();
        if (this == CLAIM || this == ACCEPT_CLAIM || this == QUERY_CLAIM) {
            return inState && payment.inArrears() && ClaimState.LIFECYCLE.allows(claimed, event);
        }
        if (this == APPROVE && payment.inArrears() && claimed != ClaimState.ACCEPTED) {
            return false;
        }
        // The bank may send back what it had paid; and an approval is taken back as part of letting an instalment
        // lapse.
        return inState
                || (this == FAIL && payment.state() == PaymentState.PAID)
                || (this == LAPSE
                        && (payment.state() == PaymentState.PAYABLE || payment.state() == PaymentState.FAILED));
    }
}
