package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.call.CallTerms.EligibilityQuestion;
import org.tallystick.platform.Form;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** Whether an organisation may apply: yes or no to each question, before any other work is put in. */
@Page
class EligibilityPage {

    private static final List<Option> YES_OR_NO = List.of(Option.of("yes", "Yes"), Option.of("no", "No"));

    private final Sides sides;
    private final Words words;
    private final PartSaving saving;

    EligibilityPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
        this.saving = new PartSaving(sides);
    }

    @GetMapping("/bids/{bidId}/eligibility")
    String show(@PathVariable String bidId, @RequestParam(defaultValue = "0") long after, Model model) {
        BidOfCall read = BidOfCall.writable(sides, bidId, after, words);
        Form form = Form.empty();
        List<EligibilityQuestion> asked = read.terms().eligibility();
        for (int i = 0; i < asked.size(); i++) {
            String text = asked.get(i).text();
            int row = i + 1;
            read.bid().eligibility().answers().stream()
                    .filter(answer -> answer.question().equals(text))
                    .findFirst()
                    .ifPresent(answer -> form.put("answer-" + row, answer.yes() ? "yes" : "no"));
        }
        PartSaving.putVersion(form, read.bid().eligibility().saved());
        return page(read, form, model);
    }

    @PostMapping("/bids/{bidId}/eligibility")
    String save(
            @PathVariable String bidId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        BidOfCall read = BidOfCall.ofOurs(sides, bidId);
        Form form = Form.of(sent);
        List<EligibilityAnswer> answers = answers(read, form);
        if (form.hasProblems()) {
            return page(read, form, model);
        }
        try {
            String next = Eligibility.of(read.terms().eligibility(), answers)
                            .against()
                            .isEmpty()
                    ? TaskLine.after(read.bid(), BidPart.ELIGIBILITY, 0)
                    : read.home();
            return saving.save(
                    new BidCommand.AnswerEligibility(bidId, PartSaving.readVersion(form), answers),
                    form,
                    "Your answers are saved.",
                    next,
                    read.home(),
                    redirect);
        } catch (Rejection rejection) {
            PartSaving.refuse(form, rejection);
            if (rejection.refusal() == Refusal.CONFLICT) {
                BidOfCall now = BidOfCall.ofOurs(sides, bidId);
                PartSaving.putVersion(form, now.bid().eligibility().saved());
                model.addAttribute("theirs", now.bid().eligibility().answers());
                return page(now, form, model);
            }
            return page(read, form, model);
        }
    }

    private static List<EligibilityAnswer> answers(BidOfCall read, Form form) {
        List<EligibilityAnswer> answers = new ArrayList<>();
        List<EligibilityQuestion> asked = read.terms().eligibility();
        for (int i = 0; i < asked.size(); i++) {
            String text = asked.get(i).text();
            form.choice("answer-" + (i + 1), List.of("yes", "no"), one -> one, "Answer “" + text + "”")
                    .ifPresent(chosen -> answers.add(new EligibilityAnswer(text, chosen.equals("yes"))));
        }
        return answers;
    }

    private String page(BidOfCall read, Form form, Model model) {
        read.show(model, "Whether you may apply", words);
        model.addAttribute("form", PartSaving.withKey(form));
        model.addAttribute("asked", read.terms().eligibility());
        model.addAttribute("yesOrNo", YES_OR_NO);
        return "bid/eligibility";
    }
}
