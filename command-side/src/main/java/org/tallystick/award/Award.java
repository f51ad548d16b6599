package org.tallystick.award;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Slices;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.BankAccount;
import org.tallystick.registry.BankDetails;

/** An award: its agreement, and each instalment from scheduled to paid. */
public class Award {

    // Null until the first event: an aggregate that seems to have an id already is stored under that one.
    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String awardId;

    private String fundId = "";
    private String funder = "";
    private String recipient = "";
    private String decidedBy = "";
    private @Nullable AwardState state;
    private @Nullable String callId;
    private final Schedule schedule = new Schedule();
    private final Agreement agreement = new Agreement();
    private @Nullable RealCost realCost;

    /** For replay. */
    protected Award() {}

    /** A new award, for which the fund has committed the money. */
    public Award(AwardEvent.AwardCommitted committed, Map<String, ?> metaData) {
        apply(committed, MetaData.from(metaData));
    }

    /** Puts on record what the work really costs, and who carries what nobody pays for; once, before it is signed. */
    public void recordGap(RealCost cost) {
        AwardState.LIFECYCLE.require(state, AwardEvent.GapRecorded.class, "given a gap");
        if (realCost != null) {
            throw Rejection.of(Refusal.WRONG_STATE, "It is on record already who carries the gap of this award.");
        }
        cost.requireBeyond(schedule.amountPence());
        apply(new AwardEvent.GapRecorded(
                awardId, fundId, callId, funder, recipient, cost.fullCostPence(), cost.gaps()));
    }

    /** It is taken over from a published register: signed on the day of the award, and paid as far as that says. */
    public void takeOver(PublishedGrant grant) {
        PublishedGrants.happened(awardId, fundId, recipient, grant, schedule)
                .forEach(event -> apply(event.event(), MetaData.from(event.metaData())));
    }

