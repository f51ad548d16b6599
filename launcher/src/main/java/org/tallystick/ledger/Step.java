package org.tallystick.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Effective;

/** One thing that somebody wants at a moment. */
record Step(Instant at, Actor actor, Command command) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The day it takes effect. */
    LocalDate on() {
        return command instanceof Effective effective && effective.effectiveOn() != null
                ? effective.effectiveOn()
                : today();
    }

    LocalDate today() {
        return day(at);
    }

    /** The day of a moment, where all of this happens. */
    static LocalDate day(Instant moment) {
        return moment.atZone(LONDON).toLocalDate();
    }

    @Override
    public String toString() {
        return at + "  " + actor.personId() + "  " + command;
    }
}
