package org.tallystick.fund;

import java.util.EnumSet;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.fund.FundQuery.Contribution;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.fund.FundQuery.UnspentMoney;
import org.tallystick.ledger.TimeChoice;
import org.tallystick.ledger.WhyPage;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.platform.Act;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyBar;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Words;

/** Funds at a glance, and one fund. */
@Page
class FundPages {

    private static final int ORDER = 10;
    private static final int ON_A_PAGE = 25;

    private final Sides sides;
    private final Words words;

    FundPages(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @Bean
    static NavigationItem fundsNavigation() {
        return new NavigationItem(
                ORDER, "Funds", "/funds", EnumSet.of(Role.GOVERNOR, Role.COMMISSIONER, Role.PAYER, Role.AUDITOR));
    }

    /** A fund in the list. */
    record Card(FundSummary fund, StateTag state, MoneyBar bar) {
        static Card of(FundSummary fund) {
            return new Card(fund, FundWords.state(fund.state()), FundWords.bar(fund, true));
        }
    }

    /** One row of the contributions, with where its money can be recorded as received, or an empty link. */
    record Given(
            Contribution contribution, String year, String restriction, long outstandingPence, String whyReceived) {
        static Given of(String fundId, Contribution given) {
            return new Given(
                    given,
                    FundWords.year(given.financialYear()),
                    FundWords.restriction(given.restriction()),
                    PledgeDeed.toComePence(given),
                    WhyPage.href(
                            FigureOf.FUND,
                            fundId,
                            Figure.CONTRIBUTED,
                            "contributor",
                            given.contributor(),
                            "financialYear",
                            given.financialYear().toString(),
                            "restriction",
                            given.restriction()));
        }
    }

    /** One row of what awards did not spend, with where it can be decided about. */
    record NotSpent(UnspentMoney money, String why, String year, String restriction, String source, String whyAmount) {
        static NotSpent of(String fundId, UnspentMoney money) {
            return new NotSpent(
                    money,
                    FundWords.unspent(money.unspent()),
                    FundWords.year(money.financialYear()),
                    FundWords.restriction(money.restriction()),
                    UnspentDeeds.drawer(money),
                    WhyPage.href(
                            FigureOf.FUND,
                            fundId,
                            money.unspent() == Unspent.RETURNED ? Figure.RETURNED : Figure.LAPSED,
                            "contributor",
                            money.contributor(),
                            "financialYear",
                            money.financialYear().toString(),
                            "restriction",
                            money.restriction()));
        }
    }

    @GetMapping("/funds")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Paged<FundSummary> found =
                sides.ask(new FundQuery.Funds(q.isBlank() ? null : q.strip(), Math.max(1, page), ON_A_PAGE), after);
        model.addAttribute("q", q);
        model.addAttribute("cards", found.items().stream().map(Card::of).toList());
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        model.addAttribute("mayOpen", sides.may(FundCommand.OpenFund.class));
        return "fund/list";
    }

    @GetMapping("/funds/{fundId}")
    String one(
            @PathVariable String fundId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        FundView fund = sides.ask(new FundQuery.OneFund(fundId), after);
        Form form = Form.of(sent);
        TimeChoice time = TimeChoice.read(form, sides);
        time.show(model, words, "/funds/" + fundId);
        model.addAttribute("form", form);
        model.addAttribute("summary", fund.summary());
        model.addAttribute("statement", time.in(FundWords.statement(fundId)));
        if (time.past()) {
            FundThen.ask(fund.summary(), time, sides).show(model, sides);
            return "fund/then";
        }
        return now(fund, model);
    }

    private String now(FundView fund, Model model) {
        String fundId = fund.summary().fundId();
        List<FundAct> offered = FundAct.offered(fund, sides.actor());
        model.addAttribute("fund", fund);
        model.addAttribute("state", FundWords.state(fund.summary().state()));
        model.addAttribute("bar", FundWords.bar(fund.summary(), true));
        model.addAttribute("free", FundWords.free(fund.summary()));
        model.addAttribute("whyFree", whyFree(fund));
        model.addAttribute(
                "contributions",
                fund.contributions().stream()
                        .map(given -> Given.of(fundId, given))
                        .toList());
        model.addAttribute(
                "unspent",
                fund.unspent().stream().map(money -> NotSpent.of(fundId, money)).toList());
        model.addAttribute("mayFreeUnspent", offered.contains(FundAct.FREE_UNSPENT));
        model.addAttribute("mayReturnUnspent", offered.contains(FundAct.RETURN_UNSPENT));
        model.addAttribute("burnDown", FundWords.burnDown(fund.burnDown()).orElse(null));
        model.addAttribute("mayReceive", offered.contains(FundAct.RECEIVE));
        model.addAttribute("mayAward", mayAward(fund));
        model.addAttribute("acts", Act.links(offered, "/funds/" + fundId));
        return "fund/one";
    }

    /**
     * For each line of what is free, why it is that. Where pledges count too, it is no sum of the ledger: the table of
     * what came from whom says what it is made of.
     */
    private static List<String> whyFree(FundView fund) {
        return fund.summary().free().stream()
                .map(free -> fund.commitAgainst() == CommitAgainst.PLEDGED
                        ? "/funds/" + fund.summary().fundId() + "#contributions"
                        : WhyPage.href(
                                FigureOf.FUND,
                                fund.summary().fundId(),
                                Figure.AVAILABLE,
                                "financialYear",
                                free.financialYear().toString(),
                                "restriction",
                                free.restriction()))
                .toList();
    }

    private boolean mayAward(FundView fund) {
        return fund.summary().state() == FundState.OPEN
                && sides.may(org.tallystick.award.AwardCommand.CommitAward.class)
                && sides.actor().actsFor(fund.summary().holder());
    }
}
