package org.tallystick.platform;

import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * One thing that a person may do to something: a constant of the enum of its domain, with a page of its own whose
 * address is that of the thing and a last part.
 */
public interface Act {

    /** What all acts have. */
    Traits traits();

    /**
     * What all acts have.
     *
     * @param key the last part of the address
     * @param label what the link says
     * @param command what the page sends
     * @param event what follows: whether it may, the lifecycle of the thing says
     */
    @Immutable
    record Traits(String key, String label, Class<? extends Command> command, Class<? extends Event> event) {}

    /** The last part of its address. */
    default String key() {
        return traits().key();
    }

    /** What its link says. */
    default String label() {
        return traits().label();
    }

    /** Whether it is what most people have come for, and therefore a button. */
    default boolean isMain() {
        return false;
    }

    /** Whether the role of this person may do it. */
    default boolean isFor(Actor actor) {
        return Access.rolesOf(traits().command()).contains(actor.role());
    }

    /** Whether it may be done in this state. */
    default <S extends Enum<S>> boolean fits(Lifecycle<S> lifecycle, S state) {
        return lifecycle.allows(state, traits().event());
    }

    /**
     * The act of an address.
     *
     * @param acts those there are
     * @param thing what they are done to, with its article
     * @throws Rejection {@link Refusal#NOT_FOUND} where there is none, {@link Refusal#NOT_ALLOWED} where no person of
     *     this role may do it
     */
    static <A extends Act> A of(A[] acts, String key, String thing, Actor actor) {
        A act = Arrays.stream(acts)
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "There is no such page of " + thing + "."));
        Access.require(actor, act.traits().command());
        return act;
    }

    /** Links to their pages, below the page of the thing. */
    static List<Link> links(Collection<? extends Act> acts, String home) {
        return acts.stream()
                .map(act -> new Link(act.label(), home + "/" + act.key(), act.isMain()))
                .toList();
    }

    /** The refusal of an act to whom the thing does not belong. */
    static Rejection notYours(String owner) {
        return Rejection.of(Refusal.NOT_ALLOWED, "Only people of " + owner + " may do this.");
    }

    /**
     * The refusal of an act that does not fit.
     *
     * @param thing such as "the call"
     */
    static Rejection doesNotFit(String thing, StateTag state) {
        return Rejection.of(
                Refusal.WRONG_STATE,
                "This does not fit " + thing + " as it is now. Its state is: "
                        + state.text().toLowerCase(Locale.UK) + ".");
    }
}
