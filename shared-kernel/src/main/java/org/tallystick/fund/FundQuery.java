package org.tallystick.fund;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;

/** Questions about funds. */
public sealed interface FundQuery {

    /** Funds the asker may see, by name: those their organisation holds or gives to; all of them for auditors. */
    record Funds(@Nullable String search, int page, int size) implements FundQuery, Query<Paged<FundSummary>> {}

    /** One fund with what it got, what it did with it, and how it runs down. */
    record OneFund(String fundId) implements FundQuery, Query<FundView> {}

    /**
     * A fund at a glance; all sums in pence, from the ledger.
     *
     * @param restrictions what its contributions may be spent on, each once
     * @param free what can be set aside or awarded now, by year and restriction, the earliest year first
     */
    record FundSummary(
            String fundId,
            String name,
            String holder,
            String holderName,
            FundState state,
            Balance balance,
            long pledgedPence,
            List<String> restrictions,
            List<FreeMoney> free) {}

    /** What is free of a fund's money for a year under a restriction; pledges too where its rules let them count. */
    record FreeMoney(FinancialYear financialYear, String restriction, long amountPence) {}

    /** Where a fund's money is: what was received is the sum of all other parts. */
    record Balance(
            long receivedPence,
            long availablePence,
            long allocatedPence,
            long committedPence,
            long obligatedPence,
            long payablePence,
            long paidPence,
            long returnedPence,
            long lapsedPence) {}

    /** A fund in full. */
    record FundView(
            FundSummary summary,
            String purpose,
            DrawOrder drawOrder,
            CommitAgainst commitAgainst,
            List<Contribution> contributions,
            List<Allocation> allocations,
            List<UnspentMoney> unspent,
            List<BurnPoint> burnDown) {}

    /** What one contributor pledged and gave for a year under a restriction. */
    record Contribution(
            String contributor,
            String contributorName,
            FinancialYear financialYear,
            String restriction,
            long pledgedPence,
            long receivedPence) {}

    /** What is set aside for a call; its title is the id where there is no such call here. */
    record Allocation(String callId, String title, long amountPence) {}

    /** What awards did not spend of one contributor's money for a year under a restriction; still to be decided. */
    record UnspentMoney(
            Unspent unspent,
            String contributor,
            String contributorName,
            FinancialYear financialYear,
            String restriction,
            long amountPence) {}

    /** Where the fund stood at the end of a month (or today): received, promised to awards, and paid so far. */
    record BurnPoint(LocalDate day, long receivedPence, long committedPence, long paidPence) {}
}
