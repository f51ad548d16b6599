package org.tallystick.call;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.BidQuery;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Link;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Role;
import org.tallystick.platform.Settings;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** One call: all that an applicant needs, in the order in which it is read, and what the person may do. */
@Page
class OneCallPage {

    private static final int MOST_QUESTIONS = 20;

    private final Sides sides;
    private final Words words;
    private final Findings findings;

    OneCallPage(Sides sides, Words words, ObjectProvider<Settings> settings) {
        this.sides = sides;
        this.words = words;
        this.findings = Findings.of(settings);
    }

    @GetMapping("/calls/{callId}")
    String one(
            @PathVariable String callId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        CallView call = sides.ask(new GrantCallQuery.OneCall(callId), after);
        Actor actor = sides.actor();
        List<Link> acts = CallAct.offered(call, actor);
        model.addAttribute("call", call);
        model.addAttribute("summary", call.summary());
        CallTerms terms = call.terms();
        model.addAttribute(
                "shown", ShownCall.of(terms, findings.of(call), findings.mostHours(terms), call.fundNames(), words));
        model.addAttribute("state", CallWords.state(call.summary().state()));
        model.addAttribute("next", CallWords.next(call, words));
        model.addAttribute("first", acts.stream().filter(Link::main).toList());
        model.addAttribute("acts", acts.stream().filter(act -> !act.main()).toList());
        showQuestions(call, page, model);
        model.addAttribute("mayAnswer", CallAct.ANSWER.fits(call, actor));
        model.addAttribute("mayAskAfterLogIn", actor.role() == Role.PUBLIC && takesQuestions(call));
        model.addAttribute(
                "wroteIt",
                call.summary().state() == GrantCallState.DRAFTED
                        && actor.role() == Role.GOVERNOR
                        && call.drafters().contains(actor.personId()));
        if (call.summary().state() == GrantCallState.OPEN && sides.may(BidCommand.StartBid.class)) {
            showBidding(callId, model);
        }
        model.addAttribute("readsBids", readsBids(call, actor));
        model.addAttribute("readsHistory", decides(call, actor) || actor.role() == Role.AUDITOR);
        model.addAttribute(
                "figures",
                call.summary().state() == GrantCallState.INFORMED
                        || call.summary().state() == GrantCallState.ARCHIVED);
        return "call/one";
    }

    private static void showQuestions(CallView call, int page, Model model) {
        Paging paging = new Paging(page, MOST_QUESTIONS, call.questions().size());
        model.addAttribute("paging", paging);
        model.addAttribute("questions", call.questions().subList((int) paging.offset(), (int) paging.to()));
    }

    /** The way to a bid, or to the own one, and whether the call is for them. */
    private void showBidding(String callId, Model model) {
        model.addAttribute("mayBid", true);
        model.addAttribute("startKey", Sides.newKey());
        sides.ask(new BidQuery.Bids(callId, null, 1, 1)).items().stream()
                .findFirst()
                .ifPresent(bid -> model.addAttribute("ownBid", bid));
        sides.ask(new GrantCallQuery.FittingCalls(1, Paged.MOST)).items().stream()
                .filter(fitting -> fitting.call().callId().equals(callId))
                .findFirst()
                .ifPresent(fitting -> model.addAttribute("fit", CallWords.Fit.of(fitting)));
    }

    /** Those who decide, and auditors, once the call has closed. */
    private boolean readsBids(CallView call, Actor actor) {
        boolean taken = switch (call.summary().state()) {
            case DRAFTED, SCHEDULED, OPEN, WITHDRAWN -> false;
            case CLOSED, ASSESSING, DECIDED, INFORMED, ARCHIVED -> true;
        };
        return taken && (decides(call, actor) || actor.role() == Role.AUDITOR);
    }

    private static boolean decides(CallView call, Actor actor) {
        return (actor.role() == Role.GOVERNOR || actor.role() == Role.COMMISSIONER)
                && actor.actsFor(call.summary().holder());
    }

    private static boolean takesQuestions(CallView call) {
        return call.summary().state() == GrantCallState.SCHEDULED
                || call.summary().state() == GrantCallState.OPEN;
    }
}
