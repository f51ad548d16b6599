package org.tallystick.platform;

import java.time.Duration;

/**
 * An event is stored for good but wasn't given its position in time. It will get one; whoever waited may look later.
 */
public final class SequencingTimeout extends RuntimeException {

    /** For an aggregate's event that was waited for so long. */
    public SequencingTimeout(String aggregateId, long sequence, Duration waited) {
        super("Event " + sequence + " of " + aggregateId + " is stored, but had no position in the log after "
                + waited.toMillis() + " ms");
    }
}
