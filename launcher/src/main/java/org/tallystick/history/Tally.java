package org.tallystick.history;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.TypeNames;

/** The aggregate of the benchmark: as little of its own as can be, so that what is measured is the store. */
final class Tally {

    /** Adds a notch. */
    record Notch(@TargetAggregateIdentifier String tallyId, String words, long amountPence) {}

    /** A notch was added. */
    record Notched(String tallyId, String words, long amountPence) {}

    /** The names that events are stored under, the benchmark's own among them. */
    static final TypeNames NAMES = new TypeNames() {
        private final TypeNames others = TypeNames.ofEvents();

        @Override
        public @Nullable String nameOf(Class<?> type) {
            return type == Notched.class ? "bench.Notched" : others.nameOf(type);
        }

        @Override
        public @Nullable Class<?> classOf(String name) {
            return name.equals("bench.Notched") ? Notched.class : others.classOf(name);
        }

        @Override
        public String revisionOf(Class<?> type) {
            return type == Notched.class ? "1" : others.revisionOf(type);
        }
    };

    /** About as long as the words of an award: with its columns the row has some 600 bytes. */
    static final String WORDS = "Core costs of a women's centre for people leaving prison, second of four. ".repeat(5);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    private long totalPence;

    Tally() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Notch notch) {
        AggregateLifecycle.apply(new Notched(notch.tallyId(), notch.words(), totalPence + notch.amountPence()));
    }

    @EventSourcingHandler
    void on(Notched notched) {
        id = notched.tallyId();
        totalPence = notched.amountPence();
    }
}
