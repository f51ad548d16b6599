package org.tallystick.verifier;

import java.util.ArrayList;
import java.util.List;

/**
 * A test that auditors run, from the events alone. What it finds may have a good reason and does not make a pack wrong:
 * people look at it.
 */
abstract class ControlTest {

    /** So many exceptions are told one by one; all are counted. */
    static final int TOLD = 100;

    private final String name;
    private final String rule;
    private final List<Found> told = new ArrayList<>();
    private long population;
    private long exceptions;

    /** A test with its name and its rule, in plain words. */
    ControlTest(String name, String rule) {
        this.name = name;
        this.rule = rule;
    }

    String name() {
        return name;
    }

    String rule() {
        return rule;
    }

    /** An exception: the event with which it came about, and what it is, in a sentence. */
    record Found(long position, String sentence) {}

    /** Takes notice of the next leaf, whether its event is wanted or not. */
    void see(Leaf leaf) {
        // Most look at events alone.
    }

    /** Takes notice of the next event, and of the postings it made. */
    abstract void see(Event event, List<Posting> made);

    /** One more was tested. */
    protected final void tested() {
        population++;
    }

    /** One that was tested is not as the rule says. */
    protected final void found(long position, String sentence) {
        exceptions++;
        if (told.size() < TOLD) {
            told.add(new Found(position, sentence));
        }
    }

    long population() {
        return population;
    }

    long exceptions() {
        return exceptions;
    }

    /** The first exceptions. */
    List<Found> told() {
        return told;
    }
}
