package org.tallystick.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.assessment.YearAmount;
import org.tallystick.bid.Budget;
import org.tallystick.bid.DirectCosts;
import org.tallystick.bid.Funding;
import org.tallystick.bid.OverheadStep;
import org.tallystick.bid.Overheads;
import org.tallystick.ledger.Purse.Source;
import org.tallystick.platform.FinancialYear;

/**
 * What is paid of the costs that projects share, by the model: rent by the floor they use, and those who keep the books
 * by their time. Money pays for the work itself first, and what is left of it for what is shared, in proportion.
 */
final class SharedCosts {

    private static final long ROUNDING_PENCE = 100;

    private SharedCosts() {}

    /** So much of a pool, of which there is so much. */
    record Part(String pool, long pence, long ofPence) {}

    /** So much of a pool of an organisation in a year, of which there is so much. */
    record Paid(Source pool, long pence, long ofPence) {}

    /** A project's parts of the pools. */
    static List<Part> of(Overheads overheads) {
        long floor = overheads.thisProject().floorAreaSquareMetres();
        long time = overheads.thisProject().timeBasisPoints();
        long allFloor = floor;
        long allTime = time;
        for (Overheads.OtherProject other : overheads.otherProjects()) {
            allFloor += other.use().floorAreaSquareMetres();
            allTime += other.use().timeBasisPoints();
        }
        List<Part> parts = new ArrayList<>();
        for (Overheads.SharedCost cost : overheads.sharedCosts()) {
            boolean premises = cost.step() == OverheadStep.PREMISES;
            long all = cost.pool().amountPence();
            parts.add(new Part(
                    cost.pool().name(), premises ? exactly(all * floor, allFloor) : exactly(all * time, allTime), all));
        }
        return parts;
    }

    private static long exactly(long product, long divisor) {
        Impossible.unless(product % divisor == 0, "these histories have no odd pennies in what is shared");
        return product / divisor;
    }

    /** What an award of so much by year pays of the shared costs of a bid. */
    static List<Paid> paid(ModelCall.Bid bid, List<YearAmount> amounts) {
        List<Paid> all = new ArrayList<>();
        for (Budget budget : bid.budgets()) {
            String organisation = budget.organisationId();
            for (Budget.Year year : budget.years()) {
                long money = year.funding().otherIncome().stream()
                        .mapToLong(Funding.OtherIncome::amountPence)
                        .sum();
                money += given(bid, organisation, year.financialYear(), amounts);
                for (DirectCosts.Spending own : year.directCosts().spending()) {
                    money -= own.amountPence();
                }
                all.addAll(paid(organisation, year, money));
            }
        }
        return all;
    }

    /** What one of those who make a bid gets of an award in a year: as they ask, in proportion and to the penny. */
    static long given(ModelCall.Bid bid, String organisation, FinancialYear year, List<YearAmount> amounts) {
        Map<Source, Long> asked = new LinkedHashMap<>();
        for (Budget budget : bid.budgets()) {
            long pence = ModelCall.Bid.asked(budget, year);
            if (pence > 0) {
                asked.put(new Source(budget.organisationId(), year.startYear(), "asked"), pence);
            }
        }
        long given = amounts.stream()
                .filter(amount -> amount.financialYear().equals(year))
                .mapToLong(YearAmount::amountPence)
                .sum();
        return Purse.part(asked, given, false).getOrDefault(new Source(organisation, year.startYear(), "asked"), 0L);
    }

    private static List<Paid> paid(String applicant, Budget.Year year, long moneyPence) {
        Map<Source, Long> parts = new LinkedHashMap<>();
        Map<Source, Long> pools = new LinkedHashMap<>();
        for (Part part : of(year.overheads())) {
            Source pool = new Source(applicant, year.financialYear().startYear(), part.pool());
            pools.put(pool, part.ofPence());
            if (part.pence() > 0) {
                parts.put(pool, part.pence());
            }
        }
        long pence = Math.min(moneyPence, Purse.total(parts));
        List<Paid> paid = new ArrayList<>();
        if (pence > 0) {
            Purse.part(parts, pence, false)
                    .forEach((pool, some) -> paid.add(new Paid(pool, some, pools.getOrDefault(pool, 0L))));
        }
        return paid;
    }

    /** Whether what others pay of the same pools leaves room for some more, to the pound. */
    static boolean once(List<Paid> more, List<Paid> others) {
        return more.stream().allMatch(paid -> {
            BigInteger pence = BigInteger.valueOf(paid.pence() - paid.ofPence() - ROUNDING_PENCE);
            BigInteger divisor = BigInteger.ONE;
            for (Paid other : others) {
                if (other.pool().equals(paid.pool())) {
                    // A share of a pool that was another sum then is the same share of what it is now.
                    BigInteger of = BigInteger.valueOf(other.ofPence());
                    BigInteger now = BigInteger.valueOf(other.pence()).multiply(BigInteger.valueOf(paid.ofPence()));
                    pence = pence.multiply(of).add(now.multiply(divisor));
                    divisor = divisor.multiply(of);
                }
            }
            return pence.signum() < 0;
        });
    }
}
