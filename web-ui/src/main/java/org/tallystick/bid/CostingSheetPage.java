package org.tallystick.bid;

import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tallystick.fund.FundWords;
import org.tallystick.platform.Page;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** What a bid costs, on paper: the arithmetic in words, for a board to read, agree and sign. */
@Page
class CostingSheetPage {

    private final Sides sides;
    private final Words words;

    CostingSheetPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    /**
     * A year of the sheet.
     *
     * @param name "2027–28"
     * @param cost worked out
     */
    record Sheet(String name, YearCost cost) {

        /** How this project's part of the shared costs comes about, a sentence for each step. */
        public List<String> shared() {
            return cost.steps().stream().map(StepDown.Step::sentence).toList();
        }
    }

    /**
     * The part of one organisation.
     *
     * @param part whose it is, and what it comes to
     * @param sheets its years
     */
    record PartSheet(ShownJoint.Part part, ShownCost cost, List<Sheet> sheets) {

        static Optional<PartSheet> of(ShownJoint.Part part) {
            ShownCost cost = part.cost();
            return cost == null
                    ? Optional.empty()
                    : Optional.of(new PartSheet(
                            part,
                            cost,
                            cost.cost().years().stream()
                                    .map(year -> new Sheet(FundWords.year(year.financialYear()), year))
                                    .toList()));
        }
    }

    @GetMapping("/bids/{bidId}/costing")
    String sheet(@PathVariable String bidId, Model model) {
        BidOfCall read = BidOfCall.read(sides, bidId, 0);
        List<PartSheet> parts = ShownJoint.parts(read).stream()
                .flatMap(part -> PartSheet.of(part).stream())
                .toList();
        if (parts.isEmpty()) {
            throw Rejection.of(
                    Refusal.NOT_FOUND,
                    "There is no costing sheet yet: the budget cannot be worked out before it is saved.");
        }
        read.show(model, "Costing sheet", words);
        model.addAttribute("ours", read.ours() || read.part().isPresent());
        model.addAttribute("joint", ShownJoint.of(read));
        model.addAttribute("parts", parts);
        model.addAttribute(
                "own",
                parts.stream()
                        .filter(one -> one.part().organisationId().equals(read.organisationId()))
                        .findFirst()
                        .orElse(parts.getFirst()));
        model.addAttribute("today", words.date(words.today()));
        return "bid/costing";
    }
}
