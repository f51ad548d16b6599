package org.tallystick.award;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** An award: its agreement, and each instalment from scheduled to paid. */
public class Award {

    @AggregateIdentifier
    private String awardId = "";

    private String fundId = "";
    private String funder = "";
    private String recipient = "";
    private @Nullable AwardState state;
    private final Map<Integer, Payment> payments = new TreeMap<>();
    private List<Slice> paid = List.of();

    /** For replay. */
    protected Award() {}

    /** A new award, for which the fund has committed the money. */
    public Award(AwardEvent.AwardCommitted committed, Map<String, ?> metaData) {
        apply(committed, MetaData.from(metaData));
    }

    /** An award taken over from a published register: signed on the day of the award, and paid as far as it says. */
    public static Award published(AwardEvent.AwardCommitted committed, PublishedGrant grant) {
        Award award = new Award(committed, Map.of());
        apply(new AwardEvent.PublishedGrantRecorded(
                committed.awardId(),
                grant.description(),
                grant.startsOn(),
                grant.endsOn(),
                grant.programme(),
                grant.regrantType(),
                grant.source()));
        apply(award.signed());
        for (int i = 0; i < grant.payments().size(); i++) {
            award.recordPublishedPayment(i + 1, grant.payments().get(i));
        }
        return award;
    }

    @CommandHandler
    void handle(AwardCommand.SignAgreement command, CommandContext context) {
        context.requireActsFor(recipient, "sign for it");
        AwardState.LIFECYCLE.require(state, AwardEvent.AgreementSigned.class, "signed");
        apply(signed());
    }

    /** The organisation does not take it; says what the fund may free. */
    public List<Slice> decline(CommandContext context) {
        context.requireActsFor(recipient, "decline for it");
        AwardState.LIFECYCLE.require(state, AwardEvent.AwardDeclined.class, "declined");
        apply(new AwardEvent.AwardDeclined(awardId));
        return allSlices();
    }

    @CommandHandler
    void handle(AwardCommand.LapseInstalment command, CommandContext context) {
        Payment payment = require(command.instalment(), context, AwardEvent.MoneyLapsed.class, "let lapse");
        apply(new AwardEvent.MoneyLapsed(awardId, fundId, recipient, command.instalment(), payment.slices()));
    }

    /** One more person approves an instalment; with the last one needed it becomes payable. */
    public void approve(int instalment, CommandContext context, int approvalsNeeded) {
        Payment payment = require(instalment, context, AwardEvent.PaymentApproved.class, "approved");
        if (payment.approvers().contains(context.actor().personId())) {
            throw Rejection.of(Refusal.SAME_PERSON, "You have approved this payment already; a second person must.");
        }
        apply(new AwardEvent.PaymentApproved(
                awardId, instalment, context.actor().personId()));
        if (payment.approvers().size() + 1 >= approvalsNeeded) {
            apply(new AwardEvent.InstalmentMadePayable(awardId, fundId, recipient, instalment, payment.slices()));
        }
    }

    /** A payer tells the bank to pay to an account. */
    public void instruct(int instalment, CommandContext context, String sortCode, String maskedAccountNumber) {
        Payment payment = require(instalment, context, AwardEvent.PaymentInstructed.class, "instructed");
        if (payment.approvers().contains(context.actor().personId())) {
            throw Rejection.of(Refusal.SAME_PERSON, "You approved this payment; somebody else must instruct the bank.");
        }
        apply(new AwardEvent.PaymentInstructed(
                awardId,
                instalment,
                payment.attempts() + 1,
                context.actor().personId(),
                sortCode,
                maskedAccountNumber));
    }

    @CommandHandler
    void handle(AwardCommand.ConfirmPayment command, CommandContext context) {
        Payment payment = require(command.instalment(), context, AwardEvent.PaymentPaid.class, "confirmed as paid");
        apply(new AwardEvent.PaymentPaid(
                awardId, fundId, recipient, command.instalment(), command.bankReference(), payment.slices()));
    }

    @CommandHandler
    void handle(AwardCommand.ReportPaymentFailure command, CommandContext context) {
        require(command.instalment(), context, AwardEvent.PaymentFailed.class, "reported as failed");
        apply(new AwardEvent.PaymentFailed(awardId, command.instalment()));
    }

