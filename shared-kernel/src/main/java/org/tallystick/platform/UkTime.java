package org.tallystick.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time of the United Kingdom, in which every day of the product begins and ends. */
public final class UkTime {

    /** Europe/London. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private UkTime() {}

    /** The day an instant falls on. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
