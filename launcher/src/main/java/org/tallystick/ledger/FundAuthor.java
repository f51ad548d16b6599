package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.Unspent;
import org.tallystick.ledger.Purse.Source;
import org.tallystick.platform.Currency;
import org.tallystick.platform.FinancialYear;

/** What happens to funds: money comes, is promised, and goes back. */
final class FundAuthor {

    static final List<String> RESTRICTIONS = List.of("unrestricted", "Women leaving prison");
    private static final long MUCH_PENCE = 400_000_00;
    private static final long ALL_THE_MONEY_THERE_IS_PENCE = 10_000_000_000_000L;

    private final Author author;

    FundAuthor(Author author) {
        this.author = author;
    }

    @Nullable
    Step next() {
        if (author.model.funds.size() < 2) {
            return open(author.model.funds.isEmpty() ? CommitAgainst.RECEIVED : CommitAgainst.PLEDGED);
        }
        ModelFund fund = author.any(List.copyOf(author.model.funds.values()));
        Source source = new Source(
                author.any(List.of(Cast.COUNCIL, Cast.POLICE)),
                2026 + author.random.nextInt(2),
                author.any(RESTRICTIONS));
        FinancialYear year = new FinancialYear(source.year());
        return switch (author.random.nextInt(fund.frozen ? 24 : 20)) {
            case 0, 1, 2, 3, 4, 5, 6 ->
                author.step(
                        author.oneIn(2) ? Cast.PIA : Cast.GITA,
                        new FundCommand.ReceiveContribution(
                                fund.id,
                                source.contributor(),
                                year,
                                source.restriction(),
                                author.oneIn(300) ? ALL_THE_MONEY_THERE_IS_PENCE : author.about(MUCH_PENCE),
                                author.name("BACS"),
                                author.oneIn(2) ? true : null,
                                author.day()));
            case 7, 8, 9 ->
                author.step(
                        Cast.CARL,
                        new FundCommand.PledgeContribution(
                                fund.id,
                                source.contributor(),
                                year,
                                source.restriction(),
                                author.about(MUCH_PENCE),
                                author.oneIn(2) ? true : null,
                                author.day()));
            case 10, 11 ->
                author.step(
                        Cast.CARL,
                        new FundCommand.WithdrawPledge(
                                fund.id,
                                source.contributor(),
                                year,
                                source.restriction(),
                                author.about(fund.pledged.of(source) - fund.received.of(source)),
                                "Cut",
                                author.day()));
            case 12, 13 -> giveBack(fund, source, author.about(freeOf(fund, source)));
            case 14, 15, 16, 17, 18 -> unspent(fund, author.oneIn(2) ? Unspent.RETURNED : Unspent.LAPSED);
            case 19 -> author.oneIn(4) ? author.step(Cast.GITA, new FundCommand.FreezeFund(fund.id, "Review")) : null;
            default -> author.step(Cast.GITA, new FundCommand.UnfreezeFund(fund.id, "Done"));
        };
    }

    private Step open(CommitAgainst against) {
        return author.step(
                Cast.GITA,
                new FundCommand.OpenFund(
                        author.name("fund"),
                        "Pooled fund",
                        Cast.COUNCIL,
                        "Women's centres",
                        Currency.GBP,
                        author.oneIn(2) ? DrawOrder.PRO_RATA : DrawOrder.IN_ORDER,
                        against,
                        null));
    }

    private static long freeOf(ModelFund fund, Source source) {
        return fund.received.of(source) - fund.used.of(source);
    }

    private Step giveBack(ModelFund fund, Source source, long pence) {
        return author.step(
                Cast.GITA,
                new FundCommand.ReturnContribution(
                        fund.id,
                        source.contributor(),
                        new FinancialYear(source.year()),
                        source.restriction(),
                        pence,
                        "Not needed",
                        author.day()));
    }

    @Nullable
    private Step unspent(ModelFund fund, Unspent why) {
        Map<Source, Long> there = fund.purse(why).all();
        Source source = author.anyOrNull(List.copyOf(there.keySet()));
        return source == null
                ? null
                : unspent(fund, why, source, author.about(fund.purse(why).of(source)), author.oneIn(2));
    }

    private Step unspent(ModelFund fund, Unspent why, Source source, long pence, boolean free) {
        FinancialYear year = new FinancialYear(source.year());
        return author.step(
                Cast.GITA,
                free
                        ? new FundCommand.FreeUnspentMoney(
                                fund.id, why, source.contributor(), year, source.restriction(), pence, "Again", null)
                        : new FundCommand.ReturnUnspentMoney(
                                fund.id, why, source.contributor(), year, source.restriction(), pence, "Over", null));
    }

    /** What awards did not spend goes back where it has arrived; then all that is free does. */
    List<Step> end() {
        List<Step> steps = new ArrayList<>();
        for (ModelFund fund : author.model.funds.values()) {
            steps.add(author.step(Cast.GITA, new FundCommand.UnfreezeFund(fund.id, "End")));
            for (Unspent why : Unspent.values()) {
                fund.purse(why).all().forEach((source, pence) -> {
                    boolean free = fund.againstPledges || author.oneIn(2);
                    steps.add(unspent(fund, why, source, pence, free));
                });
            }
        }
        return steps;
    }

    /** The last of all. */
    List<Step> closed() {
        List<Step> steps = new ArrayList<>();
        for (ModelFund fund : author.model.funds.values()) {
            Purse.beyond(fund.received.all(), fund.used.all())
                    .forEach((source, pence) -> steps.add(giveBack(fund, source, pence)));
            steps.add(author.step(Cast.GITA, new FundCommand.CloseFund(fund.id, "End")));
        }
        return steps;
    }
}
