package org.tallystick.registry;

import java.util.List;
import java.util.Map;
import org.tallystick.platform.Link;
import org.tallystick.platform.Option;
import org.tallystick.platform.Role;
import org.tallystick.platform.Row;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;
import org.tallystick.registry.OrganisationQuery.OrganisationView;
import org.tallystick.registry.OrganisationQuery.StandingView;

/** States, kinds and registers in words. */
final class RegistryWords {

    /** The registers that people here have numbers of, by the code that begins an identifier. */
    static final List<Option> REGISTERS = List.of(
            Option.of("", "Choose a register"),
            Option.of("GB-CHC", "Charity Commission for England and Wales"),
            Option.of("GB-COH", "Companies House"),
            Option.of("GB-SC", "Scottish Charity Register"),
            Option.of("GB-NIC", "Charity Commission for Northern Ireland"),
            Option.of("GB-LAE", "Local authorities of England"),
            Option.of("GB-PLA", "Local authorities of Wales"),
            Option.of("GB-GOR", "Government bodies, prisons among them"),
            Option.of("GB-NHS", "NHS organisations"),
            Option.of("360G", "None: a funder gave it a reference"));

    private static final Map<String, String> OTHER_REGISTERS =
            Map.of("GB-LAS", "Local authorities of Scotland", "GB-LANI", "Local authorities of Northern Ireland");

    private RegistryWords() {}

    /** Its number on each register. */
    static List<Row> numbers(OrganisationView view) {
        return view.identifiers().stream()
                .map(identifier -> Row.of(registerOf(identifier), identifier))
                .toList();
    }

    static String pathOf(String organisationId) {
        return "/organisations/" + organisationId;
    }

    static List<Link> crumbs(OrganisationView view, String last) {
        return List.of(
                new Link("Home", "/"),
                new Link("Organisations", "/organisations"),
                new Link(view.summary().name(), pathOf(view.summary().organisationId())),
                new Link(last, ""));
    }

    static StateTag tag(OrganisationState state) {
        return switch (state) {
            case APPLIED -> StateTag.of("Waits to be registered", Tone.WAITING);
            case REGISTERED -> StateTag.of("Registered", Tone.GOOD);
            case SUSPENDED -> StateTag.of("Suspended", Tone.LATE);
            case CLOSED -> StateTag.of("Closed", Tone.PLAIN);
        };
    }

    static StateTag tag(StandingView standing) {
        return switch (standing.state()) {
            case CLAIMED -> StateTag.of(renewed(standing) + "evidence missing", Tone.WAITING);
            case EVIDENCED -> StateTag.of(renewed(standing) + "waits for two people to check it", Tone.WAITING);
            case VERIFIED ->
                standing.expired()
                        ? StateTag.of("Ran out", Tone.LATE)
                        : standing.expiresSoon()
                                ? StateTag.of("Verified, runs out soon", Tone.WAITING)
                                : StateTag.of("Verified", Tone.GOOD);
            case REFUSED -> StateTag.of("Not accepted", Tone.LATE);
            case CHALLENGED ->
                standing.expired()
                        ? StateTag.of("Challenged, and ran out", Tone.LATE)
                        : StateTag.of("Verified, challenged", Tone.WAITING);
        };
    }

    private static String renewed(StandingView standing) {
        return standing.verifiedUntil() == null
                ? "Claimed, "
                : standing.expired() ? "Ran out, claimed again, " : "Verified, claimed again, ";
    }

    /** What an identifier is of: "Charity Commission for England and Wales". */
    static String registerOf(String identifier) {
        return REGISTERS.stream()
                .filter(register -> !register.value().isEmpty() && identifier.startsWith(register.value() + "-"))
                .map(register -> register.value().equals("360G") ? "Reference given by a funder" : register.label())
                .findFirst()
                .orElseGet(() -> OTHER_REGISTERS.entrySet().stream()
                        .filter(register -> identifier.startsWith(register.getKey() + "-"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("Other register"));
    }

    /** An identifier from a register and a number; a number typed with its register is taken as it is. */
    static String identifier(String register, String number) {
        String bare = number.strip();
        return bare.isEmpty() || bare.toUpperCase(java.util.Locale.ROOT).startsWith(register + "-")
                ? bare
                : register + "-" + bare;
    }

    /** The roles that people of such an organisation may have, in everyday use order. */
    static List<Option> rolesOf(OrganisationKind kind) {
        List<Role> roles = switch (kind) {
            case STATUTORY_BODY ->
                List.of(Role.GOVERNOR, Role.COMMISSIONER, Role.PAYER, Role.ASSESSOR, Role.REFERRER, Role.COORDINATOR);
            case VOLUNTARY_ORGANISATION, INFRASTRUCTURE_BODY ->
                List.of(Role.APPLICANT_LEAD, Role.APPLICANT_MEMBER, Role.WORKER, Role.REFERRER, Role.ASSESSOR);
            case FUNDER -> List.of(Role.ASSESSOR);
            case AUDIT_BODY -> List.of(Role.AUDITOR);
        };
        return roles.stream()
                .map(role -> new Option(role.name(), capital(role.words()), may(role)))
                .toList();
    }

    private static String may(Role role) {
        return switch (role) {
            case GOVERNOR -> "Opens funds and approves within their limit";
            case COMMISSIONER -> "Runs calls and looks after awards";
            case PAYER -> "Tells the bank to pay, and says what was paid";
            case ASSESSOR -> "Reads and scores bids they are invited to";
            case APPLICANT_LEAD -> "Signs for the organisation and looks after this entry";
            case APPLICANT_MEMBER -> "Works on bids and reports";
            case REFERRER -> "Refers people to services";
            case WORKER -> "Supports people who are referred";
            case COORDINATOR -> "Sees all referrals of a place and their deadlines";
            case AUDITOR -> "Reads everything financial";
            case PUBLIC, OPERATOR -> "";
        };
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