    @CommandHandler
    void handle(AwardCommand.RecordReturn command, CommandContext context) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, AwardEvent.MoneyReturned.class, "given money back");
        long most = Slices.sumPence(paid);
        if (command.amountPence() > most) {
            throw Rejection.of(
                    Refusal.NOT_ENOUGH_MONEY,
                    "amountPence",
                    "The organisation has been paid " + Pounds.of(most) + " that it has not sent back.");
        }
        apply(new AwardEvent.MoneyReturned(
                awardId, fundId, recipient, Slices.take(paid, command.amountPence(), DrawOrder.PRO_RATA)));
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
        long open =
                payments.values().stream().filter(payment -> !payment.settled()).count();
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
        return Slices.sumPence(payment(instalment).slices());
    }

    private void recordPublishedPayment(int instalment, PublishedGrant.Payment published) {
        List<Slice> slices = payment(instalment).slices();
        MetaData onThatDay = MetaData.from(CommandContext.effectiveOn(published.paidOn()));
        apply(new AwardEvent.InstalmentMadePayable(awardId, fundId, recipient, instalment, slices), onThatDay);
        apply(new AwardEvent.PaymentPaid(awardId, fundId, recipient, instalment, "published", slices), onThatDay);
    }

    private AwardEvent.AgreementSigned signed() {
        return new AwardEvent.AgreementSigned(awardId, fundId, recipient, allSlices());
    }

    private List<Slice> allSlices() {
        return Slices.merged(payments.values().stream()
                .flatMap(payment -> payment.slices().stream())
                .toList());
    }

    private void requireFunder(CommandContext context) {
        context.requireActsFor(funder, "do this with this award");
    }

    private Payment require(int instalment, CommandContext context, Class<? extends AwardEvent> event, String deed) {
        requireFunder(context);
        AwardState.LIFECYCLE.require(state, event, "paid from now");
        Payment payment = payment(instalment);
        PaymentState.LIFECYCLE.require(payment.state(), event, deed);
        return payment;
    }

    private Payment payment(int instalment) {
        Payment payment = payments.get(instalment);
        if (payment == null) {
            throw Rejection.of(Refusal.NOT_FOUND, "instalment", "The schedule has no instalment " + instalment + ".");
        }
        return payment;
    }

    @EventSourcingHandler
    void evolve(AwardEvent event) {
        state = AwardState.LIFECYCLE.after(state, event);
        switch (event) {
            case AwardEvent.AwardCommitted e -> {
                awardId = e.awardId();
                fundId = e.fundId();
                funder = e.funder();
                recipient = e.recipient();
                e.instalments().forEach(i -> payments.put(i.number(), Payment.scheduled(i.slices())));
            }
            case AwardEvent.PaymentApproved e -> payments.computeIfPresent(e.instalment(), (n, p) -> p.after(e));
            case AwardEvent.InstalmentMadePayable e -> payments.computeIfPresent(e.instalment(), (n, p) -> p.after(e));
            case AwardEvent.PaymentInstructed e -> payments.computeIfPresent(e.instalment(), (n, p) -> p.after(e));
            case AwardEvent.PaymentPaid e -> {
                payments.computeIfPresent(e.instalment(), (n, p) -> p.after(e));
                paid = Slices.merged(java.util.stream.Stream.concat(paid.stream(), e.slices().stream())
                        .toList());
            }
            case AwardEvent.PaymentFailed e -> payments.computeIfPresent(e.instalment(), (n, p) -> p.after(e));
            case AwardEvent.MoneyLapsed e -> payments.computeIfPresent(e.instalment(), (n, p) -> p.after(e));
            case AwardEvent.MoneyReturned e -> paid = Slices.minus(paid, e.slices());
            case AwardEvent.PublishedGrantRecorded _,
                    AwardEvent.AwardDeclined _,
                    AwardEvent.AgreementSigned _,
                    AwardEvent.AwardSuspended _,
                    AwardEvent.AwardResumed _,
                    AwardEvent.AwardClosed _ -> {}
        }
    }
}
