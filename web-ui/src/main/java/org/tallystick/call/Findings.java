package org.tallystick.call;

import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Setting;
import org.tallystick.platform.Settings;

/** Grant or contract, before anybody has approved it: by the threshold that is set for this installation. */
record Findings(long lightTouchPence) {

    static Findings of(ObjectProvider<Settings> settings) {
        Settings set = settings.getIfAvailable();
        return new Findings(
                set == null
                        ? Long.parseLong(Setting.LIGHT_TOUCH_PENCE.standard())
                        : set.number(Setting.LIGHT_TOUCH_PENCE));
    }

    /** What these terms would come to. */
    Substance.Finding of(CallTerms terms) {
        return terms.substance().finding(terms.envelopePence(), lightTouchPence);
    }

    /** What was found when it was approved; before, what would be found. */
    Substance.Finding of(CallView call) {
        return Objects.requireNonNullElseGet(call.finding(), () -> of(call.terms()));
    }
}
