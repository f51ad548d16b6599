package org.tallystick.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
     * Compares the ledger of a finished replay, which was made from the first event on, with every balance that was
     * sealed until then, with the one that follows from the last seal, and with the live one at the same point.
     */
    record ComparisonOf(String replayId) implements ReplayQuery, Query<Comparison> {
        public ComparisonOf {
            Require.id(replayId, "replayId");
        }
    }

    /** What a replay is compared with. */
    enum ComparedWith {
        /** The balances of a period close: as the log has their root, and as they are kept. */
        SEAL,
        /** The balances of the last period close and what the events since then did to them. */
        SNAPSHOT,
        /** The live ledger. */
        LIVE
    }

    /**
     * A replay compared.
     *
     * @param replayId of which replay
     * @param upTo its last position
     * @param accounts how many accounts have a balance in it
     * @param root the Merkle root over these balances, without salts, in Base64
     * @param same whether all that it was compared with is the same
     * @param compared each of them, the seals in their order
     */
    record Comparison(String replayId, long upTo, long accounts, String root, boolean same, List<Compared> compared) {
        public Comparison {
            compared = List.copyOf(compared);
        }
    }

    /**
     * A replay compared with one thing.
     *
     * @param with what kind of thing
     * @param period of the period close; empty for the live ledger
     * @param position of the period close, or the last one compared
     * @param root over the balances there, in Base64
     * @param replayedRoot over the balances that the replay gives for the same point, in Base64
     * @param same whether nothing differs
     * @param parting where they part, if they do
     */
    record Compared(
            ComparedWith with,
            String period,
            long position,
            String root,
            String replayedRoot,
            boolean same,
            @Nullable Parting parting) {}

    /**
     * The first position at which two ledgers are not the same.
     *
     * @param position in the log
     * @param there what stands there, in words; empty where nothing does
     * @param replayed what the replay has, in words; empty where it has nothing
     */
    record Parting(long position, String there, String replayed) {}

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
