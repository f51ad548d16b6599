package org.tallystick.bid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.BidQuery.Facts;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.OrganisationQuery.CostProfileView;

/**
 * Where a year of a budget is written: fills the form, reads it, works it out, and does what its buttons say.
 *
 * @param read the bid and its call
 * @param facts what is known of the organisation
 * @param year which
 */
record YearDesk(BidOfCall read, Facts facts, FinancialYear year) {

    /** The hidden field that says which cost profile is used: its year and its version. */
    static final String PROFILE = "profile";

    /** The hidden field that says what the year was like when it was read. */
    static final String BASE = "base";

    /** What came of reading a form. */
    record Reading(Optional<Budget.Year> year, WorkedYear worked) {}

    /** Refuses a year that cannot be in this budget. */
    static YearDesk of(BidOfCall read, Facts facts, FinancialYear year) {
        Budget budget = read.budget().budget();
        List<FinancialYear> possible = new ArrayList<>();
        if (budget == null) {
            List<FinancialYear> wanted = BudgetYears.wanted(read);
            possible.addAll(read.ours() ? wanted.subList(0, 1) : wanted);
        } else {
            budget.years().forEach(one -> possible.add(one.financialYear()));
            possible.add(possible.getLast().next());
            possible.add(new FinancialYear(possible.getFirst().startYear() - 1));
        }
        if (!possible.contains(year)) {
            throw Rejection.of(
                    Refusal.NOT_FOUND,
                    "There is no " + year + " in this budget: its years follow one another, from the first on.");
        }
        return new YearDesk(read, facts, year);
    }

    /** The form as it is first shown. */
    Form filled() {
        Form form = Form.empty();
        Budget budget = saved();
        Optional<Budget.Year> there = BudgetYears.of(budget, year);
        Optional<Budget.Year> before = BudgetYears.of(budget, new FinancialYear(year.startYear() - 1));
        Optional<Budget.Year> after = BudgetYears.of(budget, year.next());
        Optional<Budget.Year> source = there.or(() -> before.map(one -> BudgetYears.carriedOn(one, year, Uplift.NONE)))
                .or(() -> after);
        CostProfileView profile = source.flatMap(one ->
                        profile(one.overheads().profileYear(), one.overheads().profileVersion()))
                .orElse(newest());
        YearWriter writer = new YearWriter(form, profile == null ? null : profile.profile());
        source.ifPresentOrElse(writer::fill, () -> writer.blank(lastOverheads()));
        if (there.isEmpty()) {
            form.put("payRise", "").put("priceRise", "").put("carried-1", "");
            BudgetRows.CARRIED.putCount(form, 1);
            BudgetRows.INCOME.putCount(form, 0);
        }
        form.put(PROFILE, key(profile));
        return asRead(form);
    }

    /** Has a form say what it was made from. */
    Form asRead(Form form) {
        PartSaving.putVersion(form, read.budget().saved());
        return form.put(BASE, BudgetYears.print(saved(), year));
    }

    /** The form with all that its page needs. */
    YearDraft draft(Form form) {
        YearDraft draft = new YearDraft(form, read, year, profile(form), newest());
        form.put("later", draft.later() ? "yes" : "no");
        return draft;
    }

    /** Reads and works it out; the faults are noted on the form. */
    Reading read(Form form) {
        YearDraft draft = draft(form);
        Map<String, String> lines = new LinkedHashMap<>();
        Optional<Budget.Year> typed =
                new YearReader(form, year, draft.costProfile(), draft.profileVersion(), lines).read();
        List<String> notYet = new ArrayList<>(
                form.problems().stream().map(Form.Problem::message).toList());
        AskLimit limit = AskLimit.of(read);
        FullCost cost = null;
        if (typed.isPresent()) {
            try {
                cost = FullCost.of(budgetWith(typed.get()));
            } catch (Rejection refused) {
                notYet.add(BudgetFields.said(refused));
            }
        }
        return new Reading(typed, worked(lines, cost, notYet, limit));
    }

