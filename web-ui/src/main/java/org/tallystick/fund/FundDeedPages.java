package org.tallystick.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.platform.Access;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import org.tallystick.registry.OrganisationKind;
import org.tallystick.registry.OrganisationQuery.OrganisationSummary;
import org.tallystick.registry.OrganisationQuery.Organisations;

/** The pages on which something is done to a fund. */
@Page
class FundDeedPages {

    private static final int MOST_BODIES = 500;

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;

    FundDeedPages(Sides sides, Deeds deeds, Words words) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
    }

    @GetMapping("/funds/open")
    String showOpen(Model model) {
        Access.require(sides.actor(), FundCommand.OpenFund.class);
        Form form = today(Form.empty()).put("drawOrder", DrawOrder.PRO_RATA.name());
        return deeds.show(OpenFundDeed.of(sides.actor()), form.put("commitAgainst", "RECEIVED"), model);
    }

    @PostMapping("/funds/open")
    String open(@RequestParam MultiValueMap<String, String> sent, Model model, RedirectAttributes redirect) {
        Access.require(sides.actor(), FundCommand.OpenFund.class);
        return deeds.send(OpenFundDeed.of(sides.actor()), Form.of(sent), model, redirect);
    }

    /** The query of the address fills the form in: a row of the contributions leads here with what was pledged. */
    @GetMapping("/funds/{fundId}/{act}")
    String show(
            @PathVariable String fundId,
            @PathVariable String act,
            @RequestParam Map<String, String> known,
            Model model) {
        Form form = today(Form.empty());
        for (String name : List.of("contributor", "financialYear", "restriction", "source")) {
            Optional.ofNullable(known.get(name)).ifPresent(value -> form.put(name, value));
        }
        return deeds.show(deed(fundId, act), form, model);
    }

    @PostMapping("/funds/{fundId}/{act}")
    String send(
            @PathVariable String fundId,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        return deeds.send(deed(fundId, act), Form.of(sent), model, redirect);
    }

    private Deed deed(String fundId, String key) {
        FundView fund = sides.ask(new FundQuery.OneFund(fundId));
        FundAct act = FundAct.required(key, fund, sides.actor());
        LocalDate today = words.today();
        return switch (act) {
            case RECEIVE, PLEDGE -> new ContributionDeeds(fund, bodies(fund), today).deed(act);
            case WITHDRAW_PLEDGE -> PledgeDeed.withdraw(fund);
            case GIVE_BACK -> new GiveBackDeed(fund).deed();
            case FREE_UNSPENT, RETURN_UNSPENT -> new UnspentDeeds(fund).deed(act);
            case FREEZE, UNFREEZE, CLOSE -> FundStateDeeds.deed(act, fund);
        };
    }

    /** Who may give: those who gave or pledged already, then the public bodies of the registry. */
    private List<Option> bodies(FundView fund) {
        Map<String, String> names = new java.util.LinkedHashMap<>();
        names.put("", "Choose who gives");
        fund.contributions().forEach(given -> names.put(given.contributor(), given.contributorName()));
        names.put(fund.summary().holder(), fund.summary().holderName());
        for (OrganisationSummary body : sides.ask(
                        new Organisations(null, OrganisationKind.STATUTORY_BODY, null, false, 1, MOST_BODIES))
                .items()) {
            names.putIfAbsent(body.organisationId(), body.name());
        }
        return names.entrySet().stream()
                .map(body -> Option.of(body.getKey(), body.getValue()))
                .toList();
    }

    private Form today(Form form) {
        return form.putDate("effectiveOn", words.today());
    }
}
