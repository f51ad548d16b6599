package org.tallystick.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Option;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Role;
import org.tallystick.registry.OrganisationQuery.OrganisationView;

/** The steps about the people of an organisation: roles given and taken, and what a governor may approve. */
final class PeopleDeeds {

    private static final String SEEN_BY = "people of your organisation, and auditors";

    private PeopleDeeds() {}

    static Deed giveRole(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "Give somebody a role",
                "A role says what a person may do here for " + view.summary().name() + ".",
                List.of(
                        Ask.line(
                                "personId",
                                "Person’s id",
                                "Whoever set up their log-in knows it. The history keeps the id, never the name."),
                        Ask.radios(
                                "role",
                                "Role",
                                "",
                                RegistryWords.rolesOf(view.summary().kind()))),
                Effect.of(
                        "Give the role",
                        "The person can act in this role at once, until somebody takes it back.",
                        SEEN_BY,
                        "The role is given. Next: tell the person, who can use it from now on."),
                form -> {
                    String person = form.text("personId", "Enter the person’s id.");
                    Optional<Role> role =
                            form.choice("role", Arrays.asList(Role.values()), Role::name, "Choose a role.");
                    return form.hasProblems()
                            ? Optional.empty()
                            : role.map(given -> new OrganisationCommand.GiveRole(id, person, given));
                });
    }

    static Deed takeRole(OrganisationView view, Deed.Subject subject, PersonNames names) {
        String id = view.summary().organisationId();
        List<Option> given = view.people().stream()
                .map(person -> Option.of(
                        person.personId() + "/" + person.role(),
                        names.of(person.personId()) + ", " + person.role().words()))
                .toList();
        return subject.deed(
                "Take a role back",
                "For somebody who has left or does other work now. What they did stays in the history.",
                List.of(Ask.radios("role", "Whose role?", "", given)),
                Effect.warning(
                        "Take the role back",
                        "The person cannot act in this role any more, at once.",
                        SEEN_BY,
                        "The role is taken back."),
                form -> form.choice("role", view.people(), p -> p.personId() + "/" + p.role(), "Choose whose role.")
                        .map(person -> new OrganisationCommand.TakeRole(id, person.personId(), person.role())));
    }

    static Deed setLimit(OrganisationView view, Deed.Subject subject, PersonNames names) {
        String id = view.summary().organisationId();
        List<String> governors = view.people().stream()
                .filter(person -> person.role() == Role.GOVERNOR)
                .map(OrganisationQuery.PersonRole::personId)
                .toList();
        List<Option> options = Stream.concat(
                        Stream.of(Option.of("", "Choose a governor")),
                        governors.stream().map(person -> Option.of(person, names.of(person))))
                .toList();
        return subject.deed(
                "Set how much a governor may approve",
                "The limit is for one decision. Nobody can set their own.",
                List.of(
                        Ask.dropdown("personId", "Governor", "", options),
                        Ask.money("limitPence", "Up to how much, for one decision?", "0 takes the authority away"),
                        Ask.day("from", "From which day?", "For example, 1 4 2026"),
                        Ask.day("until", "Until which day?", "Included. Leave it empty if it has no end")),
                Effect.of(
                        "Set the limit",
                        "Decisions on these days are checked against it. A later limit takes the place of this one.",
                        SEEN_BY,
                        "The limit is set, and holds from the day you chose."),
                form -> {
                    Optional<String> person =
                            form.choice("personId", governors, governor -> governor, "Choose a governor.");
                    Optional<Long> pence = form.pence("limitPence", "the limit");
                    Optional<LocalDate> from = form.date("from", "the first day");
                    boolean noEnd = Stream.of("until-day", "until-month", "until-year")
                            .allMatch(part -> form.value(part).isBlank());
                    @Nullable
                    LocalDate until =
                            noEnd ? null : form.date("until", "the last day").orElse(null);
                    return form.hasProblems()
                            ? Optional.empty()
                            : Optional.of(new OrganisationCommand.SetDelegatedLimit(
                                    id, person.orElseThrow(), pence.orElseThrow(), from.orElseThrow(), until));
                });
    }
}
