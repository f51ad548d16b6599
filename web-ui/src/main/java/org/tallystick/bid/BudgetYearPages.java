package org.tallystick.bid;

import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Receipt;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** One financial year of a budget: written, worked out with a button or while one types, saved, carried on. */
@Page
class BudgetYearPages {

    private static final String YEAR = "/bids/{bidId}/budget/{year:\\d{4}-\\d{2}}";
    private static final String WORK_OUT = "work-out";
    private static final String SAVE = "save";
    private static final String FILL = "fill";

    private final Sides sides;
    private final Words words;

    BudgetYearPages(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @GetMapping(YEAR)
    String show(@PathVariable String bidId, @PathVariable String year, Model model) {
        YearDesk desk = desk(BidOfCall.ofParties(sides, bidId, 0).writable(words), year);
        Form form = desk.filled();
        return page(desk, form, desk.read(YearDesk.copy(form)).worked(), model);
    }

    /** The button says what is asked: to save, to work it out, to add or take out a row, to fill something in. */
    @PostMapping(YEAR)
    String goOn(
            @PathVariable String bidId,
            @PathVariable String year,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = WORK_OUT) String step,
            Model model,
            RedirectAttributes redirect) {
        YearDesk desk = desk(BidOfCall.ofParties(sides, bidId, 0), year);
        Form form = Form.of(sent);
        if (List.of(SAVE, PartSaving.STAY, FILL).contains(step)) {
            return save(desk, form, step, model, redirect);
        }
        if (step.equals(WORK_OUT)) {
            return page(desk, form, desk.read(form).worked(), model);
        }
        desk.step(form, step);
        return page(desk, form, desk.read(YearDesk.copy(form)).worked(), model);
    }

    /** The same pieces of the page, worked out from what is typed so far; nothing is saved. */
    @PostMapping(YEAR + "/preview")
    String preview(
            @PathVariable String bidId,
            @PathVariable String year,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        YearDesk desk = desk(BidOfCall.ofParties(sides, bidId, 0), year);
        Form form = Form.of(sent);
        model.addAttribute("worked", desk.read(form).worked());
        model.addAttribute("draft", desk.draft(form));
        return "bid/worked";
    }

    private String save(YearDesk desk, Form form, String step, Model model, RedirectAttributes redirect) {
        YearDesk.Reading reading = desk.read(form);
        Uplift rise = step.equals(FILL) ? rise(form) : Uplift.NONE;
        if (reading.year().isEmpty() || form.hasProblems()) {
            return page(desk, form, reading.worked(), model);
        }
        Budget.Year typed = reading.year().get();
        BidOfCall read = desk.read();
        if (changed(desk, form)) {
            return showBoth(desk, form, typed, reading.worked(), model);
        }
        try {
            Budget budget = desk.budgetWith(typed);
            if (step.equals(FILL)) {
                budget = BudgetYears.filled(budget, typed, desk.draft(form).after(), rise, AskLimit.of(read));
            }
            Receipt receipt = sides.send(
                    new BidCommand.SaveBudget(
                            read.summary().bidId(), read.budget().saved().version(), budget),
                    Deeds.keyOf(form));
            redirect.addFlashAttribute("done", done(desk, step));
            String next = step.equals(PartSaving.STAY) ? read.home() : read.home() + "/budget";
            return "redirect:" + Deeds.after(next, receipt.position());
        } catch (Rejection rejection) {
            PartSaving.refuse(form, rejection);
            if (rejection.refusal() == Refusal.CONFLICT) {
                YearDesk now = desk(
                        BidOfCall.ofParties(sides, read.summary().bidId(), 0),
                        desk.year().toString());
                return showBoth(now, form, typed, reading.worked(), model);
            }
            return page(desk, form, reading.worked(), model);
        }
    }

    /** Whether somebody else saved this very year since it was read; another year does not matter. */
    private static boolean changed(YearDesk desk, Form form) {
        boolean newer = form.readVersion() != desk.read().budget().saved().version();
        return newer && !form.value(YearDesk.BASE).equals(BudgetYears.print(desk.saved(), desk.year()));
    }

    private String showBoth(YearDesk now, Form form, Budget.Year mine, WorkedYear worked, Model model) {
        desk(now.read(), now.year().toString()).asRead(form);
        model.addAttribute(
                "theirs", YearBeside.of(BudgetYears.of(now.saved(), now.year()).orElse(null), mine));
        return page(now, form, worked, model);
    }

    private static Uplift rise(Form form) {
        BudgetFields fields = new BudgetFields(form);
        Optional<Integer> pay = fields.hundredths("fillPay", "how much pay rises each year, or 0", true, "3 or 3.25");
        Optional<Integer> prices =
                fields.hundredths("fillPrices", "how much other prices rise each year, or 0", true, "3 or 3.25");
        return pay.isEmpty() || prices.isEmpty()
                ? Uplift.NONE
                : fields.made("fillPay", () -> new Uplift(pay.get(), prices.get()))
                        .orElse(Uplift.NONE);
    }

    private String done(YearDesk desk, String step) {
        String year = org.tallystick.fund.FundWords.year(desk.year());
        if (!step.equals(FILL)) {
            return "The budget of " + year + " is saved.";
        }
        List<String> filled = desk.draft(Form.empty()).afterNames();
        return "The budget of " + year + " is saved, and " + words.list(filled) + " filled from it.";
    }

    private YearDesk desk(BidOfCall read, String year) {
        return YearDesk.of(
                read, sides.ask(new BidQuery.OfferedFacts(read.summary().bidId())), FinancialYear.parse(year));
    }

    private String page(YearDesk desk, Form form, WorkedYear worked, Model model) {
        YearDraft draft = desk.draft(form);
        desk.read().show(model, "Budget for " + draft.name(), words);
        model.addAttribute("form", PartSaving.withKey(form));
        model.addAttribute("draft", draft);
        model.addAttribute("worked", worked);
        model.addAttribute("fromLast", desk.facts().budget() != null && desk.saved() == null);
        return "bid/year";
    }
}
