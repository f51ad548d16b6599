package org.tallystick.award;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Slices;
import org.tallystick.ledger.Pounds;
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
        cost.requireBeyond(Slices.sumPence(schedule.slices()));
        apply(new AwardEvent.GapRecorded(
                awardId, fundId, callId, funder, recipient, cost.fullCostPence(), cost.gaps()));
    }

    /** It is taken over from a published register: signed on the day of the award, and paid as far as that says. */
    public void takeOver(PublishedGrant grant) {
        apply(new AwardEvent.PublishedGrantRecorded(
                awardId,
                grant.description(),
                grant.startsOn(),
                grant.endsOn(),
                grant.programme(),
                grant.regrantType(),
                grant.source()));
        apply(signed());
        for (int i = 0; i < grant.payments().size(); i++) {
            recordPublishedPayment(i + 1, grant.payments().get(i));
        }
    }

    /** The organisation takes it; all of its money is owed from now. */
    public void sign(CommandContext context) {
        context.requireActsFor(recipient, "sign for it");
        AwardState.LIFECYCLE.require(state, AwardEvent.AgreementSigned.class, "signed");
        apply(signed());
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
        if (payment.approvers().contains(context.actor().personId())) {
            throw Rejection.of(Refusal.SAME_PERSON, "You have approved this payment already; a second person must.");
        }
        apply(new AwardEvent.PaymentApproved(
                awardId, instalment, context.actor().personId()));
        if (payment.approvers().size() + 1 >= approvalsNeeded) {
            apply(new AwardEvent.InstalmentMadePayable(awardId, fundId, recipient, instalment, payment.slices()));
            return payment.slices();
        }
        return List.of();
    }

    /** A payer tells the bank to pay to the account that holds now. */
    public void instruct(int instalment, CommandContext context, BankAccount account) {
        Payment payment = require(instalment, context, AwardEvent.PaymentInstructed.class, "instructed");
        requireNotDecidedBy(context, "instruct the bank");
        payment.requireNotApprovedBy(context, "instruct the bank");
        if (payment.approvers().stream().anyMatch(account.people()::contains)) {
            throw Rejection.of(
                    Refusal.SAME_PERSON,
                    "The bank details were given or confirmed by somebody who approved this payment: cancel it, and"
                            + " have somebody else approve it.");
        }
        BankDetails details = account.requireConfirmed();
        apply(new AwardEvent.PaymentInstructed(
                awardId,
                instalment,
                payment.attempts() + 1,
                context.actor().personId(),
                details.sortCode(),
                details.maskedAccountNumber()));
    }

    @CommandHandler
    void handle(AwardCommand.ConfirmPayment command, CommandContext context) {
        Payment payment = require(command.instalment(), context, AwardEvent.PaymentPaid.class, "confirmed as paid");
        requireNotDecidedBy(context, "confirm that it was paid");
        payment.requireNotApprovedBy(context, "confirm that it was paid");
        apply(new AwardEvent.PaymentPaid(
                awardId, fundId, recipient, command.instalment(), command.bankReference(), payment.slices()));
    }

    @CommandHandler
    void handle(AwardCommand.ReportPaymentFailure command, CommandContext context) {
        if (schedule.payment(command.instalment()).state() == PaymentState.PAID) {
            bounce(command.instalment(), context);
            return;
        }
        require(command.instalment(), context, AwardEvent.PaymentFailed.class, "reported as failed");
        apply(new AwardEvent.PaymentFailed(awardId, command.instalment()));
    }

    /** The organisation has sent back what it did not spend; says which money that is. */
    public List<Slice> giveBack(long amountPence, CommandContext context) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.MoneyReturned.class, "given money back");
        long most = Slices.sumPence(schedule.paid());
        if (amountPence > most) {
            throw Rejection.of(
                    Refusal.NOT_ENOUGH_MONEY,
                    "amountPence",
                    "The organisation has been paid " + Pounds.of(most) + " that it has not sent back.");
        }
        List<Slice> slices = Slices.take(schedule.paid(), amountPence, DrawOrder.PRO_RATA);
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
        long open = schedule.open();
        if (open > 0) {
            throw Rejection.of(
                    Refusal.MONEY_LEFT,
                    open + (open == 1 ? " instalment is" : " instalments are") + " neither paid nor lapsed.");
        }
        apply(new AwardEvent.AwardClosed(awardId));
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

    private void recordPublishedPayment(int instalment, PublishedGrant.Payment published) {
        List<Slice> slices = schedule.payment(instalment).slices();
        MetaData onThatDay = MetaData.from(CommandContext.effectiveOn(published.paidOn()));
        apply(new AwardEvent.InstalmentMadePayable(awardId, fundId, recipient, instalment, slices), onThatDay);
        apply(new AwardEvent.PaymentPaid(awardId, fundId, recipient, instalment, "published", slices), onThatDay);
    }

    private AwardEvent.AgreementSigned signed() {
        return new AwardEvent.AgreementSigned(awardId, fundId, recipient, schedule.slices());
    }

    /** The bank sends back what it paid; only what the organisation has not sent back by itself. */
    private void bounce(int instalment, CommandContext context) {
        Payment payment = require(instalment, context, AwardEvent.PaymentBounced.class, "reported as sent back");
        if (!Slices.covers(schedule.paid(), payment.slices())) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "Of what was paid, " + Pounds.of(Slices.sumPence(schedule.paid()))
                            + " has not come back yet: record what came with this payment as a return.");
        }
        apply(new AwardEvent.PaymentBounced(awardId, fundId, recipient, instalment, payment.slices()));
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
