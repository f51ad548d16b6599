package org.tallystick.fund;

import java.util.List;
import javax.sql.DataSource;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps what is known of funds beyond their balances, which are the ledger's. */
public final class FundProjection implements Projection {

    // SELECT and not VALUES: the driver joins rows of VALUES into one statement, which may not meet the same key twice.
    private static final String CONTRIBUTION = "INSERT INTO fund_contribution AS c SELECT ?, ?, ?, ?, ?, ?, ?"
            + " ON CONFLICT (fund_id, contributor, financial_year, restriction) DO UPDATE"
            + " SET pledged_pence = greatest(0, c.pledged_pence + excluded.pledged_pence),"
            + " received_pence = c.received_pence + excluded.received_pence";
    private static final String ALLOCATION = "INSERT INTO fund_allocation AS a SELECT ?, ?, ?"
            + " ON CONFLICT (fund_id, call_id) DO UPDATE SET amount_pence = a.amount_pence + excluded.amount_pence";

    private final DataSource source;

    /** Into the live read models. */
    public FundProjection(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "fund";
    }

    @Override
    public boolean handles(Class<?> event) {
        return FundEvent.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Writes writes = new Writes(source);
        for (Recorded recorded : events) {
            write(writes, recorded, (FundEvent) recorded.event());
        }
        writes.flush();
    }

    private static void write(Writes writes, Recorded recorded, FundEvent event) {
        switch (event) {
            case FundEvent.FundOpened e ->
                writes.add(
                        "INSERT INTO fund VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        e.fundId(),
                        e.name(),
                        e.holder(),
                        e.purpose(),
                        e.drawOrder(),
                        e.commitAgainst(),
                        FundState.OPEN,
                        recorded.effectiveOn());
            case FundEvent.ContributionPledged e ->
                contribution(writes, recorded, e, e.pledge(), e.pledge().amountPence(), 0);
            case FundEvent.PledgeWithdrawn e ->
                contribution(writes, recorded, e, e.pledge(), -e.pledge().amountPence(), 0);
            case FundEvent.ContributionReceived e ->
                e.slices().forEach(slice -> contribution(writes, recorded, e, slice, 0, slice.amountPence()));
            case FundEvent.ContributionReturned e -> givenBack(writes, recorded, e);
            case FundEvent.UnspentMoneyReturned e -> givenBack(writes, recorded, e);
            case FundEvent.MoneyAllocated e ->
                writes.add(ALLOCATION, e.fundId(), e.callId(), Slices.sumPence(e.slices()));
            case FundEvent.AllocationReleased e ->
                writes.add(ALLOCATION, e.fundId(), e.callId(), -Slices.sumPence(e.slices()));
            case FundEvent.MoneyCommitted e -> {
                if (e.callId() != null) {
                    writes.add(ALLOCATION, e.fundId(), e.callId(), -Slices.sumPence(e.slices()));
                }
            }
            case FundEvent.FundFrozen e -> state(writes, e, FundState.FROZEN);
            case FundEvent.FundUnfrozen e -> state(writes, e, FundState.OPEN);
            case FundEvent.FundClosed e -> state(writes, e, FundState.CLOSED);
            case FundEvent.CommitmentReleased _,
                    FundEvent.PaymentCovered _,
                    FundEvent.PaymentUncovered _,
                    FundEvent.UnspentMoneyNoted _,
                    FundEvent.UnspentMoneyFreed _ -> {}
        }
    }

    /** What went back is not owed again: the pledge it came with goes down by as much. */
    private static void givenBack(Writes writes, Recorded recorded, FundEvent.Money event) {
        for (Slice slice : event.slices()) {
            contribution(writes, recorded, event, slice, -slice.amountPence(), -slice.amountPence());
        }
    }

    private static void contribution(
            Writes writes, Recorded recorded, FundEvent event, Slice slice, long pledgedPence, long receivedPence) {
        writes.add(
                CONTRIBUTION,
                event.fundId(),
                slice.contributor(),
                slice.financialYear(),
                slice.restriction(),
                pledgedPence,
                receivedPence,
                recorded.position());
    }

    private static void state(Writes writes, FundEvent event, FundState state) {
        writes.add("UPDATE fund SET state = ? WHERE fund_id = ?", state, event.fundId());
    }
}
