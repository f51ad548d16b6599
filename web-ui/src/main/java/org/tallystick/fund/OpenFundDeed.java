package org.tallystick.fund;

import java.util.List;
import java.util.Optional;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.Option;
import org.tallystick.platform.Row;

/** Opening a fund. */
final class OpenFundDeed {

    private static final List<Option> ORDERS = List.of(
            new Option(
                    "PRO_RATA", "Everybody's in proportion", "Each payment draws on every contributor by their share."),
            new Option("IN_ORDER", "The earliest contribution first", "It is used up before the next one is touched."));
    private static final List<Option> AGAINST = List.of(
            new Option("RECEIVED", "Only money that has been received", "The careful choice."),
            new Option(
                    "PLEDGED",
                    "Also money that is pledged",
                    "Awards may be made before the money of a pledge arrives; they are paid when it has."));

    private OpenFundDeed() {}

    static Deed of(Actor actor) {
        Deed.Subject subject = new Deed.Subject(
                "A new fund",
                List.of(Row.of("Held by", actor.organisationName())),
                List.of(new Link("Home", "/"), new Link("Funds", "/funds"), new Link("Open a fund", "")),
                "/funds/{id}");
        return subject.deed(
                "Open a fund",
                "A fund is a budget that your organisation may give away as grants, alone or pooled with others.",
                List.of(
                        Ask.line("name", "Name of the fund", "As people in your organisation call it"),
                        Ask.text("purpose", "What is the fund for?", "The public can read this."),
                        Ask.radios("drawOrder", "Whose money is used first?", "", ORDERS),
                        Ask.radios("commitAgainst", "What may be promised to awards?", "", AGAINST),
                        Ask.day("effectiveOn", "From which day?", "For example, 1 4 2026")),
                Deed.Effect.of(
                        "Open the fund",
                        "A fund cannot be deleted. It can be closed when no money is left in it. Whose money is used first, and"
                                + " what may be promised, stay as you choose now.",
                        "people of your organisation and of those who give to the fund; auditors",
                        "The fund is open. Record the first money received or pledged."),
                form -> command(form, actor));
    }

    private static Optional<? extends Command> command(Form form, Actor actor) {
        String name = form.text("name", "Enter the name of the fund.");
        String purpose = form.text("purpose", "Say what the fund is for.");
        var order =
                form.choice("drawOrder", List.of(DrawOrder.values()), Enum::name, "Choose whose money is used first.");
        var against = form.choice(
                "commitAgainst", List.of(CommitAgainst.values()), Enum::name, "Choose what may be promised.");
        var day = form.date("effectiveOn", "the day from which the fund is open");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        return Optional.of(new FundCommand.OpenFund(
                Deeds.idFrom(form, "fund-"),
                name,
                actor.organisationId(),
                purpose,
                Currency.GBP,
                order.orElseThrow(),
                against.orElseThrow(),
                day.orElseThrow()));
    }
}
