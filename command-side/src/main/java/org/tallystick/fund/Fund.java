package org.tallystick.fund;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
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
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class Fund {

    // Null until the first event: an aggregate that seems to have an id already is stored under that one.
    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String fundId;

    private String holder = "";
    private @Nullable FundState state;
    private DrawOrder drawOrder = DrawOrder.PRO_RATA;
    private CommitAgainst commitAgainst = CommitAgainst.RECEIVED;
    private List<Slice> received = new ArrayList<>();
    private List<Slice> pledged = new ArrayList<>();
    private List<Slice> used = new ArrayList<>();
    private Map<String, List<Slice>> allocated = new LinkedHashMap<>();

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
        apply(new FundEvent.ContributionPledged(
                fundId,
                new Slice(
                        command.contributor(), command.financialYear(), command.restriction(), command.amountPence())));
    }

    @CommandHandler
    void handle(FundCommand.ReceiveContribution command, CommandContext context) {
        context.requireActsFor(holder, "do this with this fund");
        receive(
                new Slice(command.contributor(), command.financialYear(), command.restriction(), command.amountPence()),
                command.reference());
    }

    /** Money arrived. */
    public void receive(Slice slice, String reference) {
        FundState.LIFECYCLE.require(state, FundEvent.ContributionReceived.class, "given money");
        apply(new FundEvent.ContributionReceived(fundId, List.of(slice), reference));
    }

    @CommandHandler
    void handle(FundCommand.ReturnContribution command, CommandContext context) {
        require(context, FundEvent.ContributionReturned.class, "asked to give money back");
        List<Slice> free = free(received).stream()
                .filter(slice -> slice.contributor().equals(command.contributor()))
                .toList();
        apply(new FundEvent.ContributionReturned(
                fundId, draw(free, command.financialYear(), command.restriction(), command.amountPence())));
    }

    @CommandHandler
    void handle(FundCommand.AllocateToCall command, CommandContext context) {
        require(context, FundEvent.MoneyAllocated.class, "drawn on");
        apply(new FundEvent.MoneyAllocated(
                fundId,
                command.callId(),
                draw(drawable(), command.financialYear(), command.restriction(), command.amountPence())));
    }

    @CommandHandler
    void handle(FundCommand.ReleaseAllocation command, CommandContext context) {
        require(context, FundEvent.AllocationReleased.class, "asked to free money");
        List<Slice> slices = allocated.getOrDefault(command.callId(), List.of());
        if (slices.isEmpty()) {
            throw Rejection.of(
                    Refusal.NOT_FOUND,
                    "callId",
                    "Nothing is set aside for call " + command.callId() + " in this fund.");
        }
        apply(new FundEvent.AllocationReleased(fundId, command.callId(), slices));
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
        long left = Slices.sumPence(free(received))
                + allocated.values().stream().mapToLong(Slices::sumPence).sum();
        if (left > 0) {
            throw Rejection.of(
                    Refusal.MONEY_LEFT, "The fund still has " + Pounds.of(left) + " that is free or set aside.");
        }
        apply(new FundEvent.FundClosed(fundId));
    }

    /**
     * Commits money to an award, instalment by instalment, out of what a call set aside or, without one, what is free.
     *
     * @return the instalments with the money set aside for each
     */
    public List<Instalment> commit(
            String awardId,
            @Nullable String callId,
            String recipient,
            String restriction,
            List<Instalment.Planned> schedule) {
        FundState.LIFECYCLE.require(state, FundEvent.MoneyCommitted.class, "drawn on");
        List<Slice> left = callId == null ? drawable() : allocated.getOrDefault(callId, List.of());
        List<Instalment> instalments = new ArrayList<>();
        for (Instalment.Planned planned : schedule) {
            List<Slice> slices = draw(left, planned.financialYear(), restriction, planned.amountPence());
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
        apply(new FundEvent.CommitmentReleased(fundId, awardId, slices));
    }

    /** The organisation that holds it. */
    public String holder() {
        return holder;
    }

    private void require(CommandContext context, Class<? extends FundEvent> event, String deed) {
        context.requireActsFor(holder, "do this with this fund");
        FundState.LIFECYCLE.require(state, event, deed);
    }

    private List<Slice> drawable() {
        return free(commitAgainst == CommitAgainst.RECEIVED ? received : greaterOf(received, pledged));
    }

    private List<Slice> free(List<Slice> base) {
        return Slices.minusAtMost(base, used);
    }

    private List<Slice> draw(List<Slice> from, FinancialYear year, String restriction, long amountPence) {
        List<Slice> fitting = from.stream()
                .filter(s -> s.financialYear().equals(year) && s.restriction().equals(restriction))
                .toList();
        long there = Slices.sumPence(fitting);
        if (there < amountPence) {
            throw Rejection.of(
                    Refusal.NOT_ENOUGH_MONEY,
                    "amountPence",
                    "%s was asked for, and %s is free for %s (%s)."
                            .formatted(Pounds.of(amountPence), Pounds.of(there), year, restriction));
        }
        return Slices.take(fitting, amountPence, drawOrder);
    }

    @EventSourcingHandler
    void evolve(FundEvent event) {
        state = FundState.LIFECYCLE.after(state, event);
        switch (event) {
            case FundEvent.FundOpened e -> {
                fundId = e.fundId();
                holder = e.holder();
                drawOrder = e.drawOrder();
                commitAgainst = e.commitAgainst();
            }
            case FundEvent.ContributionPledged e -> pledged = Slices.plus(pledged, List.of(e.pledge()));
            case FundEvent.ContributionReceived e -> received = Slices.plus(received, e.slices());
            case FundEvent.ContributionReturned e -> {
                received = Slices.minus(received, e.slices());
                pledged = Slices.minusAtMost(pledged, e.slices());
            }
            case FundEvent.MoneyAllocated e -> {
                used = Slices.plus(used, e.slices());
                allocated.merge(e.callId(), e.slices(), Slices::plus);
            }
            case FundEvent.AllocationReleased e -> {
                used = Slices.minus(used, e.slices());
                allocated.computeIfPresent(e.callId(), (call, slices) -> Slices.minus(slices, e.slices()));
            }
            case FundEvent.MoneyCommitted e -> {
                if (e.callId() == null) {
                    used = Slices.plus(used, e.slices());
                } else {
                    allocated.computeIfPresent(e.callId(), (call, slices) -> Slices.minus(slices, e.slices()));
                }
            }
            case FundEvent.CommitmentReleased e -> used = Slices.minus(used, e.slices());
            case FundEvent.FundFrozen _, FundEvent.FundUnfrozen _, FundEvent.FundClosed _ -> {}
        }
    }

    private static List<Slice> greaterOf(List<Slice> some, List<Slice> others) {
        return Slices.plus(some, Slices.minusAtMost(others, some));
    }
}
