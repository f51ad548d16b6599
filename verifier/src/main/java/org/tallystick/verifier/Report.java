package org.tallystick.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of checking a pack. */
final class Report {

    /** Nothing wrong was found. */
    static final int GOOD = 0;

    /** Something is wrong. */
    static final int NOT_GOOD = 1;

    /** It cannot be checked. */
    static final int UNUSABLE = 2;

    /** How a check went. */
    enum State {
        GOOD,
        WRONG,
        NOT_RUN
    }

    /**
     * What came of a check.
     *
     * @param covered what it looked at, or why it did not
     * @param wrong what it found first
     */
    record Result(
            String check,
            State state,
            String covered,
            @Nullable Wrong wrong) {}

    private final Manifest manifest;
    private final List<Result> results = new ArrayList<>();
    private final List<ControlTest> controlTests = new ArrayList<>();

    Report(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Adds what came of a check: what was wrong first, or else what it covered. */
    void conclude(String check, @Nullable Wrong wrong, String covered) {
        results.add(new Result(check, wrong == null ? State.GOOD : State.WRONG, covered, wrong));
    }

    void notRun(String check, String why) {
        results.add(new Result(check, State.NOT_RUN, why, null));
    }

    /** Adds the control tests that were run. */
    void add(List<ControlTest> tests) {
        controlTests.addAll(tests);
    }

    Manifest manifest() {
        return manifest;
    }

    List<Result> results() {
        return results;
    }

    List<ControlTest> controlTests() {
        return controlTests;
    }

    boolean isGood() {
        return results.stream().noneMatch(result -> result.state() == State.WRONG);
    }

    /** The first position at which something is wrong, where it is at one. */
    Optional<Long> firstWrongPosition() {
        return results.stream()
                .map(Result::wrong)
                .filter(wrong -> wrong != null && wrong.position() != Wrong.NOWHERE)
                .map(Wrong::position)
                .min(Comparator.naturalOrder());
    }

    int exitStatus() {
        return isGood() ? GOOD : NOT_GOOD;
    }
}
