package org.tallystick.call;

import java.time.Instant;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

/** What applicants may rely on: the money, how they are judged, and the time they have. */
final class Fairness {

    private Fairness() {}

    /** Refuses terms under which nobody could ask for anything: all money is of years before any work begins. */
    static void requirePayable(CallTerms terms) {
        FinancialYear first = FinancialYear.of(terms.timetable().startsFrom());
        if (terms.envelope().stream().allMatch(part -> part.financialYear().startYear() < first.startYear())) {
            throw Require.invalid(
                    "startsFrom",
                    "must be a day of a year that the call has money of, or before it: no money is of " + first
                            + " or later.");
        }
    }

    /** Refuses a change of announced terms that applicants could not have reckoned with. */
    static void requireFair(CallTerms before, CallTerms changed, boolean open, Instant now) {
        if (!changed.envelope().equals(before.envelope()) || changed.ringFencePence() != before.ringFencePence()) {
            throw Require.invalid(
                    "envelope", "of an announced call cannot be changed: withdraw it, and start another.");
        }
        if (!changed.substance().equals(before.substance())) {
            throw Require.invalid(
                    "substance",
                    "of an announced call cannot be changed: whether it is a grant was found when it was approved.");
        }
        if (changed.timetable().closesAt().isBefore(before.timetable().closesAt())) {
            throw Require.invalid("closesAt", "must not be earlier: applicants never get less time.");
        }
        if (!changed.timetable().startsFrom().equals(before.timetable().startsFrom())) {
            requirePayable(changed);
        }
        boolean movesOpening =
                !changed.timetable().opensAt().equals(before.timetable().opensAt());
        if (movesOpening && (open || changed.timetable().opensAt().isBefore(now))) {
            throw Require.invalid("opensAt", "can only be moved before the call opens, and not into the past.");
        }
    }

    /**
     * Refuses a bid before the call opens, and from the moment it closes: whether the clock has recorded that or not,
     * and once it has, also where another clock lags behind.
     */
    static void requireTakesBids(GrantCallState state, Timetable times, Instant now) {
        if (state == GrantCallState.WITHDRAWN) {
            throw Rejection.of(Refusal.WRONG_STATE, "The call was withdrawn.");
        }
        if (now.isBefore(times.opensAt())) {
            throw Rejection.of(Refusal.WRONG_STATE, "The call is not open yet.");
        }
        boolean takes = state == GrantCallState.SCHEDULED || state == GrantCallState.OPEN;
        if (!takes || !now.isBefore(times.closesAt())) {
            throw Rejection.of(Refusal.TOO_LATE, "The call has closed. What you wrote is kept.");
        }
    }
}
