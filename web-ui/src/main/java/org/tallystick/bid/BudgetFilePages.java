package org.tallystick.bid;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.platform.Beside;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Receipt;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.TextFile;
import org.tallystick.platform.Words;

/** A budget as a spreadsheet, both ways: taken out, and put in place of what is there after a look at it. */
@Page
class BudgetFilePages {

    private static final int MOST_FAULTS = 50;

    private final Sides sides;
    private final Words words;

    BudgetFilePages(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    /** The one of the organisation that is named; else one's own, and of other readers that of the lead. */
    @GetMapping("/bids/{bidId}/budget.csv")
    void download(@PathVariable String bidId, @RequestParam(defaultValue = "") String of, HttpServletResponse response)
            throws IOException {
        BidOfCall read = BidOfCall.read(sides, bidId, 0);
        Budget budget = read.budgetOf(of.isEmpty() ? read.organisationId() : of)
                .map(BidQuery.BudgetView::budget)
                .orElse(null);
        if (budget == null) {
            throw Rejection.of(Refusal.NOT_FOUND, "There is no budget yet.");
        }
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"budget.csv\"");
        response.getOutputStream().write(BudgetCsv.write(budget).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/bids/{bidId}/budget/file")
    String choose(@PathVariable String bidId, Model model) {
        BidOfCall read = BidOfCall.ofParties(sides, bidId, 0).writable(words);
        Form form = Form.empty();
        PartSaving.putVersion(form, read.budget().saved());
        return page(read, form, model);
    }

    /** Reads the file and shows what would change; nothing is saved yet. */
    @PostMapping("/bids/{bidId}/budget/file")
    String look(
            @PathVariable String bidId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> sent,
            Model model)
            throws IOException {
        BidOfCall read = BidOfCall.ofParties(sides, bidId, 0);
        Form form = Form.of(sent);
        String text = TextFile.read(file, form);
        if (text.isEmpty() && !form.hasProblems()) {
            form.refuse("file", "Choose the file, as a spreadsheet saves it as CSV.");
        }
        if (form.hasProblems()) {
            return page(read, form, model);
        }
        read(read, text, form, model).ifPresent(budget -> {
            form.put("text", text);
            model.addAttribute("beside", beside(read.budget().budget(), budget));
        });
        return page(read, form, model);
    }

    /** Puts it in place of the budget. */
    @PostMapping("/bids/{bidId}/budget/file/save")
    String save(
            @PathVariable String bidId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        BidOfCall read = BidOfCall.ofParties(sides, bidId, 0);
        Form form = Form.of(sent);
        Optional<Budget> budget = read(read, form.value("text"), form, model);
        if (budget.isEmpty()) {
            return page(read, form, model);
        }
        try {
            Receipt receipt =
                    sides.send(new BidCommand.SaveBudget(bidId, form.readVersion(), budget.get()), Deeds.keyOf(form));
            redirect.addFlashAttribute("done", "The budget of the file is saved.");
            return "redirect:" + Deeds.after(read.home() + "/budget", receipt.position());
        } catch (Rejection rejection) {
            PartSaving.refuse(form, rejection);
            BidOfCall now = BidOfCall.ofParties(sides, bidId, 0);
            PartSaving.putVersion(form, now.budget().saved());
            model.addAttribute("beside", beside(now.budget().budget(), budget.get()));
            return page(now, form, model);
        }
    }

    private static Optional<Budget> read(BidOfCall read, String text, Form form, Model model) {
        List<BudgetCsv.Fault> faults = new ArrayList<>();
        switch (BudgetCsv.read(text)) {
            case BudgetCsv.Result.Good(Budget budget) -> {
                if (budget.organisationId().equals(read.organisationId())) {
                    return Optional.of(budget);
                }
                faults.add(new BudgetCsv.Fault(
                        2, "Name", "The file is of another organisation, " + budget.organisationId() + "."));
            }
            case BudgetCsv.Result.Bad(List<BudgetCsv.Fault> found) -> faults.addAll(found);
        }
        form.refuse("file", "The file cannot be used yet. What is wrong is listed below; your budget is as it was.");
        model.addAttribute("faults", faults.stream().limit(MOST_FAULTS).toList());
        model.addAttribute("moreFaults", Math.max(0, faults.size() - MOST_FAULTS));
        return Optional.empty();
    }

    private static Beside beside(@Nullable Budget there, Budget file) {
        return YearBeside.of("What would change", List.of("As it is saved now", "As in the file"), there, file);
    }

    private String page(BidOfCall read, Form form, Model model) {
        read.show(model, "Budget from a spreadsheet", words);
        model.addAttribute("form", PartSaving.withKey(form));
        return "bid/budget-file";
    }
}
