package org.tallystick.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.fund.FundQuery.UnspentMoney;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Option;

/** What becomes of money that awards did not spend: it is used for others, or goes back to who gave it. */
record UnspentDeeds(FundView fund) {

    private static final String SEEN_BY = "people of your organisation and of those who give to the fund; auditors";

    Deed deed(FundAct act) {
        return act == FundAct.FREE_UNSPENT ? free() : giveBack();
    }

    private Deed free() {
        return FundStateDeeds.subject(fund, FundAct.FREE_UNSPENT)
                .deed(
                        FundAct.FREE_UNSPENT.label(),
                        "It stays money of the same contributor, for the same year and the same purpose.",
                        asks("Amount to use again", "For example: the programme goes on.", "From which day?"),
                        Deed.Effect.of(
                                "Make the money free for others",
                                "The money is free at once, and can be set aside or promised to other awards.",
                                SEEN_BY,
                                "The money is free again."),
                        form -> command(form, true));
    }

    private Deed giveBack() {
        return FundStateDeeds.subject(fund, FundAct.RETURN_UNSPENT)
                .deed(
                        FundAct.RETURN_UNSPENT.label(),
                        "It goes to the contributor it came from. Pay it at the bank first, then record it here.",
                        asks(
                                "Amount given back",
                                "For example: agreed at the end of the year.",
                                "When was it given back?"),
                        Deed.Effect.warning(
                                "Record that the money was given back",
                                "The money leaves the fund at once. To undo this, record it as received again.",
                                SEEN_BY,
                                "The money is recorded as given back."),
                        form -> command(form, false));
    }

    private List<Ask> asks(String amount, String why, String when) {
        return List.of(
                Ask.radios("source", "Which money?", "", drawers()),
                Ask.money("amountPence", amount, "Like 12,450 or 12,450.67"),
                Ask.reason(why),
                Ask.day("effectiveOn", when, "For example, 22 11 2026"));
    }

    private Optional<? extends Command> command(Form form, boolean freed) {
        Optional<UnspentMoney> from =
                form.choice("source", fund.unspent(), UnspentDeeds::drawer, "Choose which money.");
        Optional<Long> pence = form.pence("amountPence", freed ? "the amount to use again" : "the amount given back");
        Optional<String> why = FundStateDeeds.reason(form);
        Optional<LocalDate> day =
                form.date("effectiveOn", freed ? "the day from which it is free" : "the day it was given back");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        UnspentMoney money = from.orElseThrow();
        String fundId = fund.summary().fundId();
        return Optional.of(
                freed
                        ? new FundCommand.FreeUnspentMoney(
                                fundId,
                                money.unspent(),
                                money.contributor(),
                                money.financialYear(),
                                money.restriction(),
                                pence.orElseThrow(),
                                why.orElseThrow(),
                                day.orElseThrow())
                        : new FundCommand.ReturnUnspentMoney(
                                fundId,
                                money.unspent(),
                                money.contributor(),
                                money.financialYear(),
                                money.restriction(),
                                pence.orElseThrow(),
                                why.orElseThrow(),
                                day.orElseThrow()));
    }

    private List<Option> drawers() {
        return fund.unspent().stream()
                .map(money -> new Option(
                        drawer(money),
                        MoneyText.say(money.amountPence()) + " of " + money.contributorName() + ", "
                                + FundWords.year(money.financialYear()),
                        FundWords.unspent(money.unspent()) + "; " + FundWords.restriction(money.restriction())))
                .toList();
    }

    /** What the radio of a row sends. */
    static String drawer(UnspentMoney money) {
        return money.unspent() + "|" + money.contributor() + "|" + money.financialYear() + "|" + money.restriction();
    }
}
