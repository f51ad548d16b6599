package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tallystick.call.CallTerms;
import org.tallystick.call.Substance;
import org.tallystick.call.Timetable;
import org.tallystick.fund.Slice;
import org.tallystick.platform.FinancialYear;
import org.tallystick.registry.CostProfile;

class BidTaskTest {

    private static final Project PROJECT = new Project("Here", "A drop-in", "Northmoor", LocalDate.of(2026, 10, 1));
    private static final List<EligibilityAnswer> YES = List.of(new EligibilityAnswer("In Northmoor?", true));

    @Test
    void what_is_not_begun_is_named_part_by_part_in_the_order_of_the_call() {
        List<BidTask> tasks = BidTask.of(terms(null), BidContent.NOTHING, _ -> BidTaskTest::profile);
        assertThat(tasks)
                .extracting(BidTask::part)
                .containsExactly(
                        BidPart.ELIGIBILITY, BidPart.PROJECT, BidPart.QUESTION, BidPart.QUESTION, BidPart.BUDGET);
        assertThat(tasks).noneMatch(BidTask::done).noneMatch(BidTask::started);
    }

    @Test
    void a_bid_that_fits_has_nothing_missing() {
        assertThat(BidTask.of(terms(null), content(asking(106_316_14)), _ -> BidTaskTest::profile))
                .allMatch(BidTask::done)
                .allMatch(BidTask::started);
    }

    @Test
    void an_answer_against_applying_is_said_as_such() {
        BidContent content =
                new BidContent(List.of(new EligibilityAnswer("In Northmoor?", false)), null, Map.of(), null, List.of());
        assertThat(BidTask.of(terms(null), content, _ -> BidTaskTest::profile)
                        .getFirst()
                        .missing())
                .containsExactly("By your answer to “In Northmoor?” you cannot apply.");
    }

    @Test
    void shared_costs_are_those_of_the_cost_profile() {
        assertThat(missing(asking(106_316_14), (_, _) -> Optional.empty()))
                .containsExactly("There is no version 1 of your cost profile of 2026-27.");
        assertThat(missing(
                        asking(106_316_14),
                        (_, _) -> Optional.of(new CostProfile(WorkedCase.YEAR, List.of(), 800, 37, 1))))
                .anyMatch(fault -> fault.startsWith("The shared costs must be those of the cost profile of 2026-27"));
    }

    @Test
    void a_gap_that_nobody_carries_and_asking_for_too_much_are_named() {
        assertThat(missing(asking(100_000_00), BidTaskTest::profile))
                .singleElement()
                .asString()
                .startsWith("What is carried of the gap must be the gap: in 2026-27 nobody pays for £6,316.14");
        assertThat(missing(asking(110_000_00), BidTaskTest::profile))
                .contains("You ask for £110,000; the call gives from £1,000 to £108,000.")
                .anyMatch(fault -> fault.startsWith("What you ask for must be at most what the work costs"));
    }

    @Test
    void a_cap_on_overheads_limits_what_can_be_asked_for() {
        CallTerms capped = terms(new CallTerms.OverheadCap(10, "Our rules"));
        assertThat(BidTask.of(capped, content(asking(106_316_14)), _ -> BidTaskTest::profile)
                        .getLast()
                        .missing())
                .contains("In 2026-27 the most you can ask for is £77,000, because the call pays overheads of up to 10%"
                        + " of direct cost.");
    }

    @Test
    void the_years_of_the_budget_are_those_of_the_project_and_of_the_money() {
        Budget.Year next = new Budget.Year(
                WorkedCase.YEAR.next(),
                Uplift.NONE,
                WorkedCase.year("B").directCosts(),
                Overheads.none(WorkedCase.YEAR),
                Funding.asking(1_000_00));
        Budget later = new Budget(WorkedCase.ORGANISATION, List.of(next));
        assertThat(missing(later, BidTaskTest::profile))
                .contains(
                        "The call has no money of 2027-28.",
                        "The first year of the budget must be 2026-27, in which your project starts.");
        BidContent late = new BidContent(
                YES, new Project("Here", "x", "y", LocalDate.of(2027, 5, 1)), Map.of(), asking(106_316_14), List.of());
        assertThat(BidTask.of(terms(null), late, _ -> BidTaskTest::profile)
                        .getLast()
                        .missing())
                .contains("The first year of the budget must be 2027-28, in which your project starts.");
        Budget long5 = WorkedCaseBudget.years(5);
        assertThat(missing(long5, BidTaskTest::profile))
                .contains("The last year of the budget must not be after 2028-29: the call is for 24 months.");
    }

    /** Years that are alike, of which only the first asks for anything. */
    private static final class WorkedCaseBudget {
        static Budget years(int count) {
            return new Budget(
                    WorkedCase.ORGANISATION,
                    java.util.stream.IntStream.range(0, count)
                            .mapToObj(i -> new Budget.Year(
                                    new FinancialYear(WorkedCase.YEAR.startYear() + i),
                                    Uplift.NONE,
                                    WorkedCase.year("B").directCosts(),
                                    WorkedCase.overheads("B"),
                                    Funding.asking(i == 0 ? 1_000_00 : 0)))
                            .toList());
        }
    }

    private static Optional<CostProfile> profile(FinancialYear year, int version) {
        return year.equals(WorkedCase.YEAR) && version == 1 ? Optional.of(WorkedCase.PROFILE) : Optional.empty();
    }

    private static List<String> missing(Budget budget, BidTask.CostProfiles profiles) {
        return BidTask.of(terms(null), content(budget), _ -> profiles).getLast().missing();
    }

    private static Budget asking(long pence) {
        return new Budget(WorkedCase.ORGANISATION, List.of(WorkedCase.asking("B", pence)));
    }

    private static BidContent content(Budget budget) {
        return new BidContent(YES, PROJECT, Map.of("What?", "We open the door.", "Who?", "Women"), budget, List.of());
    }

    static CallTerms terms(CallTerms.@Nullable OverheadCap cap) {
        return new CallTerms(
                "Somewhere to go",
                "A place",
                "Need",
                "Northmoor",
                "Women",
                List.of(new CallTerms.Envelope("fund", WorkedCase.YEAR, Slice.UNRESTRICTED, 200_000_00)),
                0,
                1_000_00,
                108_000_00,
                24,
                "",
                false,
                cap,
                new Substance(false, false, true, true),
                List.of(new CallTerms.EligibilityQuestion("In Northmoor?", true)),
                List.of(new CallTerms.Question("What?", 100), new CallTerms.Question("Who?", 10)),
                List.of(new CallTerms.Criterion("All", 100, "weak", "strong")),
                new Timetable(
                        Instant.parse("2026-06-01T08:00:00Z"),
                        Instant.parse("2026-07-01T08:00:00Z"),
                        LocalDate.of(2026, 8, 1),
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 9, 2)),
                "In writing");
    }
}
