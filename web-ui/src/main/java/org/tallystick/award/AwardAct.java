package org.tallystick.award;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardQuery.ClaimView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.platform.Act;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Event;

/** What may be done to an award ({@code /awards/{id}/{key}}) or one of its payments ({@code …/payments/{n}/{key}}). */
enum AwardAct implements Act {
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

    private final Traits traits;

    AwardAct(String key, String label, Class<? extends Command> command, Class<? extends Event> event) {
        this.traits = new Traits(key, label, command, event);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public boolean isMain() {
        return this == OFFER || this == SIGN;
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
        AwardAct[] acts = Arrays.stream(values())
                .filter(one -> one.ofPayment() == (payment != null))
                .toArray(AwardAct[]::new);
        AwardAct act = Act.of(acts, key, payment == null ? "an award" : "a payment", actor);
        if (!act.isFor(award.summary().funder(), award.summary().recipient(), actor)) {
            throw Act.notYours(
                    act.byRecipient()
                            ? award.summary().recipientName()
                            : award.summary().funderName());
        }
        if (!act.fits(award, payment)) {
            AwardState state = award.summary().state();
            throw payment == null || !act.fits(AwardState.LIFECYCLE, state)
                    ? Act.doesNotFit("the award", AwardWords.state(state))
                    : Act.doesNotFit("the payment", AwardWords.state(payment));
        }
        return act;
    }

    private boolean byRecipient() {
        return this == SIGN || this == DECLINE || this == CLAIM;
    }

    private boolean isFor(String funder, String recipient, Actor actor) {
        return isFor(actor) && actor.actsFor(byRecipient() ? recipient : funder);
    }

    private boolean fits(AwardView award, @Nullable PaymentView payment) {
        if (payment != null) {
            return fits(award.summary().state(), payment);
        }
        if (!fits(AwardState.LIFECYCLE, award.summary().state())) {
            return false;
        }
        return switch (this) {
            case RETURN -> award.summary().paidPence() > award.returnedPence();
            case CLOSE -> AwardWords.nextPayment(award.payments()).isEmpty();
            default -> true;
        };
    }

    private boolean fits(AwardState award, PaymentView payment) {
        if (!fits(AwardState.LIFECYCLE, award)) {
            return false;
        }
        boolean inState = fits(PaymentState.LIFECYCLE, payment.state());
        ClaimView claim = payment.claim();
        ClaimState claimed = claim == null ? null : claim.state();
        if (this == CLAIM || this == ACCEPT_CLAIM || this == QUERY_CLAIM) {
            return inState && payment.inArrears() && ClaimState.LIFECYCLE.allows(claimed, traits.event());
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
