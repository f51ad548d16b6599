package org.tallystick.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;

/** Questions about whether the history still is what it was. */
public sealed interface VerificationQuery {

    /** How the whole history came out each time it was verified, the newest first. */
    record Verifications(int page, int size) implements VerificationQuery, Query<Paged<VerificationView>> {}

    /** How a verification came out. */
    enum Verdict {
        /** Nothing was altered, and every figure follows from the events. */
        GOOD,
        /** Something is not what it was. */
        NOT_GOOD,
        /** It did not come to an end, or there was nothing that it could have been done with. */
        NOT_DONE
    }

    /**
     * One verification.
     *
     * @param askedFor whether somebody asked for it; else the installation did it by itself
     * @param position of the history up to which it looked
     * @param wrongPosition the first at which something is wrong, where it is at one
     * @param wrong what is wrong, or why it was not done; empty where it came out good
     */
    record VerificationView(
            Instant verifiedAt,
            boolean askedFor,
            Verdict verdict,
            long position,
            @Nullable Long wrongPosition,
            String wrong) {}
}
