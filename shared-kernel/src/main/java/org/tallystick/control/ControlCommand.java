package org.tallystick.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.tallystick.platform.Command;
import org.tallystick.platform.Reasoned;
import org.tallystick.platform.Require;

/**
 * What auditors say of an exception that a control test found. It decides nothing and moves no money: the exception
 * stays, and everybody who may see it sees the words beside it. So auditors may, who change nothing else; those whose
 * work is tested may not, since nobody explains their own exceptions away.
 */
public sealed interface ControlCommand extends Command {

    /** The longest key, in characters. */
    int LONGEST_KEY = 300;

    /** The most events of one exception. */
    int MOST_EVENTS = 10_000;

    /** Which test found it. */
    ControlTest test();

    /** By which it is the same exception in every run of the test. */
    String key();

    @Override
    default String target() {
        return idOf(test(), key());
    }

    /** The id under which the history keeps what is said of an exception. */
    static String idOf(ControlTest test, String key) {
        byte[] seed = (test.name() + " " + key).getBytes(StandardCharsets.UTF_8);
        return "exception-" + UUID.nameUUIDFromBytes(seed);
    }

    /**
     * It was looked at and has an explanation.
     *
     * @param positions of the events that showed it then: where others come to it, it is open again
     * @param reason the explanation; no names of people belong into it
     */
    record ExplainException(ControlTest test, String key, List<Long> positions, String reason)
            implements ControlCommand, Reasoned {
        public ExplainException {
            Require.given(test, "test");
            key = Require.line(key, "key", LONGEST_KEY);
            positions = Require.list(positions, "positions", 1, MOST_EVENTS);
            if (positions.stream().anyMatch(position -> position < 0)) {
                throw Require.invalid("positions", "must be positions of the history.");
            }
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** The explanation does not hold. */
    record ReopenException(ControlTest test, String key, String reason) implements ControlCommand, Reasoned {
        public ReopenException {
            Require.given(test, "test");
            key = Require.line(key, "key", LONGEST_KEY);
            reason = Require.text(reason, "reason", 1000);
        }
    }
}
