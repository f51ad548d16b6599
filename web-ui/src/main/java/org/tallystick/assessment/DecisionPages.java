package org.tallystick.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.assessment.AssessmentQuery.BidsSideBySide;
import org.tallystick.assessment.AssessmentQuery.DecisionOf;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.RecommendedBid;
import org.tallystick.assessment.AssessmentQuery.ReserveView;
import org.tallystick.assessment.AssessmentQuery.SideBySide;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.FiguresOfCall;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.platform.Access;
import org.tallystick.platform.Act;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** The bids of a call side by side, for the body that holds it, and what is decided about them with one button. */
@Page
class DecisionPages {

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;

    DecisionPages(Sides sides, Deeds deeds, Words words) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
    }

    /** What is said of one bid in reserve. */
    record Said(String applicant, String href, String outcome) {}

    /**
     * A bid with what is to become of it.
     *
     * @param outcome the sum of the award, or that there is none; empty while nothing is said of it
     * @param notes what of the sum asked for, and of the full cost, it leaves open
     * @param reason why, in the words that the applicant reads
     */
    record Judged(CallBids.Line line, String outcome, List<String> notes, String reason) {}

    @GetMapping("/calls/{callId}/decision")
    String decision(
            @PathVariable String callId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Access.require(sides.actor(), BidsSideBySide.class);
        DecisionView decision = sides.ask(new DecisionOf(callId), after);
        CallView call = sides.ask(new OneCall(callId));
        SideBySide bids = sides.ask(
                new BidsSideBySide(callId, null, null, BidOrder.RANK, false, Math.max(1, page), Paging.USUAL_SIZE));
        model.addAttribute("call", call);
        model.addAttribute("summary", call.summary());
        Map<String, RecommendedBid> said = new HashMap<>();
        decision.bids().forEach(bid -> said.put(bid.bidId(), bid));
        model.addAttribute(
                "lines",
                bids.page().items().stream()
                        .map(bid -> judged(new CallBids.Line(bid), said.get(bid.bidId())))
                        .toList());
        model.addAttribute("bids", bids);
        model.addAttribute(
                "paging", new Paging(page, Paging.USUAL_SIZE, bids.page().total()));
        model.addAttribute("hidden", bids.hidden());
        if (decision.approvedBy() != null) {
            model.addAttribute(
                    "times",
                    new FigureWords(words)
                            .times(sides.ask(new FiguresOfCall(callId)).times()));
        }
        model.addAttribute("decision", decision);
        model.addAttribute("givenPence", DecisionDeeds.givenPence(decision));
        @Nullable ReserveView reserve = Reserve.of(sides, decision);
        model.addAttribute("reserve", reserve == null ? null : Reserve.said(call, reserve, words));
        acts(DecisionAct.offered(decision, reserve, call.summary().holder(), sides.actor()), decision, model);
        return "assessment/decision";
    }

    /** What the call waits for is a button, the rest are links. */
    private static void acts(List<DecisionAct> acts, DecisionView decision, Model model) {
        String home = "/calls/" + decision.callId();
        List<DecisionAct> next =
                acts.stream().filter(act -> act.bringsOn(decision)).limit(1).toList();
        model.addAttribute(
                "firstAct", Act.links(next, home).stream().findFirst().orElse(null));
        model.addAttribute(
                "acts",
                Act.links(acts.stream().filter(act -> !next.contains(act)).toList(), home));
    }

    private static Judged judged(CallBids.Line line, @Nullable RecommendedBid said) {
        return said == null
                ? new Judged(line, "", List.of(), "")
                : new Judged(
                        line,
                        DecisionDeeds.given(said),
                        DecisionDeeds.left(said),
                        said.recommendation().reason());
    }

    @GetMapping("/calls/{callId}/{act:approve-decision|inform|approve-promotion|archive}")
    String show(@PathVariable String callId, @PathVariable String act, Model model) {
        DecisionView decision = sides.ask(new DecisionOf(callId));
        @Nullable ReserveView reserve = Reserve.of(sides, decision);
        boolean promotion = act.equals(DecisionAct.APPROVE_PROMOTION.key()) && reserve != null;
        int version = promotion ? Objects.requireNonNull(reserve).version() : decision.version();
        Form form = Form.empty().putReadVersion(version);
        return deeds.show(deed(decision, reserve, act), form, model);
    }

    @PostMapping("/calls/{callId}/{act:approve-decision|inform|approve-promotion|archive}")
    String send(
            @PathVariable String callId,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        DecisionView decision = sides.ask(new DecisionOf(callId));
        return deeds.send(deed(decision, Reserve.of(sides, decision), act), Form.of(sent), model, redirect);
    }

    private Deed deed(DecisionView decision, @Nullable ReserveView reserve, String key) {
        CallView call = sides.ask(new OneCall(decision.callId()));
        DecisionDeeds all = new DecisionDeeds(call, decision, words);
        return switch (DecisionAct.required(
                key, decision, reserve, call.summary().holder(), sides.actor())) {
            case APPROVE -> all.approve();
            case INFORM -> all.inform();
            case APPROVE_PROMOTION -> all.approvePromotion(Objects.requireNonNull(reserve));
            case ARCHIVE -> all.archive();
            case INVITE, RECOMMEND, PROMOTE -> throw new IllegalStateException("A page of its own: " + key);
        };
    }
}
