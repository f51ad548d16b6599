package org.tallystick.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.Option;

/**
 * Pledges and money received.
 *
 * @param bodies who may have given
 * @param today decides which financial years are offered
 */
record ContributionDeeds(FundView fund, List<Option> bodies, LocalDate today) {

    Deed deed(FundAct act) {
        return act == FundAct.RECEIVE ? receive() : pledge();
    }

    private Deed receive() {
        List<Ask> asks = new ArrayList<>(source());
        asks.add(Ask.money("amountPence", "Amount received", "Pounds, and pence if there are any, like 12,450.67"));
        asks.add(Ask.line("reference", "Reference", "As it stands on the bank statement"));
        asks.add(Ask.day("effectiveOn", "When did it arrive?", "For example, 22 11 2026"));
        asks.add(Ask.confirmation(
                "again", "Did another sum arrive?", "Yes, this is another payment with the same reference"));
        return FundStateDeeds.subject(fund, FundAct.RECEIVE)
                .deed(
                        FundAct.RECEIVE.label(),
                        "Record it when it is in the bank. A pledge that is still open goes down by the same sum.",
                        asks,
                        Deed.Effect.of(
                                "Record the money",
                                "The money is free for awards at once. It cannot be deleted; a mistake is put right by giving it back.",
                                "people of your organisation and of those who give to the fund; auditors",
                                "The money is recorded as received."),
                        form -> command(form, true));
    }

    private Deed pledge() {
        List<Ask> asks = new ArrayList<>(source());
        asks.add(Ask.money("amountPence", "Amount pledged", "Pounds, and pence if there are any, like 12,450.67"));
        asks.add(Ask.day("effectiveOn", "When was it pledged?", "For example, 22 11 2026"));
        asks.add(Ask.confirmation("again", "Is it another pledge?", "Yes, they have pledged the same sum once more"));
        String meaning = fund.commitAgainst() == CommitAgainst.PLEDGED
                ? "By the rules of this fund, awards may be made from a pledge before its money arrives."
                : "By the rules of this fund, a pledge cannot be promised to anybody until its money arrives.";
        return FundStateDeeds.subject(fund, FundAct.PLEDGE)
                .deed(
                        FundAct.PLEDGE.label(),
                        meaning,
                        asks,
                        Deed.Effect.of(
                                "Record the pledge",
                                "The pledge is kept for ever, with your name, until and after its money arrives.",
                                "people of your organisation and of those who give to the fund; auditors",
                                "The pledge is recorded."),
                        form -> command(form, false));
    }

    private List<Ask> source() {
        return List.of(
                Ask.dropdown("contributor", "Who gives it?", "", bodies),
                Ask.dropdown(
                        "financialYear", "For which financial year?", "1 April to 31 March", FundWords.years(today)),
                Ask.line(
                        "restriction",
                        "What is it restricted to?",
                        "Leave empty if it is unrestricted: it may be spent on anything the fund is for."));
    }

    private Optional<? extends Command> command(Form form, boolean received) {
        String who = form.choice("contributor", bodies.subList(1, bodies.size()), Option::value, "Choose who gives it.")
                .map(Option::value)
                .orElse("");
        Optional<FinancialYear> year = year(form);
        String restriction = Slice.restriction(form.optionalText("restriction"));
        Optional<Long> pence = form.pence("amountPence", received ? "the amount received" : "the amount pledged");
        String reference = received ? form.text("reference", "Enter the reference of the bank statement.") : "";
        Optional<LocalDate> day = form.date("effectiveOn", received ? "the day it arrived" : "the day of the pledge");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        String fundId = fund.summary().fundId();
        boolean again = form.chose("again", "yes");
        return Optional.of(
                received
                        ? new FundCommand.ReceiveContribution(
                                fundId,
                                who,
                                year.orElseThrow(),
                                restriction,
                                pence.orElseThrow(),
                                reference,
                                again,
                                day.orElseThrow())
                        : new FundCommand.PledgeContribution(
                                fundId,
                                who,
                                year.orElseThrow(),
                                restriction,
                                pence.orElseThrow(),
                                again,
                                day.orElseThrow()));
    }

    /** The year chosen. */
    static Optional<FinancialYear> year(Form form) {
        try {
            return Optional.of(FinancialYear.parse(form.value("financialYear")));
        } catch (org.tallystick.platform.Rejection none) {
            form.refuse("financialYear", "Choose a financial year.");
            return Optional.empty();
        }
    }
}
