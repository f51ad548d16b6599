package org.tallystick.verifier;

import java.time.LocalDate;
import java.util.List;

/** Cut-off: money entered into a period that is closed. */
final class BackDated extends ControlTest {

    private LocalDate closedTo = LocalDate.MIN;
    private String period = "";

    BackDated() {
        super("Back-dated", "No money is entered with a day in a period that is closed.");
    }

    @Override
    void see(Event event, List<Posting> made) {
        if (event.type().equals(PeriodClose.TYPE)) {
            PeriodClose close = PeriodClose.of(event);
            if (close.lastDay().isAfter(closedTo)) {
                closedTo = close.lastDay();
                period = close.period();
            }
        } else if (!made.isEmpty()) {
            tested();
            if (!event.effectiveOn().isAfter(closedTo)) {
                found(
                        event.position(),
                        "Money is entered for " + event.effectiveOn() + " after " + period
                                + " was closed, which ended on " + closedTo + ".");
            }
        }
    }
}
