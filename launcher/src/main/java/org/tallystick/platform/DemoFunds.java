package org.tallystick.platform;

import java.util.List;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand.CloseFund;
import org.tallystick.fund.FundCommand.FreezeFund;
import org.tallystick.fund.FundCommand.OpenFund;
import org.tallystick.fund.FundCommand.PledgeContribution;
import org.tallystick.fund.FundCommand.ReceiveContribution;
import org.tallystick.fund.FundCommand.ReturnContribution;
import org.tallystick.fund.FundCommand.ReturnUnspentMoney;
import org.tallystick.fund.Unspent;

/** The funds of the demo: local, pooled, against pledges, frozen, and closed. */
final class DemoFunds {

    private static final String REVIEW = "today-30";
    private static final String YEAR_END = "2025-04-30";

    private final DemoStage stage;
    private final List<Entry> entries = List.of(DemoStage.read("funds.json", Entry[].class));

    DemoFunds(DemoStage stage) {
        this.stage = stage;
    }

    /** A line of funds.json; {@code end} is frozen, closed or empty. */
    record Entry(
            String id,
            String name,
            String holder,
            String purpose,
            DrawOrder drawOrder,
            CommitAgainst commitAgainst,
            String opened,
            String end,
            List<Contribution> contributions) {}

    /** Money pledged, received or, in the end, given back: returned is what was free, lapsed what no award needed. */
    record Contribution(
            String contributor, FinancialYear year, long pounds, String on, String kind, String restriction) {}

    /** The funds with all that came in. */
    void open() {
        for (Entry entry : entries) {
            Actor governor = stage.actor(Role.GOVERNOR, entry.holder());
            stage.on(entry.opened())
                    .send(
                            new OpenFund(
                                    entry.id(),
                                    entry.name(),
                                    entry.holder(),
                                    entry.purpose(),
                                    Currency.GBP,
                                    entry.drawOrder(),
                                    entry.commitAgainst(),
                                    null),
                            governor);
            entry.contributions().forEach(contribution -> contribute(entry, contribution, governor));
        }
    }

    /** What happens after the awards: a freeze, and the end of a year's fund. */
    void finish() {
        for (Entry entry : entries) {
            Actor governor = stage.actor(Role.GOVERNOR, entry.holder());
            if (entry.end().equals("frozen")) {
                stage.on(REVIEW)
                        .send(
                                new FreezeFund(entry.id(), "Spending is reviewed before the budget for 2027-28."),
                                governor);
            } else if (entry.end().equals("closed")) {
                entry.contributions().forEach(contribution -> giveBack(entry, contribution, governor));
                stage.on(YEAR_END)
                        .send(new CloseFund(entry.id(), "It was for one year, and the year is over."), governor);
            }
        }
    }

    /** Who holds a fund. */
    String holder(String fundId) {
        return fund(fundId).holder();
    }

    /** Whether a fund promises only what it has received. */
    boolean hasReceivedFirst(String fundId) {
        return fund(fundId).commitAgainst() == CommitAgainst.RECEIVED;
    }

    private Entry fund(String fundId) {
        return entries.stream()
                .filter(entry -> entry.id().equals(fundId))
                .findFirst()
                .orElseThrow();
    }

    private void contribute(Entry fund, Contribution contribution, Actor governor) {
        stage.on(contribution.on());
        switch (contribution.kind()) {
            case "pledged" ->
                stage.send(
                        new PledgeContribution(
                                fund.id(),
                                contribution.contributor(),
                                contribution.year(),
                                contribution.restriction(),
                                contribution.pounds() * 100,
                                null,
                                null),
                        governor);
            case "received" ->
                stage.send(
                        new ReceiveContribution(
                                fund.id(),
                                contribution.contributor(),
                                contribution.year(),
                                contribution.restriction(),
                                contribution.pounds() * 100,
                                "Transfer " + contribution.year(),
                                null,
                                null),
                        stage.actor(Role.PAYER, fund.holder()));
            default -> {}
        }
    }

    private void giveBack(Entry fund, Contribution contribution, Actor governor) {
        stage.on(contribution.on());
        switch (contribution.kind()) {
            case "returned" ->
                stage.send(
                        new ReturnContribution(
                                fund.id(),
                                contribution.contributor(),
                                contribution.year(),
                                contribution.restriction(),
                                contribution.pounds() * 100,
                                "Not needed by the end of the year.",
                                null),
                        governor);
            case "lapsed" ->
                stage.send(
                        new ReturnUnspentMoney(
                                fund.id(),
                                Unspent.LAPSED,
                                contribution.contributor(),
                                contribution.year(),
                                contribution.restriction(),
                                contribution.pounds() * 100,
                                "The beds were not needed, and the year is over.",
                                null),
                        governor);
            default -> {}
        }
    }
}
