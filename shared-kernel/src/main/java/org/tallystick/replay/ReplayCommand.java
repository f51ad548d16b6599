package org.tallystick.replay;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Command;
import org.tallystick.platform.Require;

/** What auditors ask for about replays. */
public sealed interface ReplayCommand extends Command {

    /** The longest name, in characters. */
    int LONGEST_NAME = 100;

    /** The replay's id. */
    String replayId();

    @Override
    default String target() {
        return replayId();
    }

    /**
     * Makes the read models again as they were.
     *
     * @param name that it is kept under
     * @param scope what is made again
     * @param upTo the last position that counts; without one, and without a time, all that there is now
     * @param recordedUntil only what was recorded until then counts: what was known; with a position, both hold
     * @param effectiveUntil only what took effect until the end of that day counts: what was true; of the ledger only
     */
    record RequestReplay(
            String replayId,
            String name,
            ReplayScope scope,
            @Nullable Long upTo,
            @Nullable Instant recordedUntil,
            @Nullable LocalDate effectiveUntil)
            implements ReplayCommand {
        public RequestReplay {
            Require.id(replayId, "replayId");
            name = Require.line(name, "name", LONGEST_NAME);
            Require.given(scope, "scope");
            if (upTo != null && upTo < 1) {
                throw Require.invalid("upTo", "must be a position of the history, 1 or more.");
            }
            Require.optionalDate(effectiveUntil, "effectiveUntil");
            if (effectiveUntil != null && scope != ReplayScope.LEDGER) {
                throw Require.invalid("effectiveUntil", "can be given for the ledger only.");
            }
        }
    }

    /** It is not to be finished; what was made of it is deleted. */
    record CancelReplay(String replayId) implements ReplayCommand {
        public CancelReplay {
            Require.id(replayId, "replayId");
        }
    }

    /** It is not needed any more; its tables are deleted. */
    record DropReplay(String replayId) implements ReplayCommand {
        public DropReplay {
            Require.id(replayId, "replayId");
        }
    }
}
