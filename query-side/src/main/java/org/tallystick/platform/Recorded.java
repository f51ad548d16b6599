package org.tallystick.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;

/**
 * An event with what the log says of it.
 *
 * @param position its place in the log
 * @param eventId a UUID
 * @param event what happened
 * @param recordedAt when it was recorded
 * @param effectiveOn the day it took effect: as its metadata say, else the UK day of its recording
 * @param actorId who did it; empty where the history does not say
 * @param reason why, in their words; empty where none was asked for
 */
public record Recorded(
        long position,
        String eventId,
        Event event,
        Instant recordedAt,
        LocalDate effectiveOn,
        String actorId,
        String reason) {

    private static final String EFFECTIVE_ON = "effectiveOn";
    private static final String ACTOR_ID = "actorId";
    private static final String REASON = "reason";

    static Recorded of(long position, EventMessage<?> message) {
        return new Recorded(
                position,
                message.getIdentifier(),
                (Event) message.getPayload(),
                message.getTimestamp(),
                effectiveOn(message),
                Objects.toString(message.getMetaData().get(ACTOR_ID), ""),
                Objects.toString(message.getMetaData().get(REASON), ""));
    }

    static LocalDate effectiveOn(EventMessage<?> message) {
        Object effective = message.getMetaData().get(EFFECTIVE_ON);
        return effective == null ? UkTime.dayOf(message.getTimestamp()) : LocalDate.parse(effective.toString());
    }
}
