package org.tallystick.control;

import java.util.List;
import org.tallystick.platform.Event;

/** What was said of an exception that a control test found; the words are the reason in the event's metadata. */
public sealed interface ControlEvent extends Event {

    /** The id that test and key together have. */
    String exceptionId();

    /**
     * It was looked at and explained.
     *
     * @param test that found it
     * @param key by which it is the same exception in every run of the test
     * @param positions of the events that showed it
     */
    record ExceptionExplained(String exceptionId, ControlTest test, String key, List<Long> positions)
            implements ControlEvent {}

    /** The explanation does not hold any more. */
    record ExceptionReopened(String exceptionId, ControlTest test, String key) implements ControlEvent {}
}
