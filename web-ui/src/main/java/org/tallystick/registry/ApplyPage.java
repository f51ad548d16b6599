package org.tallystick.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.platform.Access;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.registry.OrganisationCommand.ApplyForRegistration;

/** Asking for an organisation to be registered. */
@Page
class ApplyPage {

    private final Sides sides;
    private final Deeds deeds;

    ApplyPage(Sides sides, Deeds deeds) {
        this.sides = sides;
        this.deeds = deeds;
    }

    @GetMapping("/apply-for-registration")
    String show(Model model) {
        Access.require(sides.actor(), ApplyForRegistration.class);
        Form form = Form.empty();
        if (isApplicant()) {
            String known = sides.actor().organisationId();
            RegistryWords.REGISTERS.stream()
                    .map(Option::value)
                    .filter(register -> !register.isEmpty() && known.startsWith(register + "-"))
                    .findFirst()
                    .ifPresent(register -> form.put("register", register)
                            .put("organisationId", known.substring(register.length() + 1)));
            form.put("name", sides.actor().organisationName());
        }
        return deeds.show(deed(), form, model);
    }

    @PostMapping("/apply-for-registration")
    String apply(@RequestParam MultiValueMap<String, String> sent, Model model, RedirectAttributes redirect) {
        Access.require(sides.actor(), ApplyForRegistration.class);
        return deeds.send(deed(), Form.of(sent), model, redirect);
    }

    private Deed deed() {
        return new Deed.Subject(
                        "Register of organisations",
                        List.of(),
                        List.of(
                                new Link("Home", "/"),
                                new Link("Organisations", "/organisations"),
                                new Link("Apply for registration", "")),
                        "/organisations/{id}")
                .deed(
                        "Apply for registration",
                        "An organisation has to be registered here before it can be given an award. It takes five minutes."
                                + " You need the number of your charity or company.",
                        asks(),
                        Effect.of(
                                "Apply for registration",
                                "Name, numbers and place are public at once, marked as waiting. The main number cannot be"
                                        + " changed later.",
                                "everybody: the register is public",
                                "The application is made. Next: a public body compares the numbers with the public registers"
                                        + " and registers the organisation. You can give bank details meanwhile."),
                        ApplyPage::command);
    }

    private List<Ask> asks() {
        return List.of(
                Ask.line("name", "Name of the organisation", "As in its governing document"),
                Ask.radios("kind", "What is it?", "", kinds()),
                Ask.dropdown(
                        "register",
                        "Which register is it on?",
                        "If on several, choose the charity register here. A group on none: choose “None”.",
                        RegistryWords.REGISTERS),
                Ask.line(
                        "organisationId",
                        "Number there",
                        "For example 1090095 for a charity, 09506232 for a company, SC012345 in Scotland. A group"
                                + " on no register: the reference your funder gave you, such as example-org-12."),
                Ask.text(
                        "otherIdentifiers",
                        "Numbers on other registers, if any",
                        "One a line, with the register’s code before it, such as GB-COH-09506232"),
                Ask.line("place", "Where does it work?", "A town or an area. Leave it empty if everywhere."));
    }

    private List<Option> kinds() {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> !isApplicant()
                        || kind == OrganisationKind.VOLUNTARY_ORGANISATION
                        || kind == OrganisationKind.INFRASTRUCTURE_BODY)
                .map(kind -> new Option(kind.name(), RegistryWords.capital(kind.words()), hint(kind)))
                .toList();
    }

    private static String hint(OrganisationKind kind) {
        return switch (kind) {
            case VOLUNTARY_ORGANISATION -> "A charity, community group, social enterprise";
            case INFRASTRUCTURE_BODY -> "Supports other organisations, and may hold money for groups on no register";
            case STATUTORY_BODY -> "A prison, council, police and crime commissioner, department";
            case FUNDER -> "Gives from charitable funds";
            case AUDIT_BODY -> "Checks the figures of others";
        };
    }

    private static Optional<? extends Command> command(Form form) {
        String name = form.text("name", "Enter the name of the organisation.");
        Optional<OrganisationKind> kind = form.choice(
                "kind", Arrays.asList(OrganisationKind.values()), OrganisationKind::name, "Say what it is.");
        Optional<String> identifier = EntryDeeds.identifier(form, "register", "organisationId");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        List<String> others = Stream.of(form.value("otherIdentifiers").split("[\\r\\n,;]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return Optional.of(new ApplyForRegistration(
                identifier.orElseThrow(), name, kind.orElseThrow(), others, form.optionalText("place")));
    }

    private boolean isApplicant() {
        return sides.actor().role() == Role.APPLICANT_LEAD;
    }
}
