package org.tallystick.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The states of something and the events that lead from one to the next: what aggregates refuse by, what projections
 * follow, and what the state diagrams of the reference are drawn from.
 *
 * @param <S> the states
 */
public final class Lifecycle<S extends Enum<S>> {

    private final String noun;
    private final List<Transition<S>> transitions;

    private Lifecycle(String noun, List<Transition<S>> transitions) {
        this.noun = noun;
        this.transitions = List.copyOf(transitions);
    }

    /** One arrow of the diagram; without a {@code from}, the one that starts it all. */
    public record Transition<S>(@Nullable S from, Class<? extends Event> event, S to) {}

    /** Starts a lifecycle of something, named with its article: "an award". */
    public static <S extends Enum<S>> Builder<S> of(String noun) {
        return new Builder<>(noun);
    }

    /** The state after an event, or the same state where the event does not move it. */
    public S after(@Nullable S state, Event event) {
        return after(state, event.getClass());
    }

    /** The same, of an event of which the type is known only. */
    public S after(@Nullable S state, Class<? extends Event> event) {
        return find(state, event).orElseGet(() -> Require.given(state, "state"));
    }

    /** Whether the event may follow in this state. */
    public boolean allows(@Nullable S state, Class<? extends Event> event) {
        return find(state, event).isPresent();
    }

    /** Refuses with {@link Refusal#WRONG_STATE} unless the event may follow in this state. */
    public void require(@Nullable S state, Class<? extends Event> event, String deed) {
        if (!allows(state, event)) {
            String now = state == null
                    ? "new"
                    : state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    Character.toUpperCase(noun.charAt(0)) + noun.substring(1) + " that is " + now + " cannot be " + deed
                            + ".");
        }
    }

    /** The arrows, in the order they were declared. */
    public List<Transition<S>> transitions() {
        return transitions;
    }

    /** What it is the lifecycle of, with its article. */
    public String noun() {
        return noun;
    }

    private Optional<S> find(@Nullable S state, Class<? extends Event> event) {
        return transitions.stream()
                .filter(t -> t.from() == state && t.event() == event)
                .map(Transition::to)
                .findFirst();
    }

    /** Collects the arrows. */
    public static final class Builder<S extends Enum<S>> {
        private final String noun;
        private final List<Transition<S>> transitions = new ArrayList<>();

        private Builder(String noun) {
            this.noun = noun;
        }

        /** The event that brings it into being. */
        public Builder<S> starts(Class<? extends Event> event, S to) {
            transitions.add(new Transition<>(null, event, to));
            return this;
        }

        /** An event that leads from one state to another, or back to the same. */
        public Builder<S> on(S from, Class<? extends Event> event, S to) {
            transitions.add(new Transition<>(from, event, to));
            return this;
        }

        /**
         * The finished lifecycle.
         *
         * @throws IllegalStateException where an event leads to two states from one, so that one arrow would be ignored
         */
        public Lifecycle<S> build() {
            long different = transitions.stream()
                    .map(t -> List.of(Optional.ofNullable(t.from()), t.event()))
                    .distinct()
                    .count();
            if (different < transitions.size()) {
                throw new IllegalStateException("In the lifecycle of " + noun + " an event leads to two states.");
            }
            return new Lifecycle<>(noun, transitions);
        }
    }
}
