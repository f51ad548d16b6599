package org.tallystick.call;

import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Setting;
import org.tallystick.platform.Settings;

/**
 * What is found about a call by what is set for this installation: grant or contract, before anybody has approved it,
 * and how long a bid may take.
 */
record Findings(long lightTouchPence, EffortBudget effort) {

    static Findings of(ObjectProvider<Settings> settings) {
        Settings set = settings.getIfAvailable();
        return new Findings(
                set == null
                        ? Long.parseLong(Setting.LIGHT_TOUCH_PENCE.standard())
                        : set.number(Setting.LIGHT_TOUCH_PENCE),
                set == null ? EffortBudget.of(Setting.EFFORT_HOURS.standard()) : set.effortBudget());
    }

    /** What these terms would come to. */
    Substance.Finding of(CallTerms terms) {
        return terms.substance().finding(terms.envelopePence(), lightTouchPence);
    }

    /** The hours that are in proportion to its largest award. */
    int mostHours(CallTerms terms) {
        return effort.hoursFor(terms);
    }

    /** What was found when it was approved; before, what would be found. */
    Substance.Finding of(CallView call) {
        return Objects.requireNonNullElseGet(call.finding(), () -> of(call.terms()));
    }
}
