package org.tallystick.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a demo: while its region is entered it says the day on which each thing happened, so that the history is
 * one that could have been; from then on, and wherever it was never told a day, it says the time.
 */
public final class DemoClock extends Clock {

    /** The property that says at which moment a demo's history begins, before its region is entered. */
    public static final String BEGINS = "tallystick.demo.begins";

    private volatile @Nullable Instant told;

    /** It is this moment until the next one is told. */
    public void tell(Instant moment) {
        told = moment;
    }

    /** From now it says the time. */
    public void follow() {
        told = null;
    }

    @Override
    public Instant instant() {
        Instant moment = told;
        return moment == null ? Clock.systemUTC().instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Zones are a matter of what shows a time.");
    }
}
