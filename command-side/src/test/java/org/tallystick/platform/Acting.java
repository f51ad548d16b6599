package org.tallystick.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Stands for the dispatcher in tests: stamps commands with who sends them, on a day in the financial year 2026-27. */
public final class Acting {

    /** The day all commands arrive. */
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    /** The moment all commands arrive. */
    public static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");

    private Acting() {}

    /** The metadata of a command of an actor. */
    public static Map<String, ?> as(Actor actor) {
        return as(actor, NOW);
    }

    /** The metadata of a command of an actor at another moment. */
    public static Map<String, ?> as(Actor actor, Instant at) {
        return new CommandContext(actor, at).toMetaData();
    }

    /** The context of a command of an actor. */
    public static CommandContext context(Actor actor) {
        return new CommandContext(actor, NOW);
    }

    /** A person in a role of an organisation. */
    public static Actor actor(String person, Role role, String organisation) {
        return new Actor(person, "", role, organisation, "");
    }

    /** A fixture whose commands find their aggregate as in earnest. */
    public static <A> FixtureConfiguration<A> fixture(Class<A> aggregate) {
        return new AggregateTestFixture<>(aggregate).registerCommandTargetResolver(Acting::target);
    }

    /** A refusal for a reason, whose sentence has these words in it. */
    public static Matcher<Throwable> refusal(Refusal reason, String words) {
        return new CustomTypeSafeMatcher<Throwable>("a refusal " + reason + " that says: " + words) {
            @Override
            protected boolean matchesSafely(Throwable problem) {
                return problem instanceof Rejection rejection
                        && rejection.refusal() == reason
                        && rejection.sentence().contains(words);
            }
        };
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier((Object) ((Command) message.getPayload()).target(), null);
    }
}
