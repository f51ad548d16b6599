package org.tallystick.ledger;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.tallystick.platform.Refusal;

/**
 * Histories made up at random over all of grant-making, each played against the product and against a plain model of
 * the money. Where both differ, the history is made as short as it can be and still does so.
 */
public final class RandomHistories {

    static final int STEPS = 300;

    private final Supplier<Planted> planted;
    private final Map<String, Times> commands = new TreeMap<>();
    private final Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);
    private final Map<String, Integer> reached = new TreeMap<>();
    private long sampled;

    /** How often something happened. */
    static final class Times {
        int accepted;
        int refused;
    }

    /** Of the product as it is. */
    public RandomHistories() {
        this(Planted::nothing);
    }

    /** With a fault, made anew for each history: so that a test can show that it is found. */
    RandomHistories(Supplier<Planted> planted) {
        this.planted = planted;
    }

    /** A history as far as it is written, and what of it was accepted. */
    private record Written(List<Step> steps, List<Step> accepted) {

        /** What was refused is seldom needed for a history to go wrong; its last step always is. */
        List<Step> withoutRefused() {
            List<Step> rest = new ArrayList<>(accepted);
            if (rest.isEmpty() || !rest.getLast().equals(steps.getLast())) {
                rest.add(steps.getLast());
            }
            return rest;
        }
    }

    /**
     * A history that went wrong.
     *
     * @param steps all that is needed for it to go wrong
     * @param of how many there were
     */
    record Failure(long seed, Play.Fault fault, List<Step> steps, int of) {

        String words() {
            StringBuilder words = new StringBuilder(
                    "Seed %d: %s%nOf %d steps, %d are needed:%n".formatted(seed, fault.words(), of, steps.size()));
            steps.forEach(step -> words.append("  ").append(step).append(System.lineSeparator()));
            return words.toString();
        }
    }

    /** Plays histories on all processors; the first failure, if there is one. */
    @Nullable
    Failure run(long firstSeed, int count) {
        // Refusals, and what is asked about and not there, are what is expected here.
        LoggingSystem.get(RandomHistories.class.getClassLoader()).setLogLevel("org.axonframework", LogLevel.ERROR);
        return LongStream.range(firstSeed, firstSeed + count)
                .parallel()
                .mapToObj(this::one)
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private java.util.Optional<Failure> one(long seed) {
        // Threads of the common pool look for classes outside of the program's own file.
        Thread.currentThread().setContextClassLoader(RandomHistories.class.getClassLoader());
        Written history = new Written(new ArrayList<>(), new ArrayList<>());
        Play.Fault fault = null;
        try (Play play = new Play(planted.get())) {
            try {
                write(seed, play, history);
                fault = play.end();
            } catch (Play.Found found) {
                fault = found.fault();
            }
            count(play);
        }
        return fault == null ? java.util.Optional.empty() : java.util.Optional.of(shortened(seed, fault, history));
    }

    /** Writes a history while it is played, so that the next step fits what has become of the last. */
    private void write(long seed, Play play, Written history) {
        Author author = new Author(seed, play.model());
        for (int number = 0; number < STEPS; number++) {
            play(play, author.next(), history);
        }
        author.end().forEach(step -> play(play, step, history));
        author.emptied().forEach(step -> play(play, step, history));
        author.closed().forEach(step -> play(play, step, history));
    }

    private void play(Play play, Step step, Written history) {
        history.steps.add(step);
        Play.Result result = play.play(step);
        if (result == Play.Result.ACCEPTED) {
            history.accepted.add(step);
        }
        synchronized (commands) {
            Times times = commands.computeIfAbsent(step.command().getClass().getSimpleName(), _ -> new Times());
            if (result == Play.Result.ACCEPTED) {
                times.accepted++;
            } else {
                times.refused++;
            }
        }
    }

    private synchronized void count(Play play) {
        sampled += play.sampled() + 1;
        play.refusals().forEach((refusal, times) -> refusals.merge(refusal, times, Integer::sum));
        play.model().reached.forEach((what, times) -> reached.merge(what, times, Integer::sum));
    }

    private Failure shortened(long seed, Play.Fault fault, Written history) {
        Predicate<List<Step>> fails = some -> {
            Play.Fault again = Play.faultOf(some, planted.get());
            return again != null && again.kind().equals(fault.kind());
        };
        List<Step> beginning = history.withoutRefused();
        List<Step> needed = Shorter.failing(fails.test(beginning) ? beginning : history.steps, fails);
        Play.Fault last = Play.faultOf(needed, planted.get());
        return new Failure(seed, last == null ? fault : last, needed, history.steps.size());
    }

    /** How often each command was accepted and refused. */
    Map<String, Times> commands() {
        return commands;
    }

    /** How often what was refused for what reason. */
    Map<Refusal, Integer> refusals() {
        return refusals;
    }

    /** At how many positions a history that was read again was compared with what it was. */
    synchronized long sampled() {
        return sampled;
    }

    /** How often something rare happened that histories must get to. */
    Map<String, Integer> reached() {
        return reached;
    }

    /**
     * Plays histories and says what came of it.
     *
     * @return 0, or 1 where one went wrong
     */
    public static int run(long seed, int count, PrintStream out) {
        RandomHistories histories = new RandomHistories();
        long begun = System.nanoTime();
        Failure failure = histories.run(seed, count);
        if (failure != null) {
            out.print(failure.words());
            return 1;
        }
        int accepted = histories.commands.values().stream()
                .mapToInt(times -> times.accepted)
                .sum();
        int refused = histories.commands.values().stream()
                .mapToInt(times -> times.refused)
                .sum();
        out.printf(
                "%,d histories from seed %d: %,d commands accepted, %,d refused, in %.1f s. The product, its ledger and"
                        + " the model agree after each; read again, from the first event and from a snapshot, all of"
                        + " %,d positions are what they were.%n",
                count, seed, accepted, refused, (System.nanoTime() - begun) / 1e9, histories.sampled());
        histories.commands.forEach((name, times) ->
                out.printf("  %-26s %,9d accepted %,9d refused%n", name, times.accepted, times.refused));
        histories.reached.forEach((what, times) -> out.printf("  %,9d times %s%n", times, what));
        return 0;
    }
}
