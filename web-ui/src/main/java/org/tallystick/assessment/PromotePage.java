package org.tallystick.assessment;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.assessment.AssessmentQuery.EnvelopeLeft;
import org.tallystick.assessment.AssessmentQuery.ReserveView;
import org.tallystick.bid.BidState;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;

/** Says that a bid in reserve is to get an award after all; another person approves it. */
@Page
class PromotePage {

    private static final String BID = "bid";

    private final Sides sides;

    PromotePage(Sides sides) {
        this.sides = sides;
    }

    /** What is on the page: those in reserve, the best first, and the one that is chosen. */
    private record Desk(CallBids all, ReserveView reserve, List<CallBids.Line> lines, CallBids.Line chosen) {

        CallBids one() {
            return new CallBids(all.call(), all.decision(), List.of(chosen), all.hidden());
        }
    }

    @GetMapping("/calls/{callId}/promote")
    String show(@PathVariable String callId, @RequestParam(defaultValue = "") String bid, Model model) {
        Desk desk = desk(callId, bid);
        Form form = new RecommendForm(desk.one()).filled();
        form.putReadVersion(desk.reserve().version());
        form.put("reason-" + desk.chosen().bid().bidId(), "");
        offerWhatIsLeft(desk, form);
        return page(desk, form, model);
    }

    private static void offerWhatIsLeft(Desk desk, Form form) {
        for (YearAmount year : desk.chosen().asked()) {
            long left = desk.reserve().left().stream()
                    .filter(part -> part.financialYear().equals(year.financialYear()))
                    .mapToLong(EnvelopeLeft::leftPence)
                    .sum();
            form.put(
                    RecommendForm.amount(desk.chosen(), year),
                    RecommendForm.pounds(Math.clamp(left, 0, year.amountPence())));
        }
    }

    @PostMapping("/calls/{callId}/promote")
    String send(
            @PathVariable String callId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        Form form = Form.of(sent);
        Desk desk = desk(callId, form.value(BID));
        form.put("outcome-" + desk.chosen().bid().bidId(), Recommendation.Outcome.AWARD.name());
        List<Recommendation> awards = new RecommendForm(desk.one()).read(form);
        if (form.hasProblems()) {
            return page(desk, form, model);
        }
        try {
            long position = sides.send(
                            new GrantCallCommand.RecommendPromotion(callId, form.readVersion(), awards.getFirst()),
                            Deeds.keyOf(form))
                    .position();
            redirect.addFlashAttribute("done", "The award is recommended. A governor approves it next.");
            return "redirect:" + Deeds.after("/calls/" + callId + "/decision", position);
        } catch (Rejection rejection) {
            RecommendPage.refuse(desk.one(), desk.reserve().version(), form, rejection);
            return page(desk, form, model);
        }
    }

    private Desk desk(String callId, String bidId) {
        CallBids all = CallBids.read(sides, callId, 0);
        ReserveView reserve = Reserve.of(sides, all.decision());
        DecisionAct.required(
                DecisionAct.PROMOTE.key(),
                all.decision(),
                reserve,
                all.call().summary().holder(),
                sides.actor());
        List<CallBids.Line> lines = all.lines().stream()
                .filter(line -> line.bid().state() == BidState.RESERVED)
                .toList();
        if (reserve == null || lines.isEmpty()) {
            throw Rejection.of(Refusal.WRONG_STATE, "No bid is in reserve any more.");
        }
        CallBids.Line chosen = lines.stream()
                .filter(line -> line.bid().bidId().equals(bidId))
                .findFirst()
                .orElse(lines.getFirst());
        return new Desk(all, reserve, lines, chosen);
    }

    private static String page(Desk desk, Form form, Model model) {
        Deeds.keyOf(form);
        model.addAttribute("form", form);
        model.addAttribute("summary", desk.all().call().summary());
        model.addAttribute("lines", desk.lines());
        model.addAttribute("line", desk.chosen());
        model.addAttribute("id", desk.chosen().bid().bidId());
        model.addAttribute("sources", new RecommendForm(desk.one()).sources());
        model.addAttribute("left", Reserve.left(desk.all().call(), desk.reserve()));
        model.addAttribute("waiting", desk.reserve().waiting());
        return "assessment/promote";
    }
}
