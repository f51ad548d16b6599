package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.bid.BidEvent;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.history.LastMinuteCall;
import org.tallystick.history.RunningClock;

/** Killed together with its database while people save and send in the last minute of a call, and started again. */
class KilledInTheLastMinuteTest {

    private static final int PEOPLE = 12;
    private static final int SAVES_BEFORE_THE_KILL = 5;
    private static final Duration UNTIL_THE_CLOSING = Duration.ofSeconds(25);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    private Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final PersonInAHurry.Wire wire = new PersonInAHurry.Wire();
    private volatile int port;

    @Test
    void what_was_acknowledged_is_there_once_and_the_call_closes_by_the_clock() throws Exception {
        try (Started first = serve()) {
            Instant closes = Instant.now().plus(UNTIL_THE_CLOSING).truncatedTo(ChronoUnit.MILLIS);
            prepare(closes);
            List<PersonInAHurry> people = people(closes);
            try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Void>> all = people.stream().map(each::submit).toList();
                await("everybody is at work", () -> underLoad(people));
                killWithItsDatabase(first);
                assertThat(Instant.now()).as("killed before the closing").isBefore(closes);
                List<List<String>> before = people.stream()
                        .map(person -> List.copyOf(person.acknowledged()))
                        .toList();
                try (Started second = serve()) {
                    for (Future<Void> one : all) {
                        one.get();
                    }
                    assertThat(wire.cutOff.get()).as("cut off half way").isPositive();
                    assertThat(before).allSatisfy(saves -> assertThat(saves).hasSizeGreaterThanOrEqualTo(1));
                    assertNothingIsLostOrDoubled(people, closes);
                    assertEverybodyReadsTheirOwn(people);
                    assertThat(second.stop()).isEqualTo(143);
                }
            }
        }
    }

    private Started serve() throws IOException, InterruptedException {
        if (port == 0) {
            port = Started.freePort();
        }
        return Started.run(
                        port,
                        Map.of(),
                        List.of("./tallystick", "serve", "--data", data.toString(), "--port", Integer.toString(port)))
                .awaitAnswer("/actuator/health");
    }

    private void prepare(Instant closes) {
        RunningClock clock = new RunningClock();
        try (HikariDataSource source = commandSide();
                LoneCommandSide side = new LoneCommandSide(source, clock)) {
            new LastMinuteCall(side, clock, closes, PEOPLE).prepare();
        }
    }

    /** Every second one sends the bid, the first of them before the kill and the last after it; the others never do. */
    private List<PersonInAHurry> people(Instant closes) {
        ActorTokens tokens = new ActorTokens(
                Settings.read(name -> name.equals(Setting.INTERNAL_SECRET.variable())
                        ? new DataFolder(data).secret("internal")
                        : null),
                Clock.systemUTC());
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> new PersonInAHurry(
                        number,
                        number % 2 == 0 ? SAVES_BEFORE_THE_KILL * (1 + number / 2) : NEVER,
                        closes,
                        wire,
                        (path, actor) -> HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .timeout(Duration.ofSeconds(10))
                                .header("Authorization", "Bearer " + tokens.tokenFor(actor))
                                .header("Content-Type", "application/json")))
                .toList();
    }

    /** One has sent the bid, all have saved several times, and something is under way right now. */
    private boolean underLoad(List<PersonInAHurry> people) {
        return people.getFirst().sent()
                && people.stream().allMatch(person -> person.acknowledged().size() >= SAVES_BEFORE_THE_KILL)
                && wire.underWay.get() >= PEOPLE / 4;
    }

    /** As a machine that loses its power: neither of them gets to tidy up. */
    private void killWithItsDatabase(Started program) throws IOException, InterruptedException {
        Path file = data.resolve("postgres/postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
        List<ProcessHandle> database =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        ProcessHandle.of(program.pid()).ifPresent(ProcessHandle::destroyForcibly);
        database.forEach(ProcessHandle::destroyForcibly);
        program.kill();
        assertThat(file).as("the database was not shut down").exists();
    }

    private void assertNothingIsLostOrDoubled(List<PersonInAHurry> people, Instant closes) throws Exception {
        try (HikariDataSource source = commandSide();
                LoneCommandSide reader = new LoneCommandSide(source, Clock.systemUTC())) {
            for (PersonInAHurry person : people) {
                await(
                        "the draft lapses",
                        () -> person.sent() || of(reader, person.bid(), BidEvent.BidLapsed.class) == 1);
                List<String> texts = happened(reader, person.bid()).stream()
                        .filter(BidEvent.BidQuestionAnswered.class::isInstance)
                        .map(event -> ((BidEvent.BidQuestionAnswered) event).text())
                        .toList();
                assertThat(texts.subList(1, texts.size())).as(person.bid()).isEqualTo(person.acknowledged());
                assertThat(of(reader, person.bid(), BidEvent.BidSubmitted.class))
                        .as(person.bid())
                        .isEqualTo(person.sent() ? 1 : 0);
                assertThat(of(reader, person.bid(), BidEvent.BidLapsed.class))
                        .as(person.bid())
                        .isEqualTo(person.sent() ? 0 : 1);
            }
            await("the call closes", () -> of(reader, "call", GrantCallEvent.CallClosed.class) == 1);
            assertThat(happened(reader, "call")).endsWith(new GrantCallEvent.CallClosed("call", closes));
        }
    }

    /** The pages' own data has caught up too: sent bids as they were sent, drafts with the last that was saved. */
    private void assertEverybodyReadsTheirOwn(List<PersonInAHurry> people) throws Exception {
        for (PersonInAHurry person : people) {
            HttpRequest request = person.request("/api/bids/" + person.bid()).build();
            String state = person.sent() ? "SUBMITTED" : "LAPSED";
            await(person.bid() + " is " + state, () -> {
                String body = read(request);
                return body.contains("\"" + state + "\"")
                        && body.contains("\"" + person.acknowledged().getLast() + "\"");
            });
        }
    }

    private String read(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HikariDataSource commandSide() {
        DataFolder folder = new DataFolder(data);
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(folder.jdbcUrl().orElseThrow());
        source.setUsername("tallystick_command");
        source.setPassword(folder.secret("command"));
        source.setMaximumPoolSize(4);
        return source;
    }

    private static long of(LoneCommandSide reader, String id, Class<?> type) {
        return happened(reader, id).stream().filter(type::isInstance).count();
    }

    private static List<Object> happened(LoneCommandSide reader, String id) {
        List<Object> events = new ArrayList<>();
        reader.history().readEvents(id, 0).asStream().forEach(message -> events.add(message.getPayload()));
        return events;
    }

    private static void await(String what, BooleanSupplier so) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!so.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            Thread.sleep(5);
        }
    }
}
