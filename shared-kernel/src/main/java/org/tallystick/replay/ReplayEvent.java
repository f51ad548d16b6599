package org.tallystick.replay;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Event;

/** What was asked about a replay. Its run is no event: replaying the history must not add to it. */
public sealed interface ReplayEvent extends Event {

    /** The replay's id. */
    String replayId();

    /**
     * A replay was asked for.
     *
     * @param name that it is kept under
     * @param scope what is made again
     * @param upTo the last position that counts
     * @param recordedUntil the time that {@code upTo} was found by, where one was given
     * @param effectiveUntil what took effect later does not count, where a day was given
     */
    record ReplayRequested(
            String replayId,
            String name,
            ReplayScope scope,
            long upTo,
            @Nullable Instant recordedUntil,
            @Nullable LocalDate effectiveUntil)
            implements ReplayEvent {}

    /** It is not to be finished. */
    record ReplayCancelled(String replayId) implements ReplayEvent {}

    /** Its tables are not needed any more. */
    record ReplayDropped(String replayId) implements ReplayEvent {}
}
