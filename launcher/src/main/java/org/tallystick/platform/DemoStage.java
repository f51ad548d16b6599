package org.tallystick.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What all demo data is made with: the people, the day, and the way in. Whoever tells a story says on which day things
 * happen; when all stories are told they are played in the order of their days, each command under its number as its
 * key, so that every demo has the same ids and the same sums.
 *
 * <p>Dates are fixed, and where a fixed day is still to come it is today. Only what must be due soon, or overdue,
 * counts from the day the demo starts: "today+10", "today-12".
 */
final class DemoStage {

    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime EARLY = LocalTime.of(0, 1);

    private final CommandPort commands;
    private final List<Login> logins;
    private final DemoClock clock;
    private final LocalDate today;
    private final List<Scene> scenes = new ArrayList<>();
    private Instant moment = Instant.EPOCH;

    DemoStage(CommandPort commands, List<Login> logins, DemoClock clock) {
        this.commands = commands;
        this.logins = logins;
        this.clock = clock;
        clock.follow();
        this.today = UkTime.dayOf(clock.instant());
    }

    private record Scene(Instant moment, Command command, Actor actor) {}

    /** A file of the demo. */
    static <T> T read(String name, Class<T> type) {
        try (InputStream file = Objects.requireNonNull(DemoStage.class.getResourceAsStream("/demo/" + name))) {
            return Json.read(file.readAllBytes(), type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is sent from now on happens on that day, or today where that is still to come. */
    DemoStage on(LocalDate day) {
        return at(past(day).atTime(MORNING).atZone(UkTime.ZONE).toInstant());
    }

    DemoStage on(String day) {
        return on(day(day));
    }

    /** What is sent from now on happens at that moment. */
    DemoStage at(Instant then) {
        moment = then;
        return this;
    }

    /** Somebody does something, at the moment that was named last. */
    void send(Command command, Actor actor) {
        scenes.add(new Scene(moment, command, actor));
    }

    /** Plays everything in its order, and closes each month when the next begins; how many commands it took. */
    int play(PeriodCloser periods) {
        try {
            List<Scene> inOrder =
                    scenes.stream().sorted(Comparator.comparing(Scene::moment)).toList();
            YearMonth month = YearMonth.from(UkTime.dayOf(inOrder.getFirst().moment()));
            for (int i = 0; i < inOrder.size(); i++) {
                YearMonth next = YearMonth.from(UkTime.dayOf(inOrder.get(i).moment()));
                for (; month.isBefore(next); month = month.plusMonths(1)) {
                    clock.tell(month.atEndOfMonth()
                            .plusDays(1)
                            .atTime(EARLY)
                            .atZone(UkTime.ZONE)
                            .toInstant());
                    periods.closeDue();
                }
                play(inOrder.get(i), "demo-" + (i + 1));
            }
            return inOrder.size();
        } finally {
            clock.follow();
        }
    }

    private void play(Scene scene, String key) {
        clock.follow();
        if (scene.moment().isBefore(clock.instant())) {
            clock.tell(scene.moment());
        }
        try {
            commands.send(scene.command(), scene.actor(), key);
        } catch (Rejection refused) {
            throw new IllegalStateException(
                    UkTime.dayOf(scene.moment()) + ": " + scene.command() + " was refused: " + refused.sentence(),
                    refused);
        }
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

    /** Such a day, or the last one before it on which people work. */
    LocalDate workingDay(String text) {
        LocalDate day = day(text);
        while (!WorkingDays.is(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** A time on such a working day, in UK time. */
    Instant moment(String text, LocalTime time) {
        return workingDay(text).atTime(time).atZone(UkTime.ZONE).toInstant();
    }

    /** Whether a moment is over when the demo starts. */
    boolean hasCome(Instant then) {
        return then.isBefore(clock.instant());
    }

    private LocalDate past(LocalDate day) {
        return day.isAfter(today) ? today : day;
    }
}
