package org.tallystick.assessment;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;

/** What becomes of every bid of a call, said in one form; worked out against the envelope before it is sent. */
@Page
class RecommendPage {

    private static final int SIZE = 25;
    private static final String PAGE = "page";
    private static final String TO_PAGE = "page-";

    private final Sides sides;

    RecommendPage(Sides sides) {
        this.sides = sides;
    }

    @GetMapping("/calls/{callId}/recommend")
    String show(@PathVariable String callId, Model model) {
        CallBids bids = bids(callId);
        return page(bids, new RecommendForm(bids).filled(), model);
    }

    @PostMapping("/calls/{callId}/recommend")
    String send(
            @PathVariable String callId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        CallBids bids = CallBids.read(sides, callId, 0);
        Form form = Form.of(sent);
        String step = form.value("step");
        if (step.startsWith(TO_PAGE)) {
            form.put(PAGE, step.substring(TO_PAGE.length()));
        }
        if (!stillFits(bids, form) || bids.hidden() || step.startsWith(TO_PAGE) || step.equals("work-out")) {
            return page(bids, form, model);
        }
        List<Recommendation> all = new RecommendForm(bids).read(form);
        if (form.hasProblems()) {
            form.put(PAGE, String.valueOf(pageOfFirstProblem(bids, form)));
            return page(bids, form, model);
        }
        try {
            long position = sides.send(
                            new GrantCallCommand.RecommendAwards(callId, form.readVersion(), all), Deeds.keyOf(form))
                    .position();
            redirect.addFlashAttribute(
                    "done", "It is said what is to become of each bid. A governor approves it next.");
            return "redirect:" + Deeds.after("/calls/" + callId + "/decision", position);
        } catch (Rejection rejection) {
            refuse(bids, bids.decision().version(), form, rejection);
            form.put(PAGE, String.valueOf(pageOfFirstProblem(bids, form)));
            return page(bids, form, model);
        }
    }

    /** Whether a recommendation can be sent; where the call was decided or withdrawn since, what was typed stays. */
    private boolean stillFits(CallBids bids, Form form) {
        try {
            require(bids);
            return true;
        } catch (Rejection rejection) {
            if (rejection.refusal() != Refusal.WRONG_STATE) {
                throw rejection;
            }
            form.refuse(
                    "", rejection.sentence() + " Nothing was sent. What you typed is below: copy it if you need it.");
            return false;
        }
    }

    /**
     * In words that name applicants and not ids, beside the amount of the bid they name; after a conflict what was
     * typed stays, and is sent anew.
     */
    static void refuse(CallBids bids, int version, Form form, Rejection rejection) {
        String sentence = rejection.sentence();
        String field = rejection.field().orElse("");
        for (CallBids.Line line : bids.lines()) {
            String named = "bid " + line.bid().bidId();
            if (sentence.contains(named)) {
                sentence = sentence.replace(named, "the bid of " + line.bid().applicantName());
                field = line.asked().stream()
                        .findFirst()
                        .map(year -> RecommendForm.amount(line, year))
                        .orElse(field);
            }
        }
        if (rejection.refusal() == Refusal.CONFLICT) {
            form.putReadVersion(version);
            sentence =
                    "Somebody else recommended something while you wrote. What you typed is below; what they said is on"
                            + " the page of the decision. Send yours again if it is to count instead.";
        }
        form.refuse(Rejection.of(rejection.refusal(), field, sentence.replace("amounts must", "Amounts must")));
        Deeds.renewKey(form, rejection);
    }

    private CallBids bids(String callId) {
        CallBids bids = CallBids.read(sides, callId, 0);
        require(bids);
        return bids;
    }

    private void require(CallBids bids) {
        DecisionAct.required(
                DecisionAct.RECOMMEND.key(),
                bids.decision(),
                null,
                bids.call().summary().holder(),
                sides.actor());
    }

    private static int pageOfFirstProblem(CallBids bids, Form form) {
        for (int i = 0; i < bids.lines().size(); i++) {
            CallBids.Line line = bids.lines().get(i);
            if (RecommendForm.fields(line).stream()
                    .anyMatch(field -> !form.error(field).isEmpty())) {
                return i / SIZE + 1;
            }
        }
        return 1;
    }

    /** Many bids are shown page by page; what was said of the others goes along unseen. */
    private static String page(CallBids bids, Form form, Model model) {
        RecommendForm reading = new RecommendForm(bids);
        Deeds.keyOf(form);
        String number = form.value(PAGE);
        Paging paging = new Paging(
                number.matches("\\d{1,4}") ? Integer.parseInt(number) : 1,
                SIZE,
                bids.lines().size());
        List<CallBids.Line> shown =
                bids.lines().stream().skip(paging.offset()).limit(SIZE).toList();
        model.addAttribute("paging", paging);
        model.addAttribute(
                "unseen",
                bids.lines().stream()
                        .filter(line -> !shown.contains(line))
                        .flatMap(line -> RecommendForm.fields(line).stream())
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("call", bids.call());
        model.addAttribute("summary", bids.call().summary());
        model.addAttribute("lines", shown);
        model.addAttribute("hidden", bids.hidden());
        model.addAttribute("outcomes", RecommendForm.outcomes());
        model.addAttribute("sources", reading.sources());
        model.addAttribute("left", reading.left(form));
        return "assessment/recommend";
    }
}
