package org.tallystick.ledger;

import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.LedgerTimeQuery.KnownEvent;
import org.tallystick.ledger.LedgerTimeQuery.Point;
import org.tallystick.platform.Known;
import org.tallystick.platform.PointInTime;
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

    /** What the parameter of what was known is called: it has two names. */
    static String field(@Nullable Long position) {
        return position == null ? "known" : "position";
    }

    /** The position of what was known at a point; refuses one that is not in the log or the ledger yet. */
    public long of(PointInTime at) {
        return of(at, "known");
    }

    /** The point, as far as the ledger has come where it says no other. */
    public Reached reached(String name, PointInTime at) {
        return reached(name, at, "known");
    }

    /** The same, refused by the name that its parameter has. */
    Reached reached(String name, PointInTime at, String field) {
        return new Reached(name, of(at, field), at.effective());
    }

    /** The same, refused by the name that its parameter has. */
    long of(PointInTime at, String field) {
        return switch (at.known()) {
            case null -> position(null, field);
            case Known.AtPosition(long position) -> position(position, field);
            case Known.AtTime(Instant time) -> position(log.lastPositionAt(time), field);
        };
    }

    /** The last event known at a point. */
    KnownEvent lastKnown(PointInTime at) {
        return event(of(at));
    }

    /** A point as it is answered. */
    Point point(Reached reached) {
        return new Point(event(reached.position()), reached.effective());
    }

    private KnownEvent event(long position) {
        return new KnownEvent(position, log.recordedAt(position).orElse(null));
    }

    /**
     * The position asked for, or as far as the ledger has come; refuses one that is not in the log or the ledger yet.
     */
    public long position(@Nullable Long asked) {
        return position(asked, "position");
    }

    private long position(@Nullable Long asked, String field) {
        long there = progress.of(LedgerProjection.NAME);
        if (asked == null) {
            return there;
        }
        if (asked < 0) {
            throw Require.invalid(field, "must not be below 0.");
        }
        if (asked > there) {
            long head = log.headPosition();
            if (asked > head) {
                throw Require.invalid(field, "is beyond the last event, which is at " + head + ".");
            }
            throw Rejection.of(
                    Refusal.NOT_YET, field, "The ledger has come to position " + there + " and is catching up.");
        }
        return asked;
    }
}
