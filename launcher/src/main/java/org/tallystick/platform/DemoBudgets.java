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

/** Budgets that look like those of small organisations: who works, what the work needs, and its share of the office. */
final class DemoBudgets {

    private static final int BASIS_POINTS = 10_000;
    private static final int GOVERNANCE_TIME = 800;
    private static final long ROUND_PENCE = 100_00;
    private static final int FULL_WEEK_HUNDREDTHS = 3_700;
    private static final long TWO_PEOPLE_PENCE = 9_000_00;
    private static final List<String> ROLES = List.of(
            "Project worker",
            "Support worker",
            "Peer worker, trained and supervised",
            "Family worker",
            "Adviser",
            "Outreach worker",
            "Group leader");
    private static final List<String> NEEDS = List.of(
            "Hire of rooms",
            "Food for shared meals",
            "Materials and tools",
            "Travel of workers",
            "Interpreting and translation",
            "Training and supervision");
    private static final List<String> THANKS = List.of(
            "Fees for people with lived experience who run it",
            "Fares and childcare for people taking part",
            "Fares, phone credit and vouchers for people taking part");
    private static final List<String> LEARNING = List.of(
            "Finding out what has changed, with those who took part",
            "Somebody from outside who looks at it twice a year");
    private static final List<String> GIVEN =
            List.of("Hours of volunteers", "A room lent by the church", "Time of trustees with a trade");
    private static final List<String> OTHER_FUNDERS =
            List.of("Calder Vale Community Trust", "A family foundation in Thornley", "Collections and members");
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

    /** So much in the pound on staff, by the kind of work, and on what it needs; some ask for all, some cannot. */
    private static DirectCosts direct(long yearPence, int seed) {
        int staffPercent = 44 + seed % 5 * 4;
        int rest = 78 + seed * 7 % 6 * 3 - staffPercent;
        List<DirectCosts.Spending> spending = new ArrayList<>();
        spending.add(spent(CostKind.DELIVERY, NEEDS.get(seed % NEEDS.size()), yearPence, rest * 30));
        spending.add(spent(CostKind.DELIVERY, NEEDS.get((seed + 3) % NEEDS.size()), yearPence, rest * 15));
        spending.add(spent(CostKind.PARTICIPANTS, THANKS.get(seed % THANKS.size()), yearPence, rest * 40));
        spending.add(spent(CostKind.EVALUATION, LEARNING.get(seed % LEARNING.size()), yearPence, rest * 15));
        if (seed % 4 != 3) {
            spending.add(new DirectCosts.Spending(
                    CostKind.DELIVERY, GIVEN.get(seed % GIVEN.size()), rounded(yearPence * 6 / 100), true));
        }
        List<DirectCosts.Equipment> equipment = seed % 3 == 0
                ? List.of(new DirectCosts.Equipment("Laptop and phone of the worker", 960_00, 4, 1, false))
                : List.of();
        return new DirectCosts(staff(yearPence * staffPercent / 100, seed), spending, equipment);
    }

    /** One person, or somebody who holds it together as well; some by the hour. */
    private static List<DirectCosts.Staff> staff(long pence, int seed) {
        String role = ROLES.get(seed % ROLES.size());
        long salary = 25_400_00 + seed % 7 * 650_00L;
        boolean two = pence > TWO_PEOPLE_PENCE && seed % 3 != 0;
        List<DirectCosts.Staff> staff = new ArrayList<>();
        staff.add(post(role, two ? pence * 72 / 100 : pence, salary, seed % 5 == 2));
        if (two) {
            staff.add(post("Coordinator", pence * 28 / 100, salary + 4_800_00, false));
        }
        return staff;
    }

    private static DirectCosts.Staff post(String role, long pence, long salary, boolean byTheHour) {
        long onCosts = salary * 12 / 100;
        int posts = Math.clamp(pence * 100 / (salary + onCosts), 5, 300);
        WorkingTime time = byTheHour
                ? WorkingTime.weeklyHours(posts * FULL_WEEK_HUNDREDTHS / 100, FULL_WEEK_HUNDREDTHS)
                : WorkingTime.posts(posts);
        return new DirectCosts.Staff(role, time, salary, onCosts, false);
    }

    private static DirectCosts.Spending spent(CostKind kind, String what, long yearPence, int basisPoints) {
        return new DirectCosts.Spending(kind, what, rounded(yearPence * basisPoints / BASIS_POINTS), false);
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
        List<Funding.OtherIncome> others = seed % 6 == 4
                ? List.of(new Funding.OtherIncome(
                        OTHER_FUNDERS.get(seed % OTHER_FUNDERS.size()), rounded(costPence * 8 / 100)))
                : List.of();
        long open = costPence
                - others.stream().mapToLong(Funding.OtherIncome::amountPence).sum();
        long asked = Math.min(rounded(targetPence), seed % 4 == 0 ? open : open / ROUND_PENCE * ROUND_PENCE);
        long gap = open - asked;
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
        return new Funding(asked, others, carried);
    }

    private static long rounded(long pence) {
        return Math.max(ROUND_PENCE, pence / ROUND_PENCE * ROUND_PENCE);
    }
}
