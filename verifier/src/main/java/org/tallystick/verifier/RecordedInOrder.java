package org.tallystick.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Completeness: times in the log go with positions. */
final class RecordedInOrder extends ControlTest {

    /** A transaction is not open for longer, so no two events change places by more. */
    private static final Duration MOST = Duration.ofMinutes(10);

    private Instant latest = Instant.MIN;

    RecordedInOrder() {
        super(
                "Recorded in order",
                "Positions have no gap, and no event says it was recorded more than 10 minutes before one that stands"
                        + " earlier in the log.");
    }

    @Override
    void see(Leaf leaf) {
        tested();
        if (leaf.recordedAt().isAfter(latest)) {
            latest = leaf.recordedAt();
        } else if (leaf.recordedAt().plus(MOST).isBefore(latest)) {
            found(
                    leaf.position(),
                    "It says it was recorded at " + leaf.recordedAt() + ", and one before it at " + latest + ".");
        }
    }

    @Override
    void see(Event event, List<Posting> made) {
        // The leaves say it all.
    }
}
