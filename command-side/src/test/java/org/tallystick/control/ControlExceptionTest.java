package org.tallystick.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tallystick.control.ControlCommand.ExplainException;
import org.tallystick.control.ControlCommand.ReopenException;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.HandSetClock;
import org.tallystick.platform.Node;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.TestDatabase;

class ControlExceptionTest {

    private static final Actor AUDITOR = new Actor("auditor-1", "", Role.AUDITOR, "GB-GOR-PB1", "");
    private static final String KEY = "award-2/1 and award-1/1";
    private static final ExplainException EXPLAINED = explain("Two parts of one sum, as the agreement says.");
    private static final ReopenException REOPENED =
            new ReopenException(ControlTest.DUPLICATE_PAYMENTS, KEY, "The agreement says nothing of it.");

    private final TestDatabase database = TestDatabase.fresh();
    private final Node node = new Node(database, new HandSetClock());

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void it_is_explained_and_explained_better_and_reopened_and_explained_again() {
        send(EXPLAINED, AUDITOR);
        send(explain("Two parts of one sum: paragraph 4 of the agreement."), AUDITOR);
        send(REOPENED, AUDITOR);
        send(EXPLAINED, AUDITOR);
        assertThat(EXPLAINED.target())
                .isEqualTo(REOPENED.target())
                .isNotEqualTo(new ReopenException(ControlTest.DUPLICATE_PAYMENTS, KEY + "0", "Other").target());
    }

    @Test
    void only_what_is_explained_is_reopened() {
        assertRefused(REOPENED, Refusal.NOT_FOUND);
        send(EXPLAINED, AUDITOR);
        send(REOPENED, AUDITOR);
        assertRefused(REOPENED, Refusal.WRONG_STATE);
    }

    @Test
    void an_explanation_has_words_and_events() {
        assertThatThrownBy(() -> explain(" ")).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> new ExplainException(ControlTest.CUT_OFF, KEY, List.of(), "Why"))
                .isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> new ExplainException(ControlTest.CUT_OFF, KEY, List.of(-1L), "Why"))
                .isInstanceOf(Rejection.class);
    }

    private static ExplainException explain(String words) {
        return new ExplainException(ControlTest.DUPLICATE_PAYMENTS, KEY, List.of(1_204L, 1_210L), words);
    }

    private void assertRefused(Command command, Refusal refusal) {
        assertThatThrownBy(() -> send(command, AUDITOR))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(refusal));
    }

    private void send(Command command, Actor actor) {
        node.send(command, actor, UUID.randomUUID().toString());
    }
}
