package org.tallystick.award;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.award.AwardQuery.AgreementView;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Row;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import org.tallystick.registry.BankDeeds;
import org.tallystick.registry.OrganisationQuery;

/** The pages on which something is done to an award or to one of its payments. */
@Page
class AwardDeedPages {

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;

    AwardDeedPages(Sides sides, Deeds deeds, Words words) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
    }

    @GetMapping("/awards/{awardId}/{act}")
    String show(
            @PathVariable String awardId,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        AwardView award = sides.ask(new AwardQuery.OneAward(awardId));
        AwardAct required = AwardAct.required(act, award, null, sides.actor());
        AgreementView agreement = agreement(award);
        Form form = start(from);
        if (required == AwardAct.OFFER) {
            new OfferDeed(award, agreement, words).start(form);
        }
        return deeds.show(new AwardDeeds(award, agreement, words).deed(required), form, model);
    }

    @PostMapping("/awards/{awardId}/{act}")
    String send(
            @PathVariable String awardId,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        AwardView award = sides.ask(new AwardQuery.OneAward(awardId));
        AwardAct required = AwardAct.required(act, award, null, sides.actor());
        return deeds.send(
                new AwardDeeds(award, agreement(award), words).deed(required), Form.of(sent), model, redirect);
    }

    @GetMapping("/awards/{awardId}/payments/{instalment:\\d{1,3}}/{act}")
    String showOfPayment(
            @PathVariable String awardId,
            @PathVariable int instalment,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        return deeds.show(ofPayment(awardId, instalment, act, from), start(from), model);
    }

    @PostMapping("/awards/{awardId}/payments/{instalment:\\d{1,3}}/{act}")
    String sendOfPayment(
            @PathVariable String awardId,
            @PathVariable int instalment,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        Form form = Form.of(sent);
        return deeds.send(ofPayment(awardId, instalment, act, form.value(Deeds.FROM)), form, model, redirect);
    }

    private Deed ofPayment(String awardId, int instalment, String key, String from) {
        AwardView award = sides.ask(new AwardQuery.OneAward(awardId));
        PaymentView payment = AwardWords.payment(award, instalment);
        AwardAct act = AwardAct.required(key, award, payment, sides.actor());
        List<Row> account = act == AwardAct.INSTRUCT ? account(payment.recipient()) : List.of();
        return new PaymentDeeds(award, payment, account, words, from).deed(act);
    }

    private List<Row> account(String recipient) {
        return BankDeeds.inFull(
                sides.ask(new OrganisationQuery.OneOrganisation(recipient)).bank());
    }

    /** The version on offer, or offered last; none where none was. */
    private @Nullable AgreementView agreement(AwardView award) {
        return award.agreementVersion() == 0
                ? null
                : sides.ask(new AwardQuery.Agreement(award.summary().awardId(), null));
    }

    private Form start(String from) {
        return Form.empty().put(Deeds.FROM, from).putDate("effectiveOn", words.today());
    }
}
