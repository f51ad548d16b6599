package org.tallystick.platform;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallystick.registry.OrganisationCommand.ApplyForRegistration;
import org.tallystick.registry.OrganisationCommand.GiveRole;
import org.tallystick.registry.OrganisationCommand.RegisterOrganisation;
import org.tallystick.registry.OrganisationCommand.SetDelegatedLimit;
import org.tallystick.registry.OrganisationKind;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may log in by form; also registers whom they act for, so that they can begin at once. */
@CommandLine.Command(name = "login", description = "The people who may log in by form.")
final class ManageLogins implements Runnable {

    private static final int SHORTEST_PASSWORD = 10;
    private static final Set<Role> NOBODYS = EnumSet.of(Role.PUBLIC, Role.OPERATOR);
    private static final Set<Role> OF_PUBLIC_BODIES =
            EnumSet.of(Role.GOVERNOR, Role.COMMISSIONER, Role.PAYER, Role.COORDINATOR);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Data folder (tallystick-data where none is named).")
    private @Nullable Path data;

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    @CommandLine.Command(
            name = "add",
            description = "Lets somebody log in; asks for the password, or reads it as a line of input.")
    int add(
            @Parameters(paramLabel = "USERNAME") String username,
            @Option(names = "--role", required = true, description = "One of: ${COMPLETION-CANDIDATES}.") Role role,
            @Option(names = "--organisation", required = true, paramLabel = "ID", description = "Whom they act for.")
                    String organisation,
            @Option(names = "--organisation-name", paramLabel = "NAME", description = "Its name, where it is new here.")
                    @Nullable
                    String organisationName,
            @Option(names = "--person", paramLabel = "ID", description = "The person's id in the history (p-USERNAME).")
                    @Nullable
                    String person,
            @Option(names = "--name", description = "What to call the person on pages (USERNAME).") @Nullable
                    String name,
            @Option(names = "--limit", paramLabel = "POUNDS", description = "A governor's delegated limit from today.")
                    @Nullable
                    Long limitPounds)
            throws IOException {
        LoginFile file = LoginFile.of(data);
        requireNew(username, role, file);
        String hash = Logins.hash(password(username));
        Actor actor = new Actor(
                person == null ? "p-" + username : person,
                name == null ? username : name,
                role,
                organisation,
                organisationName == null ? knownName(file, organisation) : organisationName);
        try (QuietProcess process = QuietProcess.commandSide(data)) {
            Desk desk = new Desk(process.part(CommandPort.class), organisation);
            desk.give(actor.personId(), role, organisationName);
            if (limitPounds != null) {
                desk.limit(actor.personId(), limitPounds);
            }
        }
        file.add(new Login(username, hash, actor));
        return said(username + " can log in as " + role.words() + " of " + actor.organisationName() + ".");
    }

    @CommandLine.Command(name = "list", description = "Who can log in.")
    int list() {
        for (Login login : LoginFile.of(data).logins()) {
            Actor actor = login.actor();
            out().printf(
                            "%-22s %-16s %s (%s)%n",
                            login.username(), actor.role().words(), actor.organisationName(), actor.organisationId());
        }
        out().flush();
        return CommandLine.ExitCode.OK;
    }

    @CommandLine.Command(
            name = "remove",
            description = "Ends a log-in. What the person did, and their role, stay in the history.")
    int remove(@Parameters(paramLabel = "USERNAME") String username) {
        if (!LoginFile.of(data).remove(username)) {
            throw new Refused("Nobody logs in as " + username + ".");
        }
        return said(username + " can no longer log in.");
    }

    private int said(String sentence) {
        out().println(sentence);
        out().flush();
        return CommandLine.ExitCode.OK;
    }

    private static void requireNew(String username, Role role, LoginFile file) {
        Require.id(username, "USERNAME");
        if (NOBODYS.contains(role)) {
            throw new Refused("Nobody logs in as " + role.words() + ".");
        }
        if (file.logins().stream().anyMatch(login -> login.username().equals(username))) {
            throw new Refused(username + " can log in already: remove it first.");
        }
    }

    /** Gives roles in one organisation, which is entered first where it is not there. */
    private record Desk(CommandPort commands, String organisation) {

        void give(String person, Role role, @Nullable String name) {
            GiveRole giveRole = new GiveRole(organisation, person, role);
            try {
                send(giveRole);
            } catch (Rejection refused) {
                if (refused.refusal() == Refusal.NOT_FOUND) {
                    enter(role, name);
                    send(giveRole);
                } else if (refused.refusal() != Refusal.ALREADY_EXISTS) {
                    throw refused;
                }
            }
        }

        void limit(String person, long pounds) {
            send(new SetDelegatedLimit(
                    organisation, person, Math.multiplyExact(pounds, 100L), UkTime.dayOf(Instant.now()), null));
        }

        private void send(Command command) {
            commands.send(command, Actor.OPERATOR, UUID.randomUUID().toString());
        }

        private void enter(Role role, @Nullable String name) {
            if (name == null) {
                throw new Refused(organisation + " is not registered here: say --organisation-name too.");
            }
            send(new ApplyForRegistration(organisation, name, kind(role), List.of(), ""));
            send(new RegisterOrganisation(organisation));
        }

        private static OrganisationKind kind(Role role) {
            if (role == Role.AUDITOR) {
                return OrganisationKind.AUDIT_BODY;
            }
            return OF_PUBLIC_BODIES.contains(role)
                    ? OrganisationKind.STATUTORY_BODY
                    : OrganisationKind.VOLUNTARY_ORGANISATION;
        }
    }

    private static String knownName(LoginFile file, String organisation) {
        return file.logins().stream()
                .map(Login::actor)
                .filter(actor -> actor.actsFor(organisation))
                .map(Actor::organisationName)
                .findFirst()
                .orElse(organisation);
    }

    private static String password(String username) throws IOException {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        String password;
        if (console.isPresent()) {
            char[] typed = console.get().readPassword("Password for %s: ", username);
            password = typed == null ? "" : new String(typed);
        } else {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            password = line == null ? "" : line;
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new Refused("A password has at least " + SHORTEST_PASSWORD + " characters.");
        }
        return password;
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }
}
