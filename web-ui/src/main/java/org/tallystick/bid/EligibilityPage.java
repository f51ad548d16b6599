package org.tallystick.bid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    private static final String QUESTION = "question-";
    private static final String ANSWER = "answer-";
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
        BidOfCall read = BidOfCall.ofOurs(sides, bidId, after).writable(words);
        Form form = Form.empty();
        Map<String, String> known = new HashMap<>();
        read.bid().eligibility().answers().forEach(answer -> known.put(answer.question(), answer.yes() ? "yes" : "no"));
        fill(form, read, known);
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
        if (!asksTheSame(read, form)) {
            return asked(read, form, model);
        }
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
                    new BidCommand.AnswerEligibility(bidId, form.readVersion(), answers),
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

    /** Whether the form asked what the call asks now, in its order: a call that is open may change its conditions. */
    private static boolean asksTheSame(BidOfCall read, Form form) {
        List<EligibilityQuestion> asked = read.terms().eligibility();
        return IntStream.range(0, asked.size())
                        .allMatch(i -> form.value(QUESTION + (i + 1))
                                .equals(asked.get(i).text()))
                && !form.names().contains(QUESTION + (asked.size() + 1));
    }

    /** What the call asks now, with the answers that were given to the same questions. */
    private String asked(BidOfCall read, Form form, Model model) {
        Map<String, String> typed = new HashMap<>();
        form.names().stream()
                .filter(name -> name.startsWith(QUESTION))
                .forEach(name -> typed.put(form.value(name), form.value(ANSWER + name.substring(QUESTION.length()))));
        fill(form, read, typed);
        form.refuse(
                "",
                "The call has changed what it asks here. This is what it asks now; your answers to questions it still"
                        + " asks are kept. Look at all of them, then save.");
        return page(read, form, model);
    }

    /** Answers "yes" and "no" by the question; a question without one is left open. */
    private static void fill(Form form, BidOfCall read, Map<String, String> answers) {
        List<EligibilityQuestion> asked = read.terms().eligibility();
        for (int i = 0; i < asked.size(); i++) {
            form.put(ANSWER + (i + 1), answers.getOrDefault(asked.get(i).text(), ""));
        }
    }

    private static List<EligibilityAnswer> answers(BidOfCall read, Form form) {
        List<EligibilityAnswer> answers = new ArrayList<>();
        List<EligibilityQuestion> asked = read.terms().eligibility();
        for (int i = 0; i < asked.size(); i++) {
            String text = asked.get(i).text();
            form.choice(ANSWER + (i + 1), List.of("yes", "no"), one -> one, "Answer “" + text + "”")
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
