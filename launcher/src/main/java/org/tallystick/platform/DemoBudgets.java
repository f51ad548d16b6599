package org.tallystick.platform;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.bid.Budget;
import org.tallystick.bid.CostKind;
import org.tallystick.bid.DirectCosts;
import org.tallystick.bid.Driver;
import org.tallystick.bid.FullCost;
import org.tallystick.bid.Funding;
import org.tallystick.bid.GapCarrier;
import org.tallystick.bid.OverheadStep;
import org.tallystick.bid.Overheads;
import org.tallystick.bid.PriceIndex;
import org.tallystick.bid.Uplift;
import org.tallystick.bid.WorkingTime;
import org.tallystick.bid.YearCost;
import org.tallystick.registry.CostProfile;

/** Budgets that look like those of small organisations: a worker, what the work needs, and its share of the office. */
final class DemoBudgets {

    private static final int BASIS_POINTS = 10_000;
    private static final int GOVERNANCE_TIME = 800;
    private static final long ROUND_PENCE = 100_00;
    private static final Uplift RISE = new Uplift(300, 250);

    private DemoBudgets() {}

    /**
     * A budget that asks for about so much.
     *
     * @param profile what it takes to run the organisation
     * @param targetPence over all years
     * @param capPercent the most overheads that are paid, in percent of direct cost
     * @param seed makes one differ from another
     */
    static Budget of(
            String organisationId,
            CostProfile profile,
            List<FinancialYear> years,
            long targetPence,
            int capPercent,
            int seed) {
        List<Budget.Year> drafts = new ArrayList<>();
        for (FinancialYear year : years) {
            DirectCosts direct = direct(targetPence / years.size(), seed);
            drafts.add(new Budget.Year(
                    year,
                    drafts.isEmpty() ? Uplift.NONE : RISE,
                    direct,
                    overheads(profile, direct),
                    Funding.asking(0)));
        }
        FullCost cost = FullCost.of(new Budget(organisationId, drafts));
        List<Budget.Year> complete = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Budget.Year draft = drafts.get(i);
            YearCost year = cost.years().get(i);
            long most = Math.min(
                    targetPence / drafts.size(), year.capped(capPercent * 100).mostPence());
            complete.add(new Budget.Year(
                    draft.financialYear(),
                    draft.uplift(),
                    draft.directCosts(),
                    draft.overheads(),
                    funding(year.recovery().fullCostPence(), most, seed)));
        }
        return new Budget(organisationId, complete);
    }

    private static DirectCosts direct(long yearPence, int seed) {
        long salary = 26_400_00 + seed % 7 * 650_00L;
        long onCosts = salary * 12 / 100;
        int posts = Math.clamp(yearPence * 58 / (salary + onCosts), 5, 300);
        List<DirectCosts.Spending> spending = List.of(
                new DirectCosts.Spending(
                        CostKind.DELIVERY, "Rooms, food and materials", rounded(yearPence * 9 / 100), false),
                new DirectCosts.Spending(
                        CostKind.PARTICIPANTS,
                        "Travel and thanks for people taking part",
                        rounded(yearPence * 8 / 100),
                        false),
                new DirectCosts.Spending(
                        CostKind.EVALUATION, "Finding out whether it helps", rounded(yearPence * 3 / 100), false),
                new DirectCosts.Spending(CostKind.DELIVERY, "Hours of volunteers", rounded(yearPence * 6 / 100), true));
        List<DirectCosts.Equipment> equipment = seed % 3 == 0
                ? List.of(new DirectCosts.Equipment("Laptop and phone of the worker", 960_00, 4, 1, false))
                : List.of();
        return new DirectCosts(
                List.of(new DirectCosts.Staff("Project worker", WorkingTime.posts(posts), salary, onCosts, false)),
                spending,
                equipment);
    }

    private static Overheads overheads(CostProfile profile, DirectCosts direct) {
        int staff = profile.fullTimeEquivalentHundredths();
        int here = direct.fullTimeEquivalentHundredths();
        int time = Math.clamp((long) here * BASIS_POINTS / Math.max(staff, here * 2), 100, 6_000);
        long pools = profile.overheadPools().stream()
                .mapToLong(CostProfile.OverheadPool::amountPence)
                .sum();
        long elsewhere = Math.max(1_000_00, profile.runningCostPence() - pools - direct.claimedPence());
        List<OverheadStep> steps = List.of(OverheadStep.PREMISES, OverheadStep.CENTRAL, OverheadStep.GOVERNANCE);
        List<Overheads.SharedCost> shared = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            shared.add(new Overheads.SharedCost(
                    steps.get(i),
                    i == 0 ? PriceIndex.NON_PAY : PriceIndex.PAY,
                    profile.overheadPools().get(i)));
        }
        return new Overheads(
                profile.financialYear(),
                1,
                shared,
                Driver.HEADCOUNT,
                new Overheads.ThisProject(0, time),
                List.of(new Overheads.OtherProject(
                        "All our other work",
                        new Overheads.Use(Math.max(10, staff - here), 0, BASIS_POINTS - time - GOVERNANCE_TIME),
                        elsewhere)),
                new Overheads.Space(Math.max(5, staff / 8), 0),
                new Overheads.Use(Math.max(5, staff / 16), 0, GOVERNANCE_TIME),
                Overheads.Use.NOTHING);
    }

    /** What is asked for is never more than the work costs; what is left is carried by reserves and free income. */
    private static Funding funding(long costPence, long targetPence, int seed) {
        long asked = Math.min(rounded(targetPence), seed % 4 == 0 ? costPence : costPence / ROUND_PENCE * ROUND_PENCE);
        long gap = costPence - asked;
        List<Funding.Carried> carried = new ArrayList<>();
        if (gap > 0) {
            long reserves = seed % 2 == 0 ? gap : gap / 2;
            if (reserves > 0) {
                carried.add(new Funding.Carried(GapCarrier.RESERVES, "agreed by the board in spring", reserves));
            }
            if (gap > reserves) {
                carried.add(new Funding.Carried(GapCarrier.UNRESTRICTED_INCOME, "", gap - reserves));
            }
        }
        return new Funding(asked, List.of(), carried);
    }

    private static long rounded(long pence) {
        return Math.max(ROUND_PENCE, pence / ROUND_PENCE * ROUND_PENCE);
    }
}