    private WorkedYear worked(Map<String, String> lines, @Nullable FullCost cost, List<String> notYet, AskLimit limit) {
        List<PoolShare> elsewhere = read.budget().elsewhere();
        YearCost ours = cost == null
                ? null
                : cost.years().stream()
                        .filter(one -> one.financialYear().equals(year))
                        .findFirst()
                        .orElse(null);
        Recovery all = cost == null ? null : cost.recovery();
        return new WorkedYear(
                lines,
                ours,
                all,
                notYet,
                limit,
                cost == null
                        ? List.of()
                        : PoolShare.overruns(cost.poolShares(), elsewhere).stream()
                                .filter(over -> over.share().financialYear().equals(year))
                                .map(PoolShare.Overrun::sentence)
                                .toList(),
                elsewhere.stream()
                        .filter(share -> share.financialYear().equals(year))
                        .map(ShownBid::elsewhere)
                        .toList(),
                AskLimit.range(read, all));
    }

    /** The budget with the year as it is typed. */
    Budget budgetWith(Budget.Year typed) {
        return BudgetYears.with(saved(), read.organisationId(), typed);
    }

    /** Does what a button says that changes the form and saves nothing. */
    void step(Form form, String step) {
        switch (step) {
            case "ask-all" ->
                read(copy(form)).worked().mostPence().ifPresent(most -> form.put("asked", YearWriter.figure(most)));
            case "carry-rest" -> carryRest(form);
            case "rest" ->
                new OtherWork(form, draft(form).costProfile())
                        .fillIn(read(copy(form)).year());
            case "newest" -> useNewest(form);
            default -> BudgetRows.step(form, step);
        }
    }

    /** What nobody carries yet goes to the last who carries something. */
    private void carryRest(Form form) {
        YearCost cost = read(copy(form)).worked().year();
        if (cost == null) {
            return;
        }
        if (BudgetRows.CARRIED.count(form) == 0) {
            BudgetRows.CARRIED.add(form);
        }
        String field = "carried-" + BudgetRows.CARRIED.count(form);
        long there = form.value(field).isBlank()
                ? 0
                : Form.empty().put(field, form.value(field)).pence(field, "").orElse(0L);
        long carried = Math.max(0, there + cost.uncarriedPence());
        form.put(field, carried == 0 ? "" : YearWriter.figure(carried));
    }

    /** The shared costs of the newest profile, with what was chosen for those of the same name. */
    private void useNewest(Form form) {
        Overheads chosen = read(copy(form)).year().map(Budget.Year::overheads).orElse(null);
        CostProfileView newest = newest();
        if (newest != null) {
            new YearWriter(form, newest.profile()).pools(chosen == null ? null : chosen.sharedCosts());
            form.put(PROFILE, key(newest));
        }
    }

    /** The same form, to be read without leaving notes on it. */
    static Form copy(Form form) {
        Form copy = Form.empty();
        form.names().forEach(name -> copy.putAll(name, form.values(name)));
        return copy;
    }

    /** The budget as it is saved. */
    @Nullable
    Budget saved() {
        return read.budget().budget();
    }

    private @Nullable Overheads lastOverheads() {
        Budget last = facts.budget();
        return last == null ? null : last.years().getFirst().overheads();
    }

    private @Nullable CostProfileView profile(Form form) {
        String[] parts = form.value(PROFILE).split("/", -1);
        return facts.costProfiles().stream()
                .filter(one -> parts.length == 2 && key(one).equals(parts[0] + "/" + parts[1]))
                .findFirst()
                .orElse(newest());
    }

    private Optional<CostProfileView> profile(FinancialYear ofYear, int version) {
        return facts.costProfiles().stream()
                .filter(one -> one.version() == version
                        && one.profile().financialYear().equals(ofYear))
                .findFirst();
    }

    private @Nullable CostProfileView newest() {
        return facts.costProfiles().stream().findFirst().orElse(null);
    }

    private static String key(@Nullable CostProfileView profile) {
        return profile == null ? "" : profile.profile().financialYear() + "/" + profile.version();
    }
}
