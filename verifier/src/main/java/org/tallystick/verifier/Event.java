package org.tallystick.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * An event whose payload and metadata are those that its leaf names.
 *
 * @param id the event's id, which nothing proves
 * @param actor who acted; empty where the history does not say
 * @param effectiveOn the day it took effect
 */
record Event(Leaf leaf, String id, JsonObject payload, String actor, LocalDate effectiveOn) {

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    /** Reads an event from the texts that were found to be those of its leaf. */
    static Event of(Leaf leaf, String id, String payload, String metadata) {
        try {
            JsonObject about = Json.object(metadata);
            String actor = about.optionalText("actorId");
            String effective = about.optionalText("effectiveOn");
            LocalDate day = effective == null ? dayOf(leaf.recordedAt()) : LocalDate.parse(effective);
            return new Event(leaf, id, Json.object(payload), actor == null ? "" : actor, day);
        } catch (Wrong e) {
            throw e.at(leaf.position());
        } catch (DateTimeException e) {
            throw new Wrong(leaf.position(), "The event takes effect on a day that is none.");
        }
    }

    long position() {
        return leaf.position();
    }

    String type() {
        return leaf.type();
    }

    /** The day, in the United Kingdom, that an instant falls on. */
    static LocalDate dayOf(Instant instant) {
        return instant.atZone(UNITED_KINGDOM).toLocalDate();
    }
}
