package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.FundWords;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.FormRows;
import org.tallystick.platform.Option;
import org.tallystick.platform.RowsOfForm;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;
import org.tallystick.registry.OrganisationQuery.CostProfileView;

/**
 * A year of a budget that is being written.
 *
 * @param form as typed
 * @param read the bid and its call
 * @param year which
 * @param profile whose shared costs are offered; none where the organisation has none
 * @param newest the version there is now
 */
record YearDraft(
        Form form,
        BidOfCall read,
        FinancialYear year,
        @Nullable CostProfileView profile,
        @Nullable CostProfileView newest)
        implements RowsOfForm {

    /** A shared cost that is offered. */
    record PoolRow(int row, OverheadPool pool) {}

    /** "2027–28". */
    public String name() {
        return FundWords.year(year);
    }

    /** Where its form is. */
    @Override
    public String home() {
        return read.home() + "/budget/" + year;
    }

    /** Whether a part takes another row; the direct costs are so many together. */
    @Override
    public boolean takesMore(String part) {
        List<FormRows> lines = List.of(BudgetRows.STAFF, BudgetRows.SPENDING, BudgetRows.EQUIPMENT);
        FormRows rows = repeated(part);
        return rows.takesMore(form)
                && (!lines.contains(rows)
                        || lines.stream().mapToInt(one -> one.count(form)).sum() < DirectCosts.MOST_LINES);
    }

    /** The shared costs of the profile. */
    public List<PoolRow> pools() {
        List<PoolRow> rows = new ArrayList<>();
        if (profile != null) {
            profile.profile().overheadPools().forEach(pool -> rows.add(new PoolRow(rows.size() + 1, pool)));
        }
        return rows;
    }

    /** Whether the organisation has recorded a newer version of what it costs to run. */
    public boolean newerProfile() {
        return profile != null && newest != null && !same(profile, newest);
    }

    /** Where the organisation records what it costs to run. */
    public String profilePage() {
        return "/organisations/" + read.organisationId() + "/record-cost-profile";
    }

    /** Whether prices rise into this year: it has one before it. */
    public boolean later() {
        Budget budget = read.budget().budget();
        return budget != null && year.compareTo(budget.years().getFirst().financialYear()) > 0;
    }

    /** The years after this one for as long as the call gives money. */
    public List<FinancialYear> after() {
        return BudgetYears.wanted(read).stream()
                .filter(one -> one.compareTo(year) > 0)
                .toList();
    }

    /** "2028–29 and 2029–30". */
    public List<String> afterNames() {
        return after().stream().map(FundWords::year).toList();
    }

    /** Of what a cost is. */
    public List<Option> kinds() {
        return List.of(
                option(CostKind.DELIVERY, BudgetWords::kind),
                option(CostKind.PARTICIPANTS, BudgetWords::kind),
                option(CostKind.EVALUATION, BudgetWords::kind));
    }

    /** How working time is given. */
    public List<Option> measures() {
        return List.of(
                Option.of(WorkingTime.Measure.FULL_TIME_EQUIVALENT.name(), "full-time posts"),
                Option.of(WorkingTime.Measure.HOURS_A_WEEK.name(), "hours a week"));
    }

    /** Where a shared cost is divided. */
    public List<Option> steps() {
        return Stream.of(OverheadStep.values())
                .map(step -> Option.of(step.name(), step.title()))
                .toList();
    }

    /** What a shared cost rises with. */
    public List<Option> indexes() {
        return List.of(
                option(PriceIndex.PAY, BudgetWords::index),
                option(PriceIndex.NON_PAY, BudgetWords::index),
                option(PriceIndex.NONE, BudgetWords::index));
    }

    /** Who may carry a part of the gap. */
    public List<Option> carriers() {
        return List.of(
                Option.of(GapCarrier.RESERVES.name(), "Our reserves"),
                Option.of(GapCarrier.UNRESTRICTED_INCOME.name(), "Our own free income"),
                Option.of(GapCarrier.OTHER_FUNDER.name(), "Another funder"),
                Option.of(GapCarrier.UNPAID_WORK.name(), "Unpaid work of volunteers and staff"));
    }

    /** What premises are divided by. */
    public List<Option> drivers() {
        return List.of(option(Driver.HEADCOUNT, BudgetWords::driver), option(Driver.FLOOR_AREA, BudgetWords::driver));
    }

    /** Whether there is other work. */
    public List<Option> sharing() {
        return List.of(
                new Option("yes", "Yes, this project is one of several", "They share what it takes to run you."),
                new Option("no", "No, this is all we do", "Then nothing is shared: put all costs above."));
    }

    /** Who uses the shared costs beside the projects: key and name. */
    public List<Option> teams() {
        return List.of(
                Option.of("central", "Central functions"),
                Option.of("governance", "Governance and planning"),
                Option.of("fundraising", "General fundraising"));
    }

    /** The profile itself. */
    @Nullable
    CostProfile costProfile() {
        return profile == null ? null : profile.profile();
    }

    int profileVersion() {
        return profile == null ? 0 : profile.version();
    }

    private static <E extends Enum<E>> Option option(E one, Function<E, String> said) {
        return Option.of(one.name(), said.apply(one));
    }

    private static boolean same(CostProfileView one, CostProfileView other) {
        return one.version() == other.version()
                && one.profile().financialYear().equals(other.profile().financialYear());
    }

    @Override
    public FormRows repeated(String part) {
        return BudgetRows.of(part);
    }
}
