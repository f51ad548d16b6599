package org.tallystick.replay;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;
import org.tallystick.platform.Require;

/** Questions about replays. */
public sealed interface ReplayQuery {

    /** All replays that were ever asked for, newest first. */
    record Replays(int page, int size) implements ReplayQuery, Query<Paged<ReplayView>> {}

    /** One replay, and how far it has come. */
    record OneReplay(String replayId) implements ReplayQuery, Query<ReplayView> {
        public OneReplay {
            Require.id(replayId, "replayId");
        }
    }

    /**
     * A replay.
     *
     * @param replayId its id
     * @param name that it is kept under
     * @param scope what is made again
     * @param upTo the last position that counts
     * @param recordedUntil the time that position was found by, if any
     * @param effectiveUntil what took effect later is left out, where there is a day
     * @param requestedBy who asked for it
     * @param requestedAt when
     * @param state how far it has come
     * @param position the last position that is replayed
     * @param eventsPerSecond how fast it goes while it runs; 0 where that is not known
     * @param secondsLeft how long it will take at that rate; none where that is not known
     * @param finishedAt when it was done or had failed
     * @param failure why it failed
     */
    record ReplayView(
            String replayId,
            String name,
            ReplayScope scope,
            long upTo,
            @Nullable Instant recordedUntil,
            @Nullable LocalDate effectiveUntil,
            String requestedBy,
            Instant requestedAt,
            ReplayProgress state,
            long position,
            long eventsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable Instant finishedAt,
            @Nullable String failure) {}
}
