package org.tallystick.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Dates events by the moment at which their command arrived, which is the one that was decided by: else what arrives
 * just before midnight is decided as of one day and recorded as of the next.
 */
final class EventClock extends Clock {

    static final EventClock INSTANCE = new EventClock();

    private EventClock() {}

    @Override
    public Instant instant() {
        if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getMessage() != null) {
            CommandContext context =
                    CommandContext.from(CurrentUnitOfWork.get().getMessage().getMetaData());
            if (context != null) {
                return context.at();
            }
        }
        return Clock.systemUTC().instant();
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
