package org.tallystick.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tallystick.fund.FundQuery.Contribution;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Option;

/** Taking back a pledge, or part of it. */
final class PledgeDeed {

    private PledgeDeed() {}

    /** What of a pledge has not arrived. */
    static long toComePence(Contribution given) {
        return Math.max(0, given.pledgedPence() - given.receivedPence());
    }

    static Deed withdraw(FundView fund) {
        List<Contribution> open = fund.contributions().stream()
                .filter(given -> toComePence(given) > 0)
                .toList();
        List<Option> options = open.stream()
                .map(given -> new Option(
                        GiveBackDeed.drawer(given),
                        given.contributorName() + ", " + FundWords.year(given.financialYear()),
                        FundWords.restriction(given.restriction()) + "; " + MoneyText.say(toComePence(given))
                                + " still to come"))
                .toList();
        return FundStateDeeds.subject(fund, FundAct.WITHDRAW_PLEDGE)
                .deed(
                        FundAct.WITHDRAW_PLEDGE.label(),
                        "Only what has not arrived can be taken back, and nothing that is promised to an award or a call.",
                        List.of(
                                Ask.radios("source", "Whose pledge?", "", options),
                                Ask.money(
                                        "amountPence",
                                        "By how much does the pledge go down?",
                                        "Like 12,450 or 12,450.67"),
                                Ask.reason("For example: their budget for the year was cut."),
                                Ask.day("effectiveOn", "When was it taken back?", "For example, 22 11 2026")),
                        Deed.Effect.warning(
                                "Record that the pledge goes down",
                                "The money is no longer expected. To undo this, record the pledge again.",
                                "people of your organisation and of those who give to the fund; auditors",
                                "The pledge is recorded as taken back."),
                        form -> command(fund, open, form));
    }

    private static Optional<? extends Command> command(FundView fund, List<Contribution> open, Form form) {
        Optional<Contribution> from = form.choice("source", open, GiveBackDeed::drawer, "Choose whose pledge it is.");
        Optional<Long> pence = form.pence("amountPence", "by how much the pledge goes down");
        Optional<String> why = FundStateDeeds.reason(form);
        Optional<LocalDate> day = form.date("effectiveOn", "the day it was taken back");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        Contribution given = from.orElseThrow();
        return Optional.of(new FundCommand.WithdrawPledge(
                fund.summary().fundId(),
                given.contributor(),
                given.financialYear(),
                given.restriction(),
                pence.orElseThrow(),
                why.orElseThrow(),
                day.orElseThrow()));
    }
}
