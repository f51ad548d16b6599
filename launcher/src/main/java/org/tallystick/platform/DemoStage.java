package org.tallystick.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What all demo data is made with: the people, the day, and the way in. Commands go one after the other, each under its
 * number as its key, so that every demo has the same ids and the same sums.
 *
 * <p>Dates are fixed, and where a fixed day is still to come it is today. Only what must be due soon, or overdue,
 * counts from the day the demo starts: "today+10", "today-12".
 */
final class DemoStage {

    /** Enough to approve what opens then. */
    private static final Duration IN_A_MOMENT = Duration.ofSeconds(20);

    private final CommandPort commands;
    private final List<Login> logins;
    private final Clock clock;
    private final LocalDate today;
    private int sent;

    DemoStage(CommandPort commands, List<Login> logins, Clock clock) {
        this.commands = commands;
        this.logins = logins;
        this.clock = clock;
        this.today = UkTime.dayOf(clock.instant());
    }

    /** A file of the demo. */
    static <T> T read(String name, Class<T> type) {
        try (InputStream file = Objects.requireNonNull(DemoStage.class.getResourceAsStream("/demo/" + name))) {
            return Json.read(file.readAllBytes(), type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void send(Command command, Actor actor) {
        sent++;
        try {
            commands.send(command, actor, "demo-" + sent);
        } catch (Rejection refused) {
            throw new IllegalStateException(command + " was refused: " + refused.sentence(), refused);
        }
    }

    /** How many commands it took. */
    int sent() {
        return sent;
    }

    List<Login> logins() {
        return logins;
    }

    /** Whoever acts for an organisation in a role: the one who can log in, else one made up. */
    Actor actor(Role role, String organisationId) {
        return logins.stream()
                .map(Login::actor)
                .filter(actor -> actor.role() == role && actor.actsFor(organisationId))
                .findFirst()
                .orElseGet(() -> new Actor(
                        "p-" + organisationId.toLowerCase(Locale.ROOT) + "-"
                                + role.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "",
                        role,
                        organisationId,
                        ""));
    }

    /** Another one who can log in and acts for the same organisation in the same role. */
    Actor colleague(Actor of) {
        return logins.stream()
                .map(Login::actor)
                .filter(actor -> actor.role() == of.role() && actor.actsFor(of.organisationId()))
                .filter(actor -> !actor.equals(of))
                .findFirst()
                .orElseThrow();
    }

    /** A day as the files write it. */
    LocalDate day(String text) {
        return text.startsWith("today")
                ? today.plusDays(Integer.parseInt(text.substring("today".length())))
                : LocalDate.parse(text);
    }

    /** A time on such a day, in UK time; on the first day of all, in a moment. */
    Instant moment(String text, LocalTime time) {
        return text.equals("today+0")
                ? clock.instant().plus(IN_A_MOMENT)
                : day(text).atTime(time).atZone(UkTime.ZONE).toInstant();
    }

    /** A day something took effect on: never one still to come. */
    LocalDate past(LocalDate day) {
        return day.isAfter(today) ? today : day;
    }

    LocalDate past(String text) {
        return past(day(text));
    }
}
