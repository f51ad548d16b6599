package org.tallystick.fund;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.tallystick.fund.FundQuery.Balance;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.ledger.AccountWords;
import org.tallystick.ledger.AccountWords.Stage;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.Subject;
import org.tallystick.ledger.TimeChoice;
import org.tallystick.ledger.WhyPage;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.platform.MoneyBar;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Sides;

/** The money of a fund at another time, from the balances that its accounts had then. */
record FundThen(FundSummary now, TimeChoice time, List<AccountBalance> accounts) {

    /** A sum of one account, and why it was that. */
    record Line(String name, String href, long pence, String why) {}

    /** As the ledger was at that time. */
    static FundThen ask(FundSummary now, TimeChoice time, Sides sides) {
        return new FundThen(
                now,
                time,
                sides.ask(new Statement(Subject.FUND, now.fundId(), null, null, time.at(), 1, 1))
                        .accounts());
    }

    void show(Model model, Sides sides) {
        Names names = sides.names(accounts.stream().flatMap(one -> AccountWords.ids(one.account())));
        model.addAttribute("bar", bar());
        model.addAttribute("receivedPence", -net(Stage.CONTRIBUTOR));
        model.addAttribute("whyReceived", time.in(WhyPage.href(FigureOf.FUND, now.fundId(), Figure.CONTRIBUTED)));
        model.addAttribute("contributions", contributions(names));
        model.addAttribute("allocations", allocations(names));
    }

    /** Each part opens why it was that, at the same time. */
    private MoneyBar bar() {
        Balance then = new Balance(
                -net(Stage.CONTRIBUTOR),
                net(Stage.AVAILABLE),
                net(Stage.ALLOCATED),
                net(Stage.COMMITTED),
                net(Stage.OBLIGATED),
                net(Stage.PAYABLE),
                net(Stage.RECEIVED),
                net(Stage.RETURNED),
                net(Stage.LAPSED));
        MoneyBar bar = FundWords.bar(
                new FundSummary(
                        now.fundId(),
                        now.name(),
                        now.holder(),
                        now.holderName(),
                        now.state(),
                        then,
                        now.pledgedPence(),
                        now.restrictions(),
                        List.of()),
                true);
        return new MoneyBar(
                bar.title(),
                bar.parts().stream()
                        .map(part -> part.why(time.in(part.whyHref())))
                        .toList());
    }

    /** What is on all accounts of a stage, debits above zero. */
    private long net(Stage stage) {
        return of(stage).mapToLong(FundThen::net).sum();
    }

    private static long net(AccountBalance account) {
        return account.debitPence() - account.creditPence();
    }

    private Stream<AccountBalance> of(Stage stage) {
        return accounts.stream().filter(one -> AccountWords.stageOf(one.account()) == stage);
    }

    private List<Line> contributions(Names names) {
        return of(Stage.CONTRIBUTOR)
                .map(account -> {
                    String giver = last(account);
                    String why = WhyPage.href(FigureOf.FUND, now.fundId(), Figure.CONTRIBUTED, "contributor", giver);
                    return new Line(names.organisation(giver), "/organisations/" + giver, -net(account), time.in(why));
                })
                .toList();
    }

    private List<Line> allocations(Names names) {
        return of(Stage.ALLOCATED)
                .map(account -> new Line(
                        names.call(last(account)),
                        "/calls/" + last(account),
                        net(account),
                        time.in(WhyPage.href(account.account()))))
                .toList();
    }

    private static String last(AccountBalance account) {
        return account.account().substring(account.account().lastIndexOf(':') + 1);
    }
}
