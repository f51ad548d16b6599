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

    private final List<Found> told = new ArrayList<>();
    private long population;
    private long exceptions;

    /** An exception: the event with which it came about, and what it is, in a sentence. */
    record Found(long position, String sentence) {}

    /** Its name. */
    abstract String name();

    /** Its rule, in plain words. */
    abstract String rule();

    /** Takes notice of the next event. */
    abstract void see(Event event);

    /** One more was tested. */
    protected final void tested() {
        population++;
    }

    /** One that was tested is not as the rule says. */
    protected final void found(Event event, String sentence) {
        exceptions++;
        if (told.size() < TOLD) {
            told.add(new Found(event.position(), sentence));
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
