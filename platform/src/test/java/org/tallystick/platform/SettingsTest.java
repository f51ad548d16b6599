package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallystick.call.EffortBudget;

class SettingsTest {

    @Test
    void the_hours_a_bid_may_take_are_set_or_as_usual() {
        assertThat(Settings.read(_ -> null).effortBudget()).isEqualTo(EffortBudget.of(EffortBudget.STANDARD));
        assertThat(Settings.read(Map.of("TALLYSTICK_EFFORT_HOURS", "8 above")::get)
                        .effortBudget()
                        .hoursAbove())
                .isEqualTo(8);
    }

    @Test
    void each_fault_is_a_sentence_about_its_setting() {
        Map<String, String> wrong = Map.of(
                "TALLYSTICK_EFFORT_HOURS", "9 to 100, 4 to 50, 40 above", "TALLYSTICK_LIGHT_TOUCH_PENCE", "much");
        assertThatThrownBy(() -> Settings.read(wrong::get))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("TALLYSTICK_LIGHT_TOUCH_PENCE must be a whole number")
                .hasMessageContaining(
                        "TALLYSTICK_EFFORT_HOURS must name larger sums from band to band; “4 to 50” does not.")
                .hasMessageContaining("TALLYSTICK_EFFORT_HOURS must give 1 to 1000 hours, and never fewer for larger");
    }
}
