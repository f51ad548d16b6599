package org.tallystick.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Option;

/** Free money goes back to who gave it. */
record GiveBackDeed(FundView fund) {

    Deed deed() {
        return FundStateDeeds.subject(fund, FundAct.GIVE_BACK)
                .deed(
                        FundAct.GIVE_BACK.label(),
                        "Only money that is free can go back to who gave it. Pay it at the bank first, then record it here.",
                        List.of(
                                Ask.radios("source", "Whose money?", "", drawers()),
                                Ask.money("amountPence", "Amount given back", "Like 12,450 or 12,450.67"),
                                Ask.reason("For example: it was paid in twice."),
                                Ask.day("effectiveOn", "When was it given back?", "For example, 22 11 2026")),
                        Deed.Effect.warning(
                                "Record that the money was given back",
                                "The money leaves the fund at once. To undo this, record it as received again.",
                                "people of your organisation and of those who give to the fund; auditors",
                                "The money is recorded as given back."),
                        this::giveBack);
    }

    private Optional<? extends Command> giveBack(Form form) {
        Optional<FundQuery.Contribution> from =
                form.choice("source", fund.contributions(), GiveBackDeed::drawer, "Choose whose money it is.");
        Optional<Long> pence = form.pence("amountPence", "the amount given back");
        Optional<String> why = FundStateDeeds.reason(form);
        Optional<LocalDate> day = form.date("effectiveOn", "the day it was given back");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        FundQuery.Contribution given = from.orElseThrow();
        return Optional.of(new FundCommand.ReturnContribution(
                fund.summary().fundId(),
                given.contributor(),
                given.financialYear(),
                given.restriction(),
                pence.orElseThrow(),
                why.orElseThrow(),
                day.orElseThrow()));
    }

    private List<Option> drawers() {
        return fund.contributions().stream()
                .filter(given -> given.receivedPence() > 0)
                .map(given -> new Option(
                        drawer(given),
                        given.contributorName() + ", " + FundWords.year(given.financialYear()),
                        FundWords.restriction(given.restriction()) + "; " + MoneyText.say(given.receivedPence())
                                + " received"))
                .toList();
    }

    /** What the radio of a contribution sends. */
    static String drawer(FundQuery.Contribution given) {
        return given.contributor() + "|" + given.financialYear() + "|" + given.restriction();
    }
}
