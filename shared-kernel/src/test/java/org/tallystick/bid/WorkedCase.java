package org.tallystick.bid;

import java.util.List;
import java.util.stream.IntStream;
import org.tallystick.bid.DirectCosts.Equipment;
import org.tallystick.bid.DirectCosts.Spending;
import org.tallystick.bid.DirectCosts.Staff;
import org.tallystick.bid.Overheads.OtherProject;
import org.tallystick.bid.Overheads.SharedCost;
import org.tallystick.bid.Overheads.Space;
import org.tallystick.bid.Overheads.ThisProject;
import org.tallystick.bid.Overheads.Use;
import org.tallystick.platform.FinancialYear;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;

/** An organisation with the projects A, B and C: the case that the trustees' page tells. */
final class WorkedCase {

    static final String ORGANISATION = "GB-CHC-9000142";
    static final FinancialYear YEAR = new FinancialYear(2026);
    static final Uplift THREE_PERCENT = new Uplift(300, 300);

    static final List<SharedCost> POOLS = List.of(
            shared(OverheadStep.PREMISES, PriceIndex.NON_PAY, 40_000_00),
            shared(OverheadStep.CENTRAL, PriceIndex.PAY, 48_000_00),
            shared(OverheadStep.GOVERNANCE, PriceIndex.PAY, 22_000_00));

    static final CostProfile PROFILE =
            new CostProfile(YEAR, POOLS.stream().map(SharedCost::pool).toList(), 800, 37, 330_000_00);

    private static final List<String> PROJECTS = List.of("A", "B", "C");

    private WorkedCase() {}

    /** A year of the bid for a project, without any rise and without a penny asked for. */
    static Budget.Year year(String project) {
        return new Budget.Year(YEAR, Uplift.NONE, lines(project), overheads(project), Funding.asking(0));
    }

    static Budget.Year asking(String project, long pence) {
        return with(year(project), Funding.asking(pence));
    }

    static Budget.Year with(Budget.Year year, Funding funding) {
        return new Budget.Year(year.financialYear(), year.uplift(), year.directCosts(), year.overheads(), funding);
    }

    static YearCost costOf(Budget.Year year) {
        return FullCost.of(new Budget(ORGANISATION, List.of(year))).years().getFirst();
    }

    /** Project B over some years that are alike but for a rise of 3% in each after the first. */
    static FullCost yearsOfB(int years) {
        return FullCost.of(new Budget(
                ORGANISATION,
                IntStream.range(0, years)
                        .mapToObj(i -> new Budget.Year(
                                new FinancialYear(YEAR.startYear() + i),
                                i == 0 ? Uplift.NONE : THREE_PERCENT,
                                year("B").directCosts(),
                                overheads("B"),
                                Funding.asking(0)))
                        .toList()));
    }

    static Overheads overheads(String project) {
        return overheads(POOLS, seenByOthers(project).use(), others(project));
    }

    static Overheads overheads(List<SharedCost> pools, Use ours, List<OtherProject> others) {
        return new Overheads(
                YEAR,
                1,
                pools,
                Driver.HEADCOUNT,
                new ThisProject(ours.floorAreaSquareMetres(), ours.timeBasisPoints()),
                others,
                new Space(120, 0),
                new Use(80, 0, 1_000),
                Use.NOTHING);
    }

    static List<OtherProject> others(String project) {
        return PROJECTS.stream()
                .filter(other -> !other.equals(project))
                .map(WorkedCase::seenByOthers)
                .toList();
    }

    /** People, share of the central functions' time, direct cost. */
    private static OtherProject seenByOthers(String project) {
        return switch (project) {
            case "A" -> new OtherProject("A", new Use(300, 0, 4_500), 120_000_00);
            case "B" -> new OtherProject("B", new Use(200, 0, 3_000), 70_000_00);
            default -> new OtherProject("C", new Use(100, 0, 1_500), 30_000_00);
        };
    }

    private static DirectCosts lines(String project) {
        return switch (project) {
            case "A" ->
                costs(staff("Advice worker", 300, 32_000_00, 3_000_00), delivery("Travel to prisons", 15_000_00));
            case "B" ->
                costs(
                        staff("Support worker", 200, 27_000_00, 3_000_00),
                        delivery("Groups and activities", 6_000_00),
                        new Spending(
                                CostKind.PARTICIPANTS,
                                "Fees and travel of people with lived experience",
                                4_000_00,
                                false));
            default -> costs(staff("Drop-in worker", 100, 25_000_00, 2_500_00), delivery("Meals", 2_500_00));
        };
    }

    static SharedCost shared(OverheadStep step, PriceIndex index, long pence) {
        return new SharedCost(step, index, new OverheadPool(step.title(), pence, "Accounts, note 7"));
    }

    static Staff staff(String role, int hundredths, long salaryPence, long onCostsPence) {
        return new Staff(role, WorkingTime.posts(hundredths), salaryPence, onCostsPence, false);
    }

    static Spending delivery(String description, long pence) {
        return new Spending(CostKind.DELIVERY, description, pence, false);
    }

    static DirectCosts costs(Staff staff, Spending... spending) {
        return new DirectCosts(List.of(staff), List.of(spending), List.<Equipment>of());
    }
}
