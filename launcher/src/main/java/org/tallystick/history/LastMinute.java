package org.tallystick.history;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.platform.LoneCommandSide;

/**
 * {@code ./tallystick bench last-minute}: people save and send their bids in the last minute of a call, over a real
 * database. Beside each save the same person makes one plain insert, so that both meet the same machine.
 */
public final class LastMinute {

    /**
     * How many people, and how long the minute is.
     *
     * @param pause between what one person does and does next
     */
    public record Size(int people, Duration minute, Duration pause) {

        /** For figures to be believed. */
        public static Size full() {
            return new Size(50, Duration.ofMinutes(1), Duration.ofMillis(500));
        }

        /** To see that nothing is lost. */
        public static Size quick() {
            return new Size(50, Duration.ofSeconds(4), Duration.ofMillis(100));
        }
    }

    /**
     * What came of it.
     *
     * @param lost what was acknowledged and is not there, and what is there and should not be
     */
    public record Came(int saves, int sent, int late, List<String> lost, String figures) {}

    private static final Instant CLOSES = Instant.parse("2026-06-12T16:00:00Z");

    private LastMinute() {}

    /** Runs it and prints what came of it; 1 where anything was lost. */
    public static int run(Size size, PrintStream out) throws Exception {
        LoggingSystem.get(LastMinute.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        Came came = run(size);
        out.printf(
                "%d people in the last %d s of a call: %,d saves acknowledged, %d bids sent, %d too late with their drafts"
                        + " kept; %d lost.%n%s",
                size.people(),
                size.minute().toSeconds(),
                came.saves(),
                came.sent(),
                came.late(),
                came.lost().size(),
                came.figures());
        came.lost().forEach(out::println);
        return came.lost().isEmpty() ? 0 : 1;
    }

    /** Runs it. */
    public static Came run(Size size) throws Exception {
        RunningClock clock = new RunningClock();
        try (BenchServer server = new BenchServer()) {
            server.create("last_minute");
            new JdbcTemplate(server.owner("last_minute"))
                    .execute("CREATE TABLE history.floor (id bigserial PRIMARY KEY, words text NOT NULL);"
                            + " GRANT INSERT ON history.floor TO tallystick_command;"
                            + " GRANT USAGE ON SEQUENCE history.floor_id_seq TO tallystick_command");
            try (LoneCommandSide side = new LoneCommandSide(server.command("last_minute"), clock)) {
                LastMinuteCall call = new LastMinuteCall(side, clock, CLOSES, size.people());
                call.prepare();
                JdbcTemplate floor = new JdbcTemplate(server.command("last_minute"));
                List<LastMinutePerson> people = together(size, call, clock, floor);
                while (clock.instant().isBefore(CLOSES)) {
                    Thread.sleep(10);
                }
                side.tick();
                return came(people, side);
            }
        }
    }

    private static List<LastMinutePerson> together(
            Size size, LastMinuteCall call, RunningClock clock, JdbcTemplate floor) throws Exception {
        List<LastMinutePerson> people = new ArrayList<>();
        for (int i = 0; i < size.people(); i++) {
            people.add(new LastMinutePerson(call, i, size, clock, floor));
        }
        clock.set(CLOSES.minus(size.minute()));
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            people.forEach(person -> all.add(each.submit(person)));
            for (Future<?> one : all) {
                one.get();
            }
        }
        return people;
    }

    private static Came came(List<LastMinutePerson> people, LoneCommandSide side) {
        List<String> lost = new ArrayList<>();
        people.forEach(person -> lost.addAll(person.lost(side.history())));
        String figures = Stream.of(
                        line("a save", of(people, LastMinutePerson::saves)),
                        line("standing for it and sending it", of(people, LastMinutePerson::sendings)),
                        line("a plain insert of as many characters", of(people, LastMinutePerson::inserts)))
                .reduce("", String::concat);
        return new Came(
                of(people, LastMinutePerson::saves).size(),
                (int) people.stream().filter(LastMinutePerson::sent).count(),
                (int) people.stream().filter(person -> !person.sent()).count(),
                lost,
                figures);
    }

    private static List<Double> of(
            List<LastMinutePerson> people, java.util.function.Function<LastMinutePerson, List<Double>> which) {
        return people.stream().flatMap(person -> which.apply(person).stream()).toList();
    }

    private static String line(String what, List<Double> millis) {
        return millis.isEmpty()
                ? ""
                : "  %-38s p50 %7.1f ms, p95 %7.1f ms, slowest %7.1f ms, of %,d%n"
                        .formatted(
                                what,
                                Rounds.quantile(millis, 0.5),
                                Rounds.quantile(millis, 0.95),
                                Rounds.quantile(millis, 1),
                                millis.size());
    }
}
