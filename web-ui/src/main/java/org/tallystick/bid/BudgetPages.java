package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.fund.FundWords;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** A budget as a whole: its years, what they come to, and what still stands in the way. */
@Page
class BudgetPages {

    private static final String LEAVE_OUT = "leave-out-";
    private static final String MOVE = "move";

    private final Sides sides;
    private final Words words;
    private final PersonNames people;

    BudgetPages(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.people = people;
    }

    /**
     * A year in the list.
     *
     * @param there whether it is written already
     * @param mayGo whether it can be left out: the first or the last, and not the only one
     */
    record YearLine(String name, String href, boolean there, boolean mayGo, String step) {}

    @GetMapping("/bids/{bidId}/budget")
    String show(@PathVariable String bidId, @RequestParam(defaultValue = "0") long after, Model model) {
        BidOfCall read = BidOfCall.ofParties(sides, bidId, after).writable(words);
        Form form = Form.empty();
        PartSaving.putVersion(form, read.budget().saved());
        return page(read, form, model);
    }

    /** Leaves a year out, or moves all years so that they begin when the project does. */
    @PostMapping("/bids/{bidId}/budget")
    String change(
            @PathVariable String bidId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String step,
            Model model,
            RedirectAttributes redirect) {
        BidOfCall read = BidOfCall.ofParties(sides, bidId, 0);
        Form form = Form.of(sent);
        Budget budget = read.budget().budget();
        if (budget == null || !(step.equals(MOVE) || step.startsWith(LEAVE_OUT))) {
            return page(read, form, model);
        }
        try {
            Budget changed = step.equals(MOVE)
                    ? BudgetYears.moved(budget, BudgetYears.wanted(read).getFirst())
                    : BudgetYears.without(budget, FinancialYear.parse(step.substring(LEAVE_OUT.length())));
            long position = sides.send(new BidCommand.SaveBudget(bidId, form.readVersion(), changed), Deeds.keyOf(form))
                    .position();
            redirect.addFlashAttribute("done", "The budget is saved.");
            return "redirect:" + Deeds.after(read.home() + "/budget", position);
        } catch (Rejection rejection) {
            PartSaving.refuse(
                    form,
                    rejection,
                    "Somebody else changed the budget meanwhile, so its years stay as they are below. Look at them, then"
                            + " try again.");
            BidOfCall now = BidOfCall.ofParties(sides, bidId, 0);
            PartSaving.putVersion(form, now.budget().saved());
            return page(now, form, model);
        }
    }

    private String page(BidOfCall read, Form form, Model model) {
        BudgetView budget = read.budget();
        read.show(model, "What it costs and who pays", words);
        model.addAttribute("form", PartSaving.withKey(form));
        model.addAttribute("years", lines(read, budget.budget()));
        model.addAttribute("lengths", lengths(read));
        model.addAttribute("moveTo", moveTo(read, budget.budget()));
        model.addAttribute("saved", BidWords.saved(budget.saved(), people, words));
        model.addAttribute(
                "missing",
                read.bid().tasks().stream()
                        .filter(task -> task.part() == BidPart.BUDGET && task.started())
                        .flatMap(task -> task.missing().stream())
                        .toList());
        ShownBid.of(read, words).show(model);
        return "bid/budget";
    }

    private static List<YearLine> lines(BidOfCall read, @Nullable Budget budget) {
        List<YearLine> lines = new ArrayList<>();
        List<FinancialYear> wanted = BudgetYears.wanted(read);
        if (budget == null) {
            // A partner may work in some of the years only.
            wanted.stream()
                    .limit(read.ours() ? 1 : wanted.size())
                    .forEach(year -> lines.add(line(read, year, false, false)));
            return lines;
        }
        FinancialYear first = budget.years().getFirst().financialYear();
        FinancialYear last = budget.years().getLast().financialYear();
        FinancialYear before = new FinancialYear(first.startYear() - 1);
        if (wanted.contains(before)) {
            lines.add(line(read, before, false, false));
        }
        for (Budget.Year year : budget.years()) {
            FinancialYear one = year.financialYear();
            boolean atEnd = one.equals(first) || one.equals(last);
            lines.add(line(read, one, true, atEnd && budget.years().size() > 1));
        }
        if (wanted.contains(last.next())) {
            lines.add(line(read, last.next(), false, false));
        }
        return lines;
    }

    private static YearLine line(BidOfCall read, FinancialYear year, boolean there, boolean mayGo) {
        return new YearLine(FundWords.year(year), read.home() + "/budget/" + year, there, mayGo, LEAVE_OUT + year);
    }

    /** The years the work runs in, and where it differs those of which there is money. */
    private String lengths(BidOfCall read) {
        List<FinancialYear> wanted = BudgetYears.wanted(read);
        List<String> given = wanted.stream()
                .filter(AskLimit.of(read).given()::contains)
                .map(FundWords::year)
                .toList();
        String runs = "Your work runs in "
                + words.list(wanted.stream().map(FundWords::year).toList());
        if (given.size() == wanted.size()) {
            return runs + ".";
        }
        return runs + "; the call has money of " + (given.isEmpty() ? "other years only" : words.list(given)) + ".";
    }

    /** The year the budget should begin with, where it begins with another one; or empty. */
    private static String moveTo(BidOfCall read, @Nullable Budget budget) {
        FinancialYear wanted = BudgetYears.wanted(read).getFirst();
        boolean fits = !read.ours()
                || budget == null
                || budget.years().getFirst().financialYear().equals(wanted);
        return fits ? "" : FundWords.year(wanted);
    }
}
