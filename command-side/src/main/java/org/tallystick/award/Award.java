package org.tallystick.award;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.Slice;
import org.tallystick.platform.CommandContext;
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
    private final CarriedGaps gaps = new CarriedGaps();

    /** For replay. */
    protected Award() {}

    /** A new award, for which the fund has committed the money. */
    public Award(AwardEvent.AwardCommitted committed, Map<String, ?> metaData) {
        apply(committed, MetaData.from(metaData));
    }

    /** Puts on record the real cost, and what each organisation carries for nobody pays; once, before it is signed. */
    public void recordGap(RealCost cost, Map<String, List<Gap>> carried) {
        AwardState.LIFECYCLE.require(state, AwardEvent.GapRecorded.class, "given a gap");
        gaps.requireNotOnRecord();
        cost.requireBeyond(schedule.amountPence());
        long fullCost = cost.fullCostPence();
        carried.forEach((organisation, own) ->
                apply(new AwardEvent.GapRecorded(awardId, fundId, callId, funder, organisation, fullCost, own)));
    }

    /** It is taken over from a published register: signed on the day of the award, and paid as far as that says. */
    public void takeOver(PublishedGrant grant) {
        PublishedGrants.happened(awardId, fundId, recipient, grant, schedule)
                .forEach(event -> apply(event.event(), MetaData.from(event.metaData())));
    }

    /** The funder puts the agreement to the organisation. */
    public void offer(AwardCommand.OfferAgreement command, CommandContext context) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.AgreementOffered.class, "offered");
        apply(agreement.next(command, schedule, context.today()));
    }

    /** The organisation takes it, in the version it has read; all of its money is owed from now. */
    public void sign(@Nullable Integer readVersion, CommandContext context, LocalDate on) {
        context.requireActsFor(recipient, "sign for it");
        AwardState.LIFECYCLE.require(state, AwardEvent.AgreementSigned.class, "signed");
        schedule.requireNotBeforeAgreed(on);
        if (state == AwardState.OFFERED || callId != null) {
            agreement.requireOpenFor(readVersion, context.today());
            apply(new AwardEvent.OfferAccepted(awardId, agreement.version()));
        }
        apply(new AwardEvent.AgreementSigned(awardId, fundId, recipient, schedule.slices()));
    }

    /** Nobody signed in time; says what the fund may free. */
    public List<Slice> expire(CommandContext context) {
        AwardState.LIFECYCLE.require(state, AwardEvent.OfferExpired.class, "let run out");
        agreement.requireOverdue(context.today());
        apply(new AwardEvent.OfferExpired(awardId, agreement.version()));
        return freed(context.today());
    }

    /** The organisation does not take it; says what the fund may free. */
    public List<Slice> decline(CommandContext context) {
        context.requireActsFor(recipient, "decline for it");
        AwardState.LIFECYCLE.require(state, AwardEvent.AwardDeclined.class, "declined");
        apply(new AwardEvent.AwardDeclined(awardId));
        return freed(context.today());
    }

    /** The funder takes it back before it is signed; says what the fund may free. */
    public List<Slice> rescind(CommandContext context, LocalDate on) {
        happens(new AwardEvent.AwardRescinded(awardId), context, "rescinded");
        return freed(on);
    }

    /** An instalment in arrears is claimed, asked about or accepted; says which money will not be needed. */
    public List<Slice> claim(AwardCommand.OfClaim command, CommandContext context) {
        String whose = command instanceof AwardCommand.SubmitClaim ? recipient : funder;
        context.requireActsFor(whose, "do this with a claim");
        Payment payment = schedule.payment(command.instalment());
        agreement.requireInArrears(command.instalment());
        AwardEvent event = Claim.decide(command, payment.claim(), payment.amountPence());
        AwardState.LIFECYCLE.require(state, event.getClass(), "claimed from now");
        schedule.payment(command.instalment(), context.today(), event.getClass(), "claimed");
        apply(event);
        List<Slice> rest = event instanceof AwardEvent.ClaimAccepted ? payment.beyondClaim() : List.of();
        if (!rest.isEmpty()) {
            apply(new AwardEvent.InstalmentReduced(awardId, fundId, recipient, command.instalment(), rest));
        }
        return rest;
    }

    /** An instalment will not be needed; says which money that is. */
    public List<Slice> lapse(int instalment, CommandContext context, LocalDate on) {
        Payment payment = require(instalment, context, on, AwardEvent.MoneyLapsed.class, "let lapse");
        apply(new AwardEvent.MoneyLapsed(awardId, fundId, recipient, instalment, payment.slices()));
        return payment.slices();
    }

    /** The approval of an instalment is taken back; says which money that is. */
    public List<Slice> cancel(int instalment, CommandContext context, LocalDate on, String deed) {
        Payment payment = require(instalment, context, on, AwardEvent.PaymentCancelled.class, deed);
        apply(new AwardEvent.PaymentCancelled(awardId, fundId, recipient, instalment, payment.slices()));
        return payment.slices();
    }

    /** One more person approves an instalment; says which money became payable, with the last approval needed. */
    public List<Slice> approve(int instalment, CommandContext context, int approvalsNeeded) {
        Payment payment = require(instalment, context, context.today(), AwardEvent.PaymentApproved.class, "approved");
        requireNotDecidedBy(context, "approve its payments");
        payment.requireClaimed(agreement.inArrears(instalment));
        payment.requireNotApprovedYetBy(context);
        String approver = context.actor().personId();
        apply(new AwardEvent.PaymentApproved(awardId, instalment, approver));
        if (payment.approvers().size() + 1 >= approvalsNeeded) {
            apply(new AwardEvent.InstalmentMadePayable(awardId, fundId, recipient, instalment, payment.slices()));
            return payment.slices();
        }
        return List.of();
    }

    /** A payer tells the bank to pay to the account that holds now; says which attempt that is. */
    public int instruct(int instalment, CommandContext context, BankAccount account) {
        Payment payment =
                require(instalment, context, context.today(), AwardEvent.PaymentInstructed.class, "instructed");
        requireNotDecidedBy(context, "instruct the bank");
        payment.requireNotApprovedBy(context, "instruct the bank");
        payment.requireNotApprovedByThoseOf(account);
        BankDetails details = account.requireConfirmed();
        int attempt = payment.attempts() + 1;
        String payer = context.actor().personId();
        apply(new AwardEvent.PaymentInstructed(
                awardId, instalment, attempt, payer, details.sortCode(), details.maskedAccountNumber()));
        return attempt;
    }

    @CommandHandler
    void handle(AwardCommand.ConfirmPayment command, CommandContext context) {
        LocalDate on = context.effectiveOn(command);
        Payment payment = require(command.instalment(), context, on, AwardEvent.PaymentPaid.class, "confirmed as paid");
        payment.requireLatest(command.attempt());
        requireNotDecidedBy(context, "confirm that it was paid");
        payment.requireNotApprovedBy(context, "confirm that it was paid");
        apply(new AwardEvent.PaymentPaid(
                awardId, fundId, recipient, command.instalment(), command.bankReference(), payment.slices()));
    }

    @CommandHandler
    void handle(AwardCommand.ReportPaymentFailure command, CommandContext context) {
        int instalment = command.instalment();
        LocalDate on = context.effectiveOn(command);
        payment(instalment).requireLatest(command.attempt());
        if (payment(instalment).state() == PaymentState.PAID) {
            Payment payment =
                    require(instalment, context, on, AwardEvent.PaymentBounced.class, "reported as sent back");
            schedule.requireStillThere(payment, on);
            apply(new AwardEvent.PaymentBounced(awardId, fundId, recipient, instalment, payment.slices()));
        } else {
            require(instalment, context, on, AwardEvent.PaymentFailed.class, "reported as failed");
            apply(new AwardEvent.PaymentFailed(awardId, instalment));
        }
    }

    /** The organisation has sent back what it did not spend; says which money that is. */
    public List<Slice> giveBack(long amountPence, CommandContext context, LocalDate on) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.MoneyReturned.class, "given money back");
        List<Slice> slices = schedule.givenBack(amountPence, on);
        apply(new AwardEvent.MoneyReturned(awardId, fundId, recipient, slices));
        return slices;
    }

    @CommandHandler
    void handle(AwardCommand.SuspendAward command, CommandContext context) {
        happens(new AwardEvent.AwardSuspended(awardId), context, "suspended");
    }

    @CommandHandler
    void handle(AwardCommand.ResumeAward command, CommandContext context) {
        happens(new AwardEvent.AwardResumed(awardId), context, "resumed");
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

    /** The call it comes from, if any. */
    public Optional<String> callId() {
        return Optional.ofNullable(callId);
    }

    /** The fund it draws on. */
    public String fundId() {
        return fundId;
    }

    /** Who it is for. */
    public String recipient() {
        return recipient;
    }

    /** An instalment; refuses a number that is not in the schedule. */
    Payment payment(int instalment) {
        return schedule.payment(instalment);
    }

    /** It has come to nothing: its gap is carried by nobody, and its money is free. */
    private List<Slice> freed(LocalDate on) {
        schedule.requireNotBeforeAgreed(on);
        gaps.released(awardId, fundId, callId).forEach(released -> apply(released));
        return schedule.slices();
    }

    /** Deciding, approving and paying are three people's work. */
    private void requireNotDecidedBy(CommandContext context, String deed) {
        context.requireOtherThan(decidedBy, "You made this award; somebody else must " + deed + ".");
    }

    private void happens(AwardEvent event, CommandContext context, String deed) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, event.getClass(), deed);
        apply(event);
    }

    private void requireFunder(CommandContext context) {
        context.requireActsFor(funder, "do this with this award");
    }

    private Payment require(
            int instalment, CommandContext context, LocalDate on, Class<? extends AwardEvent> event, String deed) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, event, "paid from now");
        return schedule.payment(instalment, on, event, deed);
    }

    @EventSourcingHandler
    void evolve(
            AwardEvent event,
            @Timestamp Instant recordedAt,
            @MetaDataValue(CommandContext.EFFECTIVE_ON) @Nullable String effectiveOn) {
        state = AwardState.LIFECYCLE.after(state, event);
        schedule.evolve(event, CommandContext.dayOf(recordedAt, effectiveOn));
        agreement.evolve(event);
        gaps.evolve(event);
        if (event instanceof AwardEvent.AwardCommitted e) {
            awardId = e.awardId();
            fundId = e.fundId();
            callId = e.callId();
            funder = e.funder();
            recipient = e.recipient();
            decidedBy = e.decidedBy();
        }
    }
}
