package org.tallystick.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.Row;
import org.tallystick.registry.OrganisationQuery.OrganisationView;

/** The steps about the entry itself: registered, suspended, reinstated, closed, renamed, a further identifier. */
final class EntryDeeds {

    private static final String EVERYONE = "everybody: the register is public";
    private static final String REASON =
            EVERYONE + ". Your reason: the organisation’s own people, public bodies and auditors";

    private EntryDeeds() {}

    static Deed register(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        List<Row> entry = new ArrayList<>(RegistryWords.numbers(view));
        entry.add(Row.of("Place", view.summary().place()));
        return subject.with(entry)
                .deed(
                        "Register " + view.summary().name(),
                        "Compare its numbers with the public registers before you do this. It can then be given awards.",
                        List.of(),
                        Effect.of(
                                "Register the organisation",
                                "From now on it can be given awards. You can suspend it later, with a reason.",
                                EVERYONE,
                                view.summary().name()
                                        + " is registered. Next: it gives its bank details, and a second person confirms them."),
                        form -> Optional.of(new OrganisationCommand.RegisterOrganisation(id)));
    }

    static Deed suspend(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "Suspend " + view.summary().name(),
                "While it is suspended it gets no new awards and no payments. Awards it has are kept.",
                List.of(Ask.reason("The organisation reads this. Write it so that it can be answered.")),
                Effect.warning(
                        "Suspend the organisation",
                        "Payments stop at once. It lasts until somebody reinstates the organisation.",
                        REASON,
                        view.summary().name()
                                + " is suspended. Its people see your reason on its page. Next: tell them what they can do about it."),
                form -> reason(form).map(why -> new OrganisationCommand.SuspendOrganisation(id, why)));
    }

    static Deed reinstate(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "Reinstate " + view.summary().name(),
                "",
                List.of(Ask.reason("What has changed since it was suspended?")),
                Effect.of(
                        "Reinstate the organisation",
                        "It can be given awards and paid again, from now on.",
                        EVERYONE + ". Your reason: the organisation’s own people, and auditors",
                        view.summary().name() + " is registered again. Payments that waited can be made."),
                form -> reason(form).map(why -> new OrganisationCommand.ReinstateOrganisation(id, why)));
    }

    static Deed close(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "Close " + view.summary().name(),
                "For an organisation that has wound up or left. To stop it for a time only, suspend it instead.",
                List.of(Ask.reason("For example: wound up on 31 March 2026, removed from the register of charities")),
                Effect.warning(
                        "Close the organisation for good",
                        "This cannot be undone. All roles in it end, and nobody can act for it any more.",
                        REASON,
                        view.summary().name() + " is closed. Its history stays."),
                form -> reason(form).map(why -> new OrganisationCommand.CloseOrganisation(id, why)));
    }

    static Deed rename(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "Change the name",
                "The name as it stands in its governing document or on the public register.",
                List.of(Ask.line("name", "New name", "")),
                Effect.of(
                        "Change the name",
                        "All pages show the new name. The old one stays in the history.",
                        EVERYONE,
                        "The name is changed."),
                form -> {
                    String name = form.text("name", "Enter the new name.");
                    return form.hasProblems()
                            ? Optional.empty()
                            : Optional.of(new OrganisationCommand.RenameOrganisation(id, name));
                });
    }

    static Deed addIdentifier(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "Add a number on another register",
                "Many charities are companies too. With both numbers here, funders find one organisation, not two.",
                List.of(
                        Ask.dropdown("register", "Which register is it on?", "", RegistryWords.REGISTERS),
                        Ask.line("identifier", "Number there", "As the register writes it, such as 1090095")),
                Effect.of(
                        "Add the number",
                        "A number once added stays. Each can belong to one organisation only.",
                        EVERYONE,
                        "The number is added."),
                form -> identifier(form, "register", "identifier")
                        .map(identifier -> new OrganisationCommand.AddIdentifier(id, identifier)));
    }

    /** A register and a number as one identifier; notes what is missing. */
    static Optional<String> identifier(Form form, String register, String number) {
        form.choice(
                register,
                RegistryWords.REGISTERS.stream().skip(1).toList(),
                option -> option.value(),
                "Choose the register the number is on.");
        String text = form.text(number, "Enter the number.");
        return form.hasProblems()
                ? Optional.empty()
                : Optional.of(RegistryWords.identifier(form.value(register), text));
    }

    /** Why; notes where it is missing. */
    static Optional<String> reason(Form form) {
        String reason = form.text("reason", "Say why.");
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }
}
