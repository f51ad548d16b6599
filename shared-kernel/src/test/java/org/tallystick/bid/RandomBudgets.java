package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tallystick.bid.DirectCosts.Equipment;
import org.tallystick.bid.DirectCosts.Spending;
import org.tallystick.bid.DirectCosts.Staff;
import org.tallystick.bid.Overheads.OtherProject;
import org.tallystick.bid.Overheads.SharedCost;
import org.tallystick.bid.Overheads.Space;
import org.tallystick.bid.Overheads.ThisProject;
import org.tallystick.bid.Overheads.Use;
import org.tallystick.platform.FinancialYear;
import org.tallystick.registry.CostProfile.OverheadPool;

/** Organisations as they might be, some of them odd: without rooms, without governance, with projects without staff. */
final class RandomBudgets {

    private static final int ALL_TIME = 10_000;

    private final Random random;

    RandomBudgets(Random random) {
        this.random = random;
    }

    DirectCosts directCosts() {
        List<Staff> staff = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            WorkingTime time = random.nextBoolean()
                    ? WorkingTime.posts(random.nextInt(1, 400))
                    : WorkingTime.weeklyHours(random.nextInt(1, 7_400), random.nextInt(3_000, 4_100));
            staff.add(
                    new Staff("Post " + i, time, random.nextLong(1, 60_000_00), random.nextLong(10_000_00), given(i)));
        }
        List<Spending> spending = new ArrayList<>();
        CostKind[] kinds = {CostKind.DELIVERY, CostKind.PARTICIPANTS, CostKind.EVALUATION};
        for (int i = random.nextInt(8); i > 0; i--) {
            spending.add(new Spending(
                    kinds[random.nextInt(kinds.length)], "Spending " + i, random.nextLong(1, 20_000_00), given(i + 1)));
        }
        List<Equipment> equipment = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int years = random.nextInt(2, 11);
            equipment.add(new Equipment(
                    "Thing " + i, random.nextLong(1, 9_000_00), years, random.nextInt(1, years + 1), given(i + 1)));
        }
        return new DirectCosts(staff, spending, equipment);
    }

    /** The first line is always claimed. */
    private boolean given(int i) {
        return i > 1 && random.nextInt(6) == 0;
    }

    Overheads overheads() {
        int others = random.nextInt(1, 9);
        List<Integer> time = shares(others + 3);
        List<OtherProject> projects = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            projects.add(new OtherProject("Project " + i, use(time.get(i)), random.nextLong(1, 300_000_00)));
        }
        return new Overheads(
                WorkedCase.YEAR,
                1,
                pools(),
                random.nextBoolean() ? Driver.HEADCOUNT : Driver.FLOOR_AREA,
                new ThisProject(random.nextInt(1, 200), time.get(others)),
                projects,
                new Space(random.nextInt(300), random.nextInt(100)),
                use(time.get(others + 1)),
                random.nextBoolean() ? use(time.get(others + 2)) : new Use(0, 0, time.get(others + 2)));
    }

    private Use use(int time) {
        return new Use(random.nextInt(3) == 0 ? 0 : random.nextInt(1_000), random.nextInt(300), time);
    }

    private List<SharedCost> pools() {
        List<SharedCost> pools = new ArrayList<>();
        PriceIndex[] indexes = PriceIndex.values();
        for (OverheadStep step : OverheadStep.values()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                long pence = random.nextInt(8) == 0 ? 0 : random.nextLong(1, 200_000_00);
                pools.add(new SharedCost(
                        step,
                        indexes[random.nextInt(indexes.length)],
                        new OverheadPool(step.title() + " " + i, pence, "Accounts")));
            }
        }
        return pools;
    }

    /** Some that add up to 100%; a few of them nothing. */
    private List<Integer> shares(int count) {
        List<Integer> cuts = new ArrayList<>(List.of(0, ALL_TIME));
        for (int i = 1; i < count; i++) {
            cuts.add(random.nextInt(5) == 0 ? 0 : random.nextInt(ALL_TIME + 1));
        }
        cuts.sort(null);
        List<Integer> shares = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            shares.add(cuts.get(i) - cuts.get(i - 1));
        }
        return shares;
    }

    List<Uplift> uplifts() {
        List<Uplift> uplifts = new ArrayList<>();
        for (int i = random.nextInt(1, 7); i > 0; i--) {
            uplifts.add(
                    random.nextInt(4) == 0 ? Uplift.NONE : new Uplift(random.nextInt(1_500), random.nextInt(1_500)));
        }
        return uplifts;
    }

    Budget budget() {
        List<Budget.Year> years = new ArrayList<>();
        for (Uplift uplift : uplifts()) {
            years.add(new Budget.Year(
                    new FinancialYear(WorkedCase.YEAR.startYear() + years.size()),
                    uplift,
                    directCosts(),
                    overheads(),
                    Funding.asking(random.nextLong(1, 300_000_00))));
        }
        return new Budget(WorkedCase.ORGANISATION, years);
    }
}
