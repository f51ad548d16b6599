package org.tallystick.fund;

import java.util.List;
import java.util.Optional;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Row;

/** Freezing, unfreezing and closing a fund; and what every deed of a fund has above its questions. */
final class FundStateDeeds {

    private static final String SEEN_BY =
            "people of your organisation and of those who give to the fund; auditors. Your name and your words stay in the"
                    + " history.";

    private FundStateDeeds() {}

    static Deed.Subject subject(FundView fund, FundAct act) {
        FundSummary summary = fund.summary();
        String home = "/funds/" + summary.fundId();
        return new Deed.Subject(
                "Fund: " + summary.name(),
                List.of(
                        Row.of("Free", MoneyText.say(summary.balance().availablePence())),
                        Row.of(
                                "Set aside for calls",
                                MoneyText.say(summary.balance().allocatedPence()))),
                List.of(
                        new Link("Home", "/"),
                        new Link("Funds", "/funds"),
                        new Link(summary.name(), home),
                        new Link(act.label(), "")),
                home);
    }

    static Deed deed(FundAct act, FundView fund) {
        String fundId = fund.summary().fundId();
        return switch (act) {
            case FREEZE ->
                subject(fund, act)
                        .deed(
                                act.label(),
                                "Use this while something has to be cleared up.",
                                List.of(Ask.reason("Say what has to be cleared up, and by whom.")),
                                Deed.Effect.warning(
                                        "Freeze the fund",
                                        "No new money can be set aside or promised until the fund is unfrozen. Awards that are made already"
                                                + " are still paid. You can undo this at any time.",
                                        SEEN_BY,
                                        "The fund is frozen."),
                                form -> reason(form).map(why -> new FundCommand.FreezeFund(fundId, why)));
            case UNFREEZE ->
                subject(fund, act)
                        .deed(
                                act.label(),
                                "",
                                List.of(Ask.reason("Say how the matter was cleared up.")),
                                Deed.Effect.of(
                                        "Unfreeze the fund",
                                        "Money can be set aside and promised again, at once.",
                                        SEEN_BY,
                                        "The fund is open again."),
                                form -> reason(form).map(why -> new FundCommand.UnfreezeFund(fundId, why)));
            default ->
                subject(fund, act)
                        .deed(
                                act.label(),
                                "A fund can be closed when nothing in it is free or set aside. Give back or free what is left"
                                        + " first. Awards that are signed are still paid.",
                                List.of(Ask.reason("For example: the programme has ended.")),
                                Deed.Effect.warning(
                                        "Close the fund",
                                        "A closed fund cannot be opened again. Its history and its statements stay.",
                                        SEEN_BY,
                                        "The fund is closed."),
                                form -> reason(form).map(why -> new FundCommand.CloseFund(fundId, why)));
        };
    }

    /** The reason, or none and a problem. */
    static Optional<String> reason(Form form) {
        String why = form.text("reason", "Say why. The reason is kept with what you do.");
        return why.isEmpty() ? Optional.empty() : Optional.of(why);
    }
}
