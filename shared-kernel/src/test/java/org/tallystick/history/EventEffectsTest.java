package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.history.EventEffects.Moves;

class EventEffectsTest {

    @ParameterizedTest
    @ValueSource(strings = {"control.ExceptionExplained", "control.ExceptionReopened"})
    void what_is_said_of_an_exception_moves_its_state(String type) {
        assertThat(EventEffects.moves(type).stream().map(Moves::lifecycle).map(lifecycle -> lifecycle.noun()))
                .containsExactly("an exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bid.BudgetSaved", "call.CallAmended", "control.ExceptionExplained"})
    void what_is_said_again_is_compared_with_what_was_said_before(String type) {
        assertThat(EventEffects.saysAnew(type))
                .hasValueSatisfying(anew -> assertThat(anew.types()).contains(type));
    }
}
