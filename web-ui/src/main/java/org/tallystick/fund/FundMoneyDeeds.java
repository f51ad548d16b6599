package org.tallystick.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Option;
import org.tallystick.platform.Require;

/** Money that moves within a fund or goes back to who gave it. */
record FundMoneyDeeds(FundView fund, LocalDate today) {

    private static final String SEEN_BY = "people of your organisation and of those who give to the fund; auditors";

    Deed deed(FundAct act) {
        return switch (act) {
            case SET_ASIDE -> setAside();
            case RELEASE -> release();
            default -> giveBack();
        };
    }

    private Deed setAside() {
        List<Option> kinds = fund.contributions().stream()
                .map(given -> given.restriction())
                .distinct()
                .map(kind -> Option.of(kind, FundWords.restriction(kind)))
                .toList();
        return FundStateDeeds.subject(fund, FundAct.SET_ASIDE)
                .deed(
                        FundAct.SET_ASIDE.label(),
                        "",
                        List.of(
                                Ask.line(
                                        "callId",
                                        "Reference of the call",
                                        "Letters, digits and hyphens, such as resettlement-2027"),
                                Ask.dropdown(
                                        "financialYear", "Money of which financial year?", "", FundWords.years(today)),
                                Ask.dropdown("restriction", "Which money?", "", kinds),
                                Ask.money("amountPence", "Amount to set aside", "Like 12,450 or 12,450.67"),
                                Ask.day("effectiveOn", "From which day?", "For example, 22 11 2026")),
                        Deed.Effect.of(
                                "Set the money aside",
                                "It is kept for this call and can be promised to nobody else until you free it again.",
                                SEEN_BY,
                                "The money is set aside for the call."),
                        this::allocate);
    }

    private Optional<? extends Command> allocate(Form form) {
        String call = form.text("callId", "Enter the reference of the call.");
        if (!call.isEmpty() && !isId(call)) {
            form.refuse("callId", "Use letters, digits and hyphens only, without spaces.");
        }
        Optional<FinancialYear> year = ContributionDeeds.year(form);
        Optional<Long> pence = form.pence("amountPence", "the amount to set aside");
        Optional<LocalDate> day = form.date("effectiveOn", "the day from which it is set aside");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        return Optional.of(new FundCommand.AllocateToCall(
                fund.summary().fundId(),
                call,
                year.orElseThrow(),
                form.optionalText("restriction"),
                pence.orElseThrow(),
                day.orElseThrow()));
    }

    private Deed release() {
        List<Option> calls = fund.allocations().stream()
                .map(kept -> Option.of(kept.callId(), kept.callId() + ": " + MoneyText.say(kept.amountPence())))
                .toList();
        return FundStateDeeds.subject(fund, FundAct.RELEASE)
                .deed(
                        FundAct.RELEASE.label(),
                        "",
                        List.of(
                                Ask.radios("callId", "Which call?", "", calls),
                                Ask.reason("For example: the call was withdrawn."),
                                Ask.day("effectiveOn", "From which day?", "For example, 22 11 2026")),
                        Deed.Effect.warning(
                                "Free all that is set aside for this call",
                                "All that is still set aside for the call is free again. Awards that the call has made keep their money.",
                                SEEN_BY,
                                "The money is free again."),
                        this::free);
    }

    private Optional<? extends Command> free(Form form) {
        Optional<String> call = form.choice(
                "callId",
                fund.allocations().stream().map(kept -> kept.callId()).toList(),
                id -> id,
                "Choose the call.");
        Optional<String> why = FundStateDeeds.reason(form);
        Optional<LocalDate> day = form.date("effectiveOn", "the day from which it is free");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        return Optional.of(new FundCommand.ReleaseAllocation(
                fund.summary().fundId(), call.orElseThrow(), why.orElseThrow(), day.orElseThrow()));
    }

    private Deed giveBack() {
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
                                SEEN_BY,
                                "The money is recorded as given back."),
                        this::giveBack);
    }

    private Optional<? extends Command> giveBack(Form form) {
        Optional<FundQuery.Contribution> from =
                form.choice("source", fund.contributions(), FundMoneyDeeds::drawer, "Choose whose money it is.");
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

    private static boolean isId(String text) {
        try {
            Require.id(text, "callId");
            return true;
        } catch (org.tallystick.platform.Rejection no) {
            return false;
        }
    }
}
