package org.tallystick.ledger;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Progress;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;
import org.tallystick.platform.SequencedLog;

/** Up to which position of the history a ledger can be asked. */
public final class LedgerReach {

    private final Progress progress;
    private final SequencedLog log;

    /** Of the ledger in the schema that its connections are in. */
    public LedgerReach(DataSource source) {
        this.progress = new Progress(source);
        this.log = new SequencedLog(source);
    }

    /**
     * The position asked for, or as far as the ledger has come; refuses one that is not in the log or the ledger yet.
     */
    public long position(@Nullable Long asked) {
        long there = progress.of(LedgerProjection.NAME);
        if (asked == null) {
            return there;
        }
        if (asked < 0) {
            throw Require.invalid("position", "must not be below 0.");
        }
        if (asked > there) {
            long head = log.headPosition();
            if (asked > head) {
                throw Require.invalid("position", "is beyond the last event, which is at " + head + ".");
            }
            throw Rejection.of(
                    Refusal.NOT_YET, "position", "The ledger has come to position " + there + " and is catching up.");
        }
        return asked;
    }
}
