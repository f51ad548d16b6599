package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.bid.Overheads.OtherProject;
import org.tallystick.bid.Overheads.SharedCost;
import org.tallystick.bid.Overheads.Space;
import org.tallystick.bid.Overheads.ThisProject;
import org.tallystick.bid.Overheads.Use;

/** Hundreds of random organisations against the rules written out slowly, in exact fractions. */
class RandomBudgetsTest {

    private static final int ROUNDS = 400;

    private final long seed = Long.getLong("tallystick.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final RandomBudgets budgets = new RandomBudgets(random);

    @BeforeEach
    void say() {
        System.out.println("RandomBudgetsTest seed " + seed);
    }

    @Test
    void every_step_is_divided_as_the_fractions_say() {
        for (int round = 0; round < ROUNDS; round++) {
            Overheads overheads = budgets.overheads();
            int people = random.nextInt(1, 1_000);
            long direct = random.nextLong(1, 200_000_00);

            StepDown stepDown = StepDown.of(overheads, people, direct);

            Map<OverheadStep, Map<String, Long>> model = model(overheads, people, direct);
            Map<OverheadStep, Map<String, Long>> found = new EnumMap<>(OverheadStep.class);
            stepDown.steps().forEach(step -> found.put(step.step(), parts(step)));
            assertThat(found).as("%s, %d, %d", overheads, people, direct).isEqualTo(model);
        }
    }

    @Test
    void all_pools_end_with_the_projects_and_no_penny_is_lost() {
        for (int round = 0; round < ROUNDS; round++) {
            Overheads overheads = budgets.overheads();

            StepDown stepDown = StepDown.of(overheads, random.nextInt(1, 1_000), random.nextLong(1, 200_000_00));

            List<String> steps =
                    Stream.of(OverheadStep.values()).map(OverheadStep::title).toList();
            assertThat(stepDown.steps())
                    .allSatisfy(step -> assertThat(step.bearers().stream()
                                    .mapToLong(StepDown.Bearer::pence)
                                    .sum())
                            .isEqualTo(step.totalPence()));
            assertThat(stepDown.steps().stream()
                            .flatMap(step -> step.bearers().stream())
                            .filter(bearer -> !steps.contains(bearer.title()))
                            .mapToLong(StepDown.Bearer::pence)
                            .sum())
                    .isEqualTo(pools(overheads));
            stepDown.steps()
                    .forEach(step -> assertThat(stepDown.shares().stream()
                                    .filter(share -> share.step() == step.step())
                                    .mapToLong(StepDown.Share::pence)
                                    .sum())
                            .isEqualTo(step.pence()));
        }
    }

    @Test
    void every_year_rises_as_the_fractions_say_and_no_line_is_lost() {
        for (int round = 0; round < ROUNDS; round++) {
            Budget budget = budgets.budget();

            FullCost cost = FullCost.of(budget);

            List<Uplift> rises = new ArrayList<>();
            for (int i = 0; i < budget.years().size(); i++) {
                rises.add(budget.years().get(i).uplift());
                YearCost year = cost.years().get(i);
                DirectCosts lines = budget.years().get(i).directCosts();
                assertThat(year.direct().size() + year.inKind().size())
                        .isEqualTo(lines.lines().size());
                assertThat(year.direct().stream()
                                .mapToLong(figure -> figure.sum().todayPence())
                                .sum())
                        .isEqualTo(lines.claimedPence());
                List<PricedSum> sums = sums(year);
                List<Fraction> exact =
                        sums.stream().map(sum -> risen(sum, rises)).toList();
                long total =
                        exact.stream().reduce(Fraction.NONE, Fraction::plus).rounded();
                assertThat(year.fullCostPence()).as("%s", budget).isEqualTo(total);
                assertThat(sums).extracting(PricedSum::pence).isEqualTo(Fraction.whole(total, exact));
            }
        }
    }

    @Test
    void the_order_of_the_lines_moves_the_odd_penny_and_no_more() {
        for (int round = 0; round < ROUNDS; round++) {
            Budget.Year year = budgets.budget().years().getFirst();
            YearCost one = WorkedCase.costOf(year);

            YearCost other = WorkedCase.costOf(new Budget.Year(
                    year.financialYear(),
                    year.uplift(),
                    shuffled(year.directCosts()),
                    year.overheads(),
                    year.funding()));

            assertThat(other.fullCostPence()).isEqualTo(one.fullCostPence());
            assertThat(other.steps()).isEqualTo(one.steps());
            Map<String, Long> others = new LinkedHashMap<>();
            other.direct()
                    .forEach(figure ->
                            others.put(figure.description(), figure.sum().pence()));
            assertThat(one.direct())
                    .allSatisfy(figure -> assertThat(others.getOrDefault(figure.description(), 0L)
                                    - figure.sum().pence())
                            .isBetween(-1L, 1L));
        }
    }

    @Test
    void all_projects_of_an_organisation_are_paid_in_full_and_none_twice() {
        for (int round = 0; round < ROUNDS; round++) {
            Overheads overheads = budgets.overheads();
            List<PoolShare> elsewhere = new ArrayList<>();
            for (OtherProject other : overheads.otherProjects()) {
                elsewhere.addAll(paidInFull(seenFrom(other, overheads), other));
            }
            OtherProject ours = ours(overheads);
            List<PoolShare> shares = paidInFull(overheads, ours);

            assertThat(PoolShare.overruns(shares, elsewhere))
                    .as("%s", overheads)
                    .isEmpty();
            elsewhere.addAll(shares);
            assertThat(PoolShare.overruns(shares, elsewhere))
                    .extracting(PoolShare.Overrun::share)
                    .containsAll(shares.stream()
                            .filter(share -> share.recoveredPence() > 2 * PoolShare.ROUNDING_PENCE)
                            .toList());
        }
    }

    /**
     * Heaps of money by name, each with a little heap per pool. Every step's little heaps are divided one by one and
     * put on those of all after it. What each gets of a step.
     */
    private static Map<OverheadStep, Map<String, Long>> model(Overheads overheads, int people, long direct) {
        Map<String, Use> uses = uses(overheads, people);
        Map<String, Long> directs = new LinkedHashMap<>(Map.of("This project", direct));
        overheads.otherProjects().forEach(other -> directs.put(other.title(), other.directCostPence()));
        Map<String, long[]> heaps = new LinkedHashMap<>();
        int pools = overheads.sharedCosts().size();
        uses.keySet().forEach(title -> heaps.put(title, new long[pools]));
        Map<OverheadStep, Map<String, Long>> divided = new EnumMap<>(OverheadStep.class);
        for (OverheadStep step : OverheadStep.values()) {
            long[] heap = heap(overheads, step, heaps);
            uses.remove(step.title());
            heaps.remove(step.title());
            Map<String, Long> figures = new LinkedHashMap<>();
            uses.forEach((title, use) -> figures.put(
                    title,
                    switch (step) {
                        case PREMISES ->
                            overheads.premisesDriver() == Driver.HEADCOUNT
                                    ? (long) use.fullTimeEquivalentHundredths()
                                    : (long) use.floorAreaSquareMetres();
                        case CENTRAL -> (long) use.timeBasisPoints();
                        case GOVERNANCE, FUNDRAISING ->
                            directs.getOrDefault(title, 0L)
                                    + LongStream.of(heap(overheads, title, heaps))
                                            .sum();
                    }));
            if (LongStream.of(heap).sum() > 0) {
                divided.put(step, divided(heap, figures, heaps));
            }
        }
        return divided;
    }

    private static Map<String, Use> uses(Overheads overheads, int people) {
        Map<String, Use> uses = new LinkedHashMap<>();
        ThisProject ours = overheads.thisProject();
        uses.put("This project", new Use(people, ours.floorAreaSquareMetres(), ours.timeBasisPoints()));
        overheads.otherProjects().forEach(other -> uses.put(other.title(), other.use()));
        Space central = overheads.central();
        uses.put(
                OverheadStep.CENTRAL.title(),
                new Use(central.fullTimeEquivalentHundredths(), central.floorAreaSquareMetres(), 0));
        uses.put(OverheadStep.GOVERNANCE.title(), overheads.governance());
        uses.put(OverheadStep.FUNDRAISING.title(), overheads.fundraising());
        return uses;
    }

    private static long[] heap(Overheads overheads, OverheadStep step, Map<String, long[]> heaps) {
        return heap(overheads, step.title(), heaps);
    }

    /** What somebody received, and of a step its own pools. */
    private static long[] heap(Overheads overheads, String title, Map<String, long[]> heaps) {
        int pools = overheads.sharedCosts().size();
        long[] heap = heaps.getOrDefault(title, new long[pools]).clone();
        for (int pool = 0; pool < pools; pool++) {
            SharedCost cost = overheads.sharedCosts().get(pool);
            heap[pool] += cost.step().title().equals(title) ? cost.pool().amountPence() : 0;
        }
        return heap;
    }

    private static Map<String, Long> divided(long[] heap, Map<String, Long> figures, Map<String, long[]> heaps) {
        long all = figures.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> parts = new LinkedHashMap<>();
        for (int pool = 0; pool < heap.length; pool++) {
            Fraction whole = Fraction.of(heap[pool]);
            List<Long> pence = Fraction.whole(
                    heap[pool],
                    figures.values().stream()
                            .map(figure -> whole.times(Fraction.of(figure, all)))
                            .toList());
            int next = 0;
            for (String title : figures.keySet()) {
                parts.merge(title, pence.get(next), Long::sum);
                heaps.getOrDefault(title, new long[0])[pool] += pence.get(next++);
            }
        }
        parts.keySet().removeIf(title -> figures.getOrDefault(title, 0L) == 0 && !title.equals("This project"));
        return parts;
    }

    private static Map<String, Long> parts(StepDown.Step step) {
        Map<String, Long> parts = new LinkedHashMap<>();
        step.bearers().forEach(bearer -> parts.put(bearer.title(), bearer.pence()));
        return parts;
    }

    private static long pools(Overheads overheads) {
        return overheads.sharedCosts().stream()
                .map(SharedCost::pool)
                .mapToLong(pool -> pool.amountPence())
                .sum();
    }

    private static List<PricedSum> sums(YearCost year) {
        return Stream.concat(
                        year.direct().stream().map(YearCost.DirectFigure::sum),
                        year.overheads().stream().map(YearCost.OverheadFigure::sum))
                .toList();
    }

    private static Fraction risen(PricedSum sum, List<Uplift> rises) {
        Fraction risen = Fraction.of(sum.todayPence());
        for (Uplift rise : rises) {
            int basisPoints = switch (sum.index()) {
                case PAY -> rise.payBasisPoints();
                case NON_PAY -> rise.nonPayBasisPoints();
                case NONE -> 0;
            };
            risen = risen.times(Fraction.of(10_000L + basisPoints, 10_000));
        }
        return risen;
    }

    private DirectCosts shuffled(DirectCosts costs) {
        List<DirectCosts.Staff> staff = new ArrayList<>(costs.staff());
        List<DirectCosts.Spending> spending = new ArrayList<>(costs.spending());
        List<DirectCosts.Equipment> equipment = new ArrayList<>(costs.equipment());
        Collections.shuffle(staff, random);
        Collections.shuffle(spending, random);
        Collections.shuffle(equipment, random);
        return new DirectCosts(staff, spending, equipment);
    }

    /** Our own project as others see it: half a post at £20,000 in the costs of {@link #paidInFull}. */
    private static OtherProject ours(Overheads overheads) {
        ThisProject ours = overheads.thisProject();
        return new OtherProject(
                "Our project", new Use(50, ours.floorAreaSquareMetres(), ours.timeBasisPoints()), 10_000_00);
    }

    /** The same organisation, with another of its projects as the one that bids. */
    private static Overheads seenFrom(OtherProject project, Overheads overheads) {
        List<OtherProject> others = new ArrayList<>(overheads.otherProjects());
        others.set(others.indexOf(project), ours(overheads));
        return new Overheads(
                overheads.profileYear(),
                1,
                overheads.sharedCosts(),
                overheads.premisesDriver(),
                new ThisProject(
                        project.use().floorAreaSquareMetres(), project.use().timeBasisPoints()),
                others,
                overheads.central(),
                overheads.governance(),
                overheads.fundraising());
    }

    private static List<PoolShare> paidInFull(Overheads overheads, OtherProject as) {
        StepDown stepDown = StepDown.of(overheads, as.use().fullTimeEquivalentHundredths(), as.directCostPence());
        Map<SharedCost, Long> pools = new LinkedHashMap<>();
        stepDown.shares().forEach(share -> pools.merge(share.cost(), share.pence(), Long::sum));
        return pools.entrySet().stream()
                .map(entry -> new PoolShare(
                        WorkedCase.ORGANISATION,
                        WorkedCase.YEAR,
                        entry.getKey().pool().name(),
                        entry.getValue(),
                        entry.getKey().pool().amountPence()))
                .toList();
    }
}
