package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.tallystick.assessment.Applicants;

/** The whole command side over a history in memory: for decisions that need several aggregates. */
public final class InMemory implements Applicants.Sending, AutoCloseable {

    /** Payments above this need two approvals: £50,000. */
    public static final long TWO_APPROVALS_ABOVE_PENCE = 50_000_00;

    /** The threshold of the light-touch regime: £663,540. */
    public static final long LIGHT_TOUCH_PENCE = 663_540_00;

    private final CommandsInMemory commands = new CommandsInMemory(TWO_APPROVALS_ABOVE_PENCE, LIGHT_TOUCH_PENCE);
    private Instant now = Acting.NOW;

    @Override
    public void at(Instant moment) {
        now = moment;
    }

    @Override
    public void send(Command command, Actor actor) {
        send(command, actor, now);
    }

    /** Fails unless the command is refused for a reason, in a sentence with these words, and nothing happens. */
    public void refused(Refusal reason, String words, Command command, Actor actor) {
        int before = events().size();
        assertThatThrownBy(() -> send(command, actor))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(reason))
                .hasMessageContaining(words);
        assertThat(events()).hasSize(before);
    }

    /** Sends one command at a moment. */
    public void send(Command command, Actor actor, Instant at) {
        commands.decide(command, actor, at);
    }

    /** What has happened so far. */
    public List<Event> events() {
        return messages().stream().map(message -> (Event) message.getPayload()).toList();
    }

    /** What has happened so far, with the metadata. */
    public List<? extends EventMessage<?>> messages() {
        return commands.messages();
    }

    @Override
    public void close() {
        commands.close();
    }
}
