package org.tallystick.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command and when, as the dispatcher stamped it: the only clock an aggregate sees.
 *
 * @param actor who acts; without names, which no event needs
 * @param at when the command arrived
 */
public record CommandContext(Actor actor, Instant at) {

    static final String ACTOR_ID = "actorId";
    static final String ROLE = "role";
    static final String ORGANISATION = "organisation";
    static final String REASON = "reason";
    static final String IDEMPOTENCY_KEY = "idempotencyKey";
    private static final String AT = "at";

    /** The day an event takes effect, where it is not the day of recording. */
    public static final String EFFECTIVE_ON = "effectiveOn";

    /** Under which authority a decision was taken, such as a delegated limit. */
    public static final String AUTHORITY = "authority";

    /** What of a command's metadata goes with its events. */
    static final String[] KEPT = {ACTOR_ID, ROLE, ORGANISATION, REASON, EFFECTIVE_ON, IDEMPOTENCY_KEY};

    /** The day the command arrived, in UK time. */
    public LocalDate today() {
        return UkTime.dayOf(at);
    }

    /** The day a command takes effect: the one it names, or today. */
    public LocalDate effectiveOn(Effective command) {
        LocalDate named = command.effectiveOn();
        return named == null ? today() : named;
    }

    /** The day an event took effect: the one that its metadata name, or the UK day of its recording. */
    public static LocalDate dayOf(Instant recordedAt, @Nullable String effectiveOn) {
        return effectiveOn == null ? UkTime.dayOf(recordedAt) : LocalDate.parse(effectiveOn);
    }

    /** Refuses what was written about another version than the one that there is now. */
    public static void requireRead(int readVersion, int version, String what) {
        if (readVersion != version) {
            throw Rejection.of(
                    Refusal.CONFLICT,
                    "readVersion",
                    "You read version " + readVersion + " of " + what + "; it is at version " + version + " now.");
        }
    }

    /** Event metadata for what is done under an authority. */
    public static Map<String, Object> under(String authority) {
        return Map.of(AUTHORITY, authority);
    }

    /** Event metadata for an event that takes effect on another day than its command. */
    public static Map<String, Object> effectiveOn(LocalDate day) {
        return Map.of(EFFECTIVE_ON, day.toString());
    }

    MetaData toMetaData() {
        return MetaData.with(ACTOR_ID, actor.personId())
                .and(ROLE, actor.role().name())
                .and(ORGANISATION, actor.organisationId())
                .and(AT, at.toString());
    }

    /** What goes with a command of an actor: who, when, why, and the day it takes effect where that is another. */
    static MetaData metaData(Command command, Actor actor, Instant now) {
        MetaData metaData = new CommandContext(actor, now).toMetaData();
        if (command instanceof Reasoned reasoned && reasoned.reason() != null) {
            metaData = metaData.and(REASON, reasoned.reason());
        }
        if (command instanceof Effective effective
                && effective.effectiveOn() != null
                && !UkTime.dayOf(now).equals(effective.effectiveOn())) {
            metaData = metaData.and(EFFECTIVE_ON, effective.effectiveOn().toString());
        }
        return metaData;
    }

    static @Nullable CommandContext from(MetaData metaData) {
        if (!(metaData.get(ACTOR_ID) instanceof String person)
                || !(metaData.get(ROLE) instanceof String role)
                || !(metaData.get(ORGANISATION) instanceof String organisation)
                || !(metaData.get(AT) instanceof String at)) {
            return null;
        }
        return new CommandContext(new Actor(person, "", Role.valueOf(role), organisation, ""), Instant.parse(at));
    }

    /** Refuses unless the actor acts for that organisation; the operator acts for all. */
    public void requireActsFor(String organisationId, String deed) {
        if (actor.role() != Role.OPERATOR && !actor.actsFor(organisationId)) {
            throw Rejection.of(Refusal.NOT_ALLOWED, "Only people of " + organisationId + " can " + deed + ".");
        }
    }

    /**
     * Refuses whoever does not act for that organisation, in the words of what does not exist: so nobody learns from a
     * guess that there is such a thing.
     */
    public void requireActsForHidden(String organisationId, String id) {
        if (actor.role() != Role.OPERATOR && !actor.actsFor(organisationId)) {
            throw notFound(id);
        }
    }

    /** The refusal of an id that nothing has, or nothing that the actor may know of. */
    public static Rejection notFound(String id) {
        return Rejection.of(Refusal.NOT_FOUND, "There is no " + id + " here.");
    }

    /** Refuses where the actor is the person who did the step before. */
    public void requireOtherThan(@Nullable String personId, String sentence) {
        if (actor.personId().equals(personId)) {
            throw Rejection.of(Refusal.SAME_PERSON, sentence);
        }
    }
}
