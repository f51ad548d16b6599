package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallystick.call.Substance.Conclusion;

/** All sixteen answers, and the threshold to the penny. */
class SubstanceTest {

    private static final long LIGHT_TOUCH_PENCE = 663_540_00;

    @ParameterizedTest(name = "service {0}, right {1}, new {2}, purpose {3}: {4}")
    @CsvSource({
        "false, false, false, false, GRANT",
        "false, false, false, true, GRANT",
        "false, false, true, false, GRANT",
        "false, false, true, true, GRANT",
        "false, true, false, false, CONTRACT",
        "false, true, false, true, CONTRACT",
        "false, true, true, false, GRANT",
        "false, true, true, true, GRANT",
        "true, false, false, false, CONTRACT",
        "true, false, false, true, GRANT",
        "true, false, true, false, GRANT",
        "true, false, true, true, GRANT",
        "true, true, false, false, CONTRACT",
        "true, true, false, true, CONTRACT",
        "true, true, true, false, GRANT",
        "true, true, true, true, GRANT"
    })
    void the_answers_lead_to(boolean service, boolean right, boolean fresh, boolean purpose, Conclusion conclusion) {
        Substance substance = new Substance(service, right, fresh, purpose);
        assertThat(substance.finding(LIGHT_TOUCH_PENCE, LIGHT_TOUCH_PENCE).conclusion())
                .isEqualTo(conclusion);
        assertThat(substance.finding(LIGHT_TOUCH_PENCE + 1, LIGHT_TOUCH_PENCE).conclusion())
                .isEqualTo(conclusion == Conclusion.CONTRACT ? Conclusion.REFER_TO_PROCUREMENT : conclusion);
        assertThat(substance.finding(1, LIGHT_TOUCH_PENCE).rule()).endsWith(".");
    }
}
