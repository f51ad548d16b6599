package org.tallystick.assessment;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tallystick.call.GrantCallQuery.CallFigures;
import org.tallystick.call.GrantCallQuery.CallTimes;
import org.tallystick.call.GrantCallQuery.FiguresOfCall;
import org.tallystick.call.GrantCallQuery.FiguresOfFunder;
import org.tallystick.call.GrantCallQuery.FunderFigures;
import org.tallystick.history.HistoryQuery;
import org.tallystick.platform.Page;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** How long decisions took and whom they reached: of one call, and of all calls of a body. Anybody may read it. */
@Page
class FiguresPages {

    private final Sides sides;
    private final FigureWords says;

    FiguresPages(Sides sides, Words words) {
        this.sides = sides;
        this.says = new FigureWords(words);
    }

    /** A call in the list of a body. */
    record Line(CallTimes call, String decision, String told, String firstPayment) {}

    @GetMapping("/calls/{callId}/figures")
    String ofCall(@PathVariable String callId, Model model) {
        CallFigures figures = sides.ask(new FiguresOfCall(callId));
        model.addAttribute("figures", figures);
        model.addAttribute("times", says.times(figures.times()));
        model.addAttribute("effort", says.effort(figures.effort(), figures.told()));
        model.addAttribute("lines", FigureWords.lines(figures.standings()));
        model.addAttribute("mayHistory", sides.may(HistoryQuery.OneEvent.class));
        return "assessment/figures-call";
    }

    @GetMapping("/funders/{holder}/figures")
    String ofFunder(@PathVariable String holder, Model model) {
        FunderFigures figures = sides.ask(new FiguresOfFunder(holder));
        model.addAttribute("figures", figures);
        model.addAttribute("times", says.times(figures.decision(), figures.told(), figures.firstPayment()));
        model.addAttribute("lines", FigureWords.lines(figures.standings()));
        model.addAttribute("calls", calls(figures.calls()));
        return "assessment/figures-funder";
    }

    private static List<Line> calls(List<CallTimes> calls) {
        return calls.stream()
                .map(call -> new Line(
                        call,
                        FigureWords.number(call.times().decisionWorkingDays()),
                        FigureWords.number(call.times().toldWorkingDays()),
                        FigureWords.number(call.times().firstPaymentWorkingDays())))
                .toList();
    }
}
