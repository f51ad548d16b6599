package org.tallystick.call;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.QuestionAndAnswer;
import org.tallystick.fund.FundQuery;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Settings;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** The pages on which something is done to a call with one button. */
@Page
class CallDeedPages {

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;
    private final Findings findings;

    CallDeedPages(Sides sides, Deeds deeds, Words words, ObjectProvider<Settings> settings) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
        this.findings = Findings.of(settings);
    }

    @GetMapping("/calls/{callId}/{act:approve|withdraw|ask}")
    String show(@PathVariable String callId, @PathVariable String act, Model model) {
        CallView call = call(callId);
        Deed deed = deed(call, act);
        Form form = Form.empty().putReadVersion(call.version());
        return deeds.show(deed, form, model);
    }

    @PostMapping("/calls/{callId}/{act:approve|withdraw|ask}")
    String send(
            @PathVariable String callId,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        return deeds.send(deed(call(callId), act), Form.of(sent), model, redirect);
    }

    @GetMapping("/calls/{callId}/questions/{questionId}/answer")
    String showAnswer(@PathVariable String callId, @PathVariable String questionId, Model model) {
        CallView call = call(callId);
        QuestionAndAnswer question = question(call, questionId);
        Form form = Form.empty().put("answer", Objects.requireNonNullElse(question.answer(), ""));
        return deeds.show(answer(call, question), form, model);
    }

    @PostMapping("/calls/{callId}/questions/{questionId}/answer")
    String sendAnswer(
            @PathVariable String callId,
            @PathVariable String questionId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        CallView call = call(callId);
        return deeds.send(answer(call, question(call, questionId)), Form.of(sent), model, redirect);
    }

    private CallView call(String callId) {
        return sides.ask(new GrantCallQuery.OneCall(callId));
    }

    private Deed deed(CallView call, String key) {
        CallAct act = CallAct.required(key, call, sides.actor());
        CallDeeds all = new CallDeeds(call, findings, words);
        return switch (act) {
            case APPROVE -> {
                List<FundSummary> funds =
                        sides.ask(new FundQuery.Funds(null, 1, Paged.MOST)).items();
                yield all.approve(CallWords.notEnoughFree(call.terms(), funds));
            }
            case WITHDRAW -> all.withdraw();
            default -> all.ask();
        };
    }

    private Deed answer(CallView call, QuestionAndAnswer question) {
        CallAct.required("answer", call, sides.actor());
        return new CallDeeds(call, findings, words).answer(question);
    }

    private static QuestionAndAnswer question(CallView call, String questionId) {
        return call.questions().stream()
                .filter(one -> one.questionId().equals(questionId))
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "Nobody asked that question about this call."));
    }
}
