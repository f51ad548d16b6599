package org.tallystick.fund;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.Instalment;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/**
 * A devolved budget: knows what it received and was pledged, and never gives away more than that.
 *
 * <p>Its fields are what its snapshots hold; the revision is raised with each change of them.
 */
@Revision("6")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class Fund {

    // Null until the first event: an aggregate that seems to have an id already is stored under that one.
    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String fundId;

    private String holder = "";
    private @Nullable FundState state;
    private FundMoney money = new FundMoney();
    private LastEntries receipts = new LastEntries();
    private LastEntries pledges = new LastEntries();

    /** For replay. */
    protected Fund() {}

    /** A new fund. */
    @CommandHandler
    public Fund(FundCommand.OpenFund command, CommandContext context) {
        context.requireActsFor(command.holder(), "open a fund that it holds");
        apply(new FundEvent.FundOpened(
                command.fundId(),
                command.name(),
                command.holder(),
                command.purpose(),
                command.currency(),
                command.drawOrder(),
                command.commitAgainst()));
    }

    /** The fund that holds what a published register says a funder gave. */
    public Fund(FundEvent.FundOpened opened) {
        apply(opened);
    }

    @CommandHandler
    void handle(FundCommand.PledgeContribution command, CommandContext context) {
        require(context, FundEvent.ContributionPledged.class, "pledged money");
        Slice pledge =
                new Slice(command.contributor(), command.financialYear(), command.restriction(), command.amountPence());
        pledges.requireNew(entry(pledge, pledge.restriction(), context.today()), command.again(), "A pledge");
        apply(new FundEvent.ContributionPledged(fundId, pledge));
    }

    @CommandHandler
    void handle(FundCommand.WithdrawPledge command, CommandContext context) {
        require(context, FundEvent.PledgeWithdrawn.class, "told that a pledge is withdrawn");
        Slice pledge =
                new Slice(command.contributor(), command.financialYear(), command.restriction(), command.amountPence());
        money.requireOpenPledge(pledge);
        apply(new FundEvent.PledgeWithdrawn(fundId, pledge));
    }

    @CommandHandler
    void handle(FundCommand.ReceiveContribution command, CommandContext context) {
        context.requireActsFor(holder, "do this with this fund");
        Slice slice =
                new Slice(command.contributor(), command.financialYear(), command.restriction(), command.amountPence());
        receipts.requireNew(entry(slice, command.reference(), context.today()), command.again(), "A receipt");
        receive(slice, command.reference());
    }

    /** Money arrived. */
    public void receive(Slice slice, String reference) {
        FundState.LIFECYCLE.require(state, FundEvent.ContributionReceived.class, "given money");
        apply(new FundEvent.ContributionReceived(fundId, List.of(slice), reference));
    }

    @CommandHandler
    void handle(FundCommand.ReturnContribution command, CommandContext context) {
        require(context, FundEvent.ContributionReturned.class, "asked to give money back");
        LocalDate on = context.effectiveOn(command);
        List<Slice> free = money.free(on).stream()
                .filter(slice -> slice.contributor().equals(command.contributor()))
                .toList();
        apply(new FundEvent.ContributionReturned(
                fundId, money.draw(free, on, command.financialYear(), command.restriction(), command.amountPence())));
    }

    /** Sets money aside for a call that is free on a day. */
    public void setAside(String callId, FinancialYear year, String restriction, long amountPence, LocalDate on) {
        FundState.LIFECYCLE.require(state, FundEvent.MoneyAllocated.class, "drawn on");
        apply(new FundEvent.MoneyAllocated(
                fundId, callId, money.draw(money.drawable(on), on, year, restriction, amountPence)));
    }

    /**
     * Sets aside for a call what it lacks of a sum: money of its awards that came to nothing is free again.
     *
     * @param mostPence of that year and restriction, what may be set aside for it in all since it was approved
     */
    public void setAsideMissing(
            String callId, FinancialYear year, String restriction, long amountPence, long mostPence, LocalDate on) {
        long missing = amountPence - FundMoney.pence(money.allocated(callId), year, restriction);
        if (missing > 0) {
            long before = FundMoney.pence(money.setAside(callId), year, restriction);
            if (before + missing > mostPence) {
                throw Rejection.of(
                        Refusal.NOT_ENOUGH_MONEY,
                        "amounts",
                        "Of what is set aside for the call for " + year + ", "
                                + Pounds.of(before + missing - mostPence)
                                + " is missing: other awards were made out of it.");
            }
            setAside(callId, year, restriction, missing, on);
        }
    }

    @CommandHandler
    void handle(FundCommand.FreeUnspentMoney command, CommandContext context) {
        require(context, FundEvent.UnspentMoneyFreed.class, "asked to free money");
        apply(new FundEvent.UnspentMoneyFreed(
                fundId,
                command.unspent(),
                money.unspent(command.unspent(), command.slice(), context.effectiveOn(command))));
    }

    @CommandHandler
    void handle(FundCommand.ReturnUnspentMoney command, CommandContext context) {
        require(context, FundEvent.UnspentMoneyReturned.class, "asked to give money back");
        apply(new FundEvent.UnspentMoneyReturned(
                fundId,
                command.unspent(),
                money.unspentArrived(command.unspent(), command.slice(), context.effectiveOn(command))));
    }

    /** Frees all that is still set aside for a call; nothing may be. */
    public void releaseAllocation(String callId) {
        List<Slice> slices = money.allocated(callId);
        if (!slices.isEmpty()) {
            FundState.LIFECYCLE.require(state, FundEvent.AllocationReleased.class, "asked to free money");
            apply(new FundEvent.AllocationReleased(fundId, callId, slices));
        }
    }

    @CommandHandler
    void handle(FundCommand.FreezeFund command, CommandContext context) {
        require(context, FundEvent.FundFrozen.class, "frozen");
        apply(new FundEvent.FundFrozen(fundId));
    }

    @CommandHandler
    void handle(FundCommand.UnfreezeFund command, CommandContext context) {
        require(context, FundEvent.FundUnfrozen.class, "unfrozen");
        apply(new FundEvent.FundUnfrozen(fundId));
    }

    @CommandHandler
    void handle(FundCommand.CloseFund command, CommandContext context) {
        require(context, FundEvent.FundClosed.class, "closed");
        if (money.leftPence() > 0) {
            throw Rejection.of(
                    Refusal.MONEY_LEFT,
                    "The fund still has " + Pounds.of(money.leftPence())
                            + " that is free or set aside, or that awards did not spend.");
        }
        apply(new FundEvent.FundClosed(fundId));
    }

    /**
     * Commits money to an award, instalment by instalment, out of what a call set aside or, without one, what is free;
     * of what was there on the day of the award, and ever since.
     *
     * @return the instalments with the money set aside for each
     */
    public List<Instalment> commit(
            String awardId,
            @Nullable String callId,
            String recipient,
            String restriction,
            List<Instalment.Planned> schedule,
            LocalDate on) {
        FundState.LIFECYCLE.require(state, FundEvent.MoneyCommitted.class, "drawn on");
        List<Slice> left = callId == null ? money.drawable(on) : money.allocated(callId, on);
        List<Instalment> instalments = new ArrayList<>();
        for (Instalment.Planned planned : schedule) {
            List<Slice> slices = money.draw(left, on, planned.financialYear(), restriction, planned.amountPence());
            left = Slices.minus(left, slices);
            instalments.add(new Instalment(instalments.size() + 1, planned.dueOn(), slices));
        }
        List<Slice> all = Slices.merged(
                instalments.stream().flatMap(i -> i.slices().stream()).toList());
        apply(new FundEvent.MoneyCommitted(fundId, awardId, callId, recipient, all));
        return List.copyOf(instalments);
    }

    /** Frees what was committed to an award that came to nothing. */
    public void releaseCommitment(String awardId, List<Slice> slices) {
        FundState.LIFECYCLE.require(state, FundEvent.CommitmentReleased.class, "asked to free money");
        if (!money.hasUsed(slices)) {
            // The award was read just before somebody else freed this money, and the fund just after.
            throw new ConcurrencyException("What award " + awardId + " held of fund " + fundId + " is free already.");
        }
        apply(new FundEvent.CommitmentReleased(fundId, awardId, slices));
    }

    /** An instalment becomes payable: refused where money was promised for it that has not arrived. */
    public void cover(String awardId, int instalment, List<Slice> slices) {
        if (money.mayPromisePledges()) {
            FundState.LIFECYCLE.require(state, FundEvent.PaymentCovered.class, "asked for money to pay");
            money.requireArrived(slices);
            apply(new FundEvent.PaymentCovered(fundId, awardId, instalment, slices));
        }
    }

    /** An instalment is payable no more. */
    public void uncover(String awardId, int instalment, List<Slice> slices) {
        if (money.mayPromisePledges()) {
            FundState.LIFECYCLE.require(state, FundEvent.PaymentUncovered.class, "given back what was kept to pay");
            apply(new FundEvent.PaymentUncovered(fundId, awardId, instalment, slices));
        }
    }

    /** An award did not spend some of its money; the governor may free it for others or give it back. */
    public void noteUnspent(String awardId, Unspent unspent, List<Slice> slices) {
        FundState.LIFECYCLE.require(state, FundEvent.UnspentMoneyNoted.class, "given back what an award did not spend");
        apply(new FundEvent.UnspentMoneyNoted(fundId, awardId, unspent, slices));
    }

    /** The organisation that holds it. */
    public String holder() {
        return holder;
    }

    private void require(CommandContext context, Class<? extends FundEvent> event, String deed) {
        context.requireActsFor(holder, "do this with this fund");
        FundState.LIFECYCLE.require(state, event, deed);
    }

    @EventSourcingHandler
    void evolve(
            FundEvent event,
            @Timestamp Instant recordedAt,
            @MetaDataValue(CommandContext.EFFECTIVE_ON) @Nullable String effectiveOn) {
        state = FundState.LIFECYCLE.after(state, event);
        LocalDate day = CommandContext.dayOf(recordedAt, effectiveOn);
        money.evolve(event, day);
        switch (event) {
            case FundEvent.FundOpened e -> {
                fundId = e.fundId();
                holder = e.holder();
            }
            case FundEvent.ContributionPledged e ->
                pledges.add(entry(e.pledge(), e.pledge().restriction(), day));
            case FundEvent.ContributionReceived e ->
                e.slices().forEach(slice -> receipts.add(entry(slice, e.reference(), day)));
            default -> {}
        }
    }

    private static LastEntries.Entry entry(Slice slice, String words, LocalDate day) {
        return new LastEntries.Entry(slice.contributor(), slice.financialYear(), slice.amountPence(), words, day);
    }
}