    /** The funder puts the agreement to the organisation. */
    @CommandHandler
    void handle(AwardCommand.OfferAgreement command, CommandContext context) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.AgreementOffered.class, "offered");
        apply(agreement.next(command, schedule, context.today()));
    }

    /** The organisation takes it, in the version it has read; all of its money is owed from now. */
    public void sign(@Nullable Integer readVersion, CommandContext context) {
        context.requireActsFor(recipient, "sign for it");
        AwardState.LIFECYCLE.require(state, AwardEvent.AgreementSigned.class, "signed");
        if (state == AwardState.OFFERED) {
            agreement.requireOpenFor(readVersion, context.today());
            apply(new AwardEvent.OfferAccepted(awardId, agreement.version()));
        }
        apply(new AwardEvent.AgreementSigned(awardId, fundId, recipient, schedule.slices()));
    }

    /** Nobody signed in time; says what the fund may free. */
    public List<Slice> expire(CommandContext context) {
        AwardState.LIFECYCLE.require(state, AwardEvent.OfferExpired.class, "let run out");
        if (!agreement.overdue(context.today())) {
            throw Rejection.of(Refusal.WRONG_STATE, "The offer can still be signed.");
        }
        apply(new AwardEvent.OfferExpired(awardId, agreement.version()));
        return freed();
    }

    /** The organisation does not take it; says what the fund may free. */
    public List<Slice> decline(CommandContext context) {
        context.requireActsFor(recipient, "decline for it");
        AwardState.LIFECYCLE.require(state, AwardEvent.AwardDeclined.class, "declined");
        apply(new AwardEvent.AwardDeclined(awardId));
        return freed();
    }

    /** The funder takes it back before it is signed; says what the fund may free. */
    public List<Slice> rescind(CommandContext context) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.AwardRescinded.class, "rescinded");
        apply(new AwardEvent.AwardRescinded(awardId));
        return freed();
    }

    /** An instalment in arrears is claimed, asked about or accepted; says which money will not be needed. */
    public List<Slice> claim(AwardCommand.OfClaim command, CommandContext context) {
        context.requireActsFor(
                command instanceof AwardCommand.SubmitClaim ? recipient : funder, "do this with a claim");
        Payment payment = schedule.payment(command.instalment());
        agreement.requireInArrears(command.instalment());
        AwardEvent event = Claim.decide(command, payment.claim(), Slices.sumPence(payment.slices()));
        AwardState.LIFECYCLE.require(state, event.getClass(), "claimed from now");
        PaymentState.LIFECYCLE.require(payment.state(), event.getClass(), "claimed");
        apply(event);
        List<Slice> rest = event instanceof AwardEvent.ClaimAccepted ? payment.beyondClaim() : List.of();
        if (!rest.isEmpty()) {
            apply(new AwardEvent.InstalmentReduced(awardId, fundId, recipient, command.instalment(), rest));
        }
        return rest;
    }

    /** An instalment will not be needed; says which money that is. */
    public List<Slice> lapse(int instalment, CommandContext context) {
        Payment payment = require(instalment, context, AwardEvent.MoneyLapsed.class, "let lapse");
        apply(new AwardEvent.MoneyLapsed(awardId, fundId, recipient, instalment, payment.slices()));
        return payment.slices();
    }

    /** Whether an instalment is approved and not with the bank; refuses a number that is not in the schedule. */
    public boolean payable(int instalment) {
        return schedule.payment(instalment).payable();
    }

    /** The approval of an instalment is taken back; says which money that is. */
    public List<Slice> cancel(int instalment, CommandContext context, String deed) {
        Payment payment = require(instalment, context, AwardEvent.PaymentCancelled.class, deed);
        apply(new AwardEvent.PaymentCancelled(awardId, fundId, recipient, instalment, payment.slices()));
        return payment.slices();
    }

    /**
     * One more person approves an instalment; with the last one needed it becomes payable.
     *
     * @return the money that became payable; none while a further approval is needed
     */
    public List<Slice> approve(int instalment, CommandContext context, int approvalsNeeded) {
        Payment payment = require(instalment, context, AwardEvent.PaymentApproved.class, "approved");
        requireNotDecidedBy(context, "approve its payments");
        payment.requireClaimed(agreement.inArrears(instalment));
        payment.requireNotApprovedYetBy(context);
        apply(new AwardEvent.PaymentApproved(
                awardId, instalment, context.actor().personId()));
        if (payment.approvers().size() + 1 >= approvalsNeeded) {
            apply(new AwardEvent.InstalmentMadePayable(awardId, fundId, recipient, instalment, payment.slices()));
            return payment.slices();
        }
        return List.of();
    }

    /** A payer tells the bank to pay to the account that holds now; says which attempt that is. */
    public int instruct(int instalment, CommandContext context, BankAccount account) {
        Payment payment = require(instalment, context, AwardEvent.PaymentInstructed.class, "instructed");
        requireNotDecidedBy(context, "instruct the bank");
        payment.requireNotApprovedBy(context, "instruct the bank");
        payment.requireNotApprovedByThoseOf(account);
        BankDetails details = account.requireConfirmed();
        apply(new AwardEvent.PaymentInstructed(
                awardId,
                instalment,
                payment.attempts() + 1,
                context.actor().personId(),
                details.sortCode(),
                details.maskedAccountNumber()));
        return payment.attempts() + 1;
    }

    @CommandHandler
    void handle(AwardCommand.ConfirmPayment command, CommandContext context) {
        Payment payment = require(command.instalment(), context, AwardEvent.PaymentPaid.class, "confirmed as paid");
        payment.requireLatest(command.attempt());
        requireNotDecidedBy(context, "confirm that it was paid");
        payment.requireNotApprovedBy(context, "confirm that it was paid");
        apply(new AwardEvent.PaymentPaid(
                awardId, fundId, recipient, command.instalment(), command.bankReference(), payment.slices()));
    }

    @CommandHandler
    void handle(AwardCommand.ReportPaymentFailure command, CommandContext context) {
        int instalment = command.instalment();
        schedule.payment(instalment).requireLatest(command.attempt());
        if (schedule.payment(instalment).state() == PaymentState.PAID) {
            // Only what the organisation has not sent back by itself.
            Payment payment = require(instalment, context, AwardEvent.PaymentBounced.class, "reported as sent back");
            schedule.requireStillThere(payment);
            apply(new AwardEvent.PaymentBounced(awardId, fundId, recipient, instalment, payment.slices()));
            return;
        }
        require(instalment, context, AwardEvent.PaymentFailed.class, "reported as failed");
        apply(new AwardEvent.PaymentFailed(awardId, instalment));
    }

    /** The organisation has sent back what it did not spend; says which money that is. */
    public List<Slice> giveBack(long amountPence, CommandContext context) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.MoneyReturned.class, "given money back");
        List<Slice> slices = schedule.givenBack(amountPence);
        apply(new AwardEvent.MoneyReturned(awardId, fundId, recipient, slices));
        return slices;
    }

    @CommandHandler
    void handle(AwardCommand.SuspendAward command, CommandContext context) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.AwardSuspended.class, "suspended");
        apply(new AwardEvent.AwardSuspended(awardId));
    }

    @CommandHandler
    void handle(AwardCommand.ResumeAward command, CommandContext context) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.AwardResumed.class, "resumed");
        apply(new AwardEvent.AwardResumed(awardId));
    }

    @CommandHandler
    void handle(AwardCommand.CloseAward command, CommandContext context) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.AwardClosed.class, "closed");
        schedule.requireNoneOpen();
        apply(new AwardEvent.AwardClosed(awardId));
    }

    /** Whether its money is free again, so that it pays for nothing. */
    public boolean cameToNothing() {
        return state != null && state.cameToNothing();
    }

    /** The fund it draws on. */
    public String fundId() {
        return fundId;
    }

    /** The organisation it is for. */
    public String recipient() {
        return recipient;
    }

    /** The amount of an instalment in pence; refuses a number that is not in the schedule. */
    public long amountPence(int instalment) {
        return Slices.sumPence(schedule.payment(instalment).slices());
    }

    /** It has come to nothing: its gap is carried by nobody, and its money is free. */
    private List<Slice> freed() {
        if (realCost != null && !realCost.gaps().isEmpty()) {
            apply(new AwardEvent.GapReleased(awardId, fundId, callId, recipient, realCost.gaps()));
        }
        return schedule.slices();
    }

    /** Deciding, approving and paying are three people's work. */
    private void requireNotDecidedBy(CommandContext context, String deed) {
        context.requireOtherThan(decidedBy, "You made this award; somebody else must " + deed + ".");
    }

    private void requireFunder(CommandContext context) {
        context.requireActsFor(funder, "do this with this award");
    }

    private Payment require(int instalment, CommandContext context, Class<? extends AwardEvent> event, String deed) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, event, "paid from now");
        Payment payment = schedule.payment(instalment);
        PaymentState.LIFECYCLE.require(payment.state(), event, deed);
        return payment;
    }

    @EventSourcingHandler
    void evolve(AwardEvent event) {
        state = AwardState.LIFECYCLE.after(state, event);
        schedule.evolve(event);
        agreement.evolve(event);
        switch (event) {
            case AwardEvent.AwardCommitted committed -> {
                awardId = committed.awardId();
                fundId = committed.fundId();
                callId = committed.callId();
                funder = committed.funder();
                recipient = committed.recipient();
                decidedBy = committed.decidedBy();
            }
            case AwardEvent.GapRecorded recorded -> realCost = new RealCost(recorded.fullCostPence(), recorded.gaps());
            default -> {}
        }
    }
}
