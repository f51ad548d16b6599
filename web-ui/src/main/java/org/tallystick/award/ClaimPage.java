package org.tallystick.award;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.FormRows;
import org.tallystick.platform.Page;
import org.tallystick.platform.RowsOfForm;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** Claiming a payment in arrears: what was spent, a row for each thing, and how much of it is claimed. */
@Page
class ClaimPage {

    private static final String PATH = "/awards/{awardId}/payments/{instalment:\\d{1,3}}/claim";
    private static final String SEND = "send";

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;

    ClaimPage(Sides sides, Deeds deeds, Words words) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
    }

    /** The form with its rows, as fragments/rows.html shows them. */
    record Draft(Form form, String home) implements RowsOfForm {
        @Override
        public FormRows repeated(String part) {
            return FormRows.of(part, List.of(ClaimDeeds.SPENT));
        }
    }

    @GetMapping(PATH)
    String show(
            @PathVariable String awardId,
            @PathVariable int instalment,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        ClaimDeeds claim = claim(awardId, instalment, from);
        Form form = claim.start(Form.empty().put(Deeds.FROM, from));
        deeds.show(claim.deed(AwardAct.CLAIM), form, model);
        return page(claim, form, model);
    }

    /** The button says what is asked: another row, one less, or to send it. */
    @PostMapping(PATH)
    String goOn(
            @PathVariable String awardId,
            @PathVariable int instalment,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = SEND) String step,
            Model model,
            RedirectAttributes redirect) {
        Form form = Form.of(sent);
        ClaimDeeds claim = claim(awardId, instalment, form.value(Deeds.FROM));
        if (step.equals(SEND)) {
            String next = deeds.send(claim.deed(AwardAct.CLAIM), form, model, redirect);
            return form.hasProblems() ? page(claim, form, model) : next;
        }
        FormRows.step(form, step, List.of(ClaimDeeds.SPENT));
        deeds.show(claim.deed(AwardAct.CLAIM), form, model);
        return page(claim, form, model);
    }

    private ClaimDeeds claim(String awardId, int instalment, String from) {
        AwardView award = sides.ask(new AwardQuery.OneAward(awardId));
        PaymentView payment = AwardWords.payment(award, instalment);
        AwardAct.required(AwardAct.CLAIM.key(), award, payment, sides.actor());
        return new PaymentDeeds(award, payment, List.of(), words, from).claim(AwardAct.CLAIM);
    }

    private static String page(ClaimDeeds claim, Form form, Model model) {
        PaymentView payment = claim.payment();
        String home = "/awards/" + payment.awardId() + "/payments/" + payment.instalment() + "/claim";
        model.addAttribute("draft", new Draft(form, home));
        return "award/claim";
    }
}
