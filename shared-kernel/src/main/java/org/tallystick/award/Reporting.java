package org.tallystick.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How often an organisation reports, in proportion to what it was awarded. */
public enum Reporting {
    ONCE("one report, when the work is over"),
    YEARLY("a report each year"),
    HALF_YEARLY("a report every half year");

    private static final long ONCE_TO_PENCE = 10_000_00;
    private static final long YEARLY_TO_PENCE = 50_000_00;
    private static final int MONTHS_TO_WRITE = 1;

    private final String words;

    Reporting(String words) {
        this.words = words;
    }

    /** As a part of a sentence. */
    public String words() {
        return words;
    }

    /** Up to £10,000 one report, up to £50,000 one a year, above that two a year. */
    public static Reporting of(long awardedPence) {
        if (awardedPence <= ONCE_TO_PENCE) {
            return ONCE;
        }
        return awardedPence <= YEARLY_TO_PENCE ? YEARLY : HALF_YEARLY;
    }

    /**
     * The days reports are due: a month after each period, the last of which ends with the work. What is left of it
     * after a period, if it is a month or less, is told with that period.
     *
     * @param startsOn the first day of the work
     * @param endsOn its last day, not before the first
     */
    public List<LocalDate> due(LocalDate startsOn, LocalDate endsOn) {
        List<LocalDate> days = new ArrayList<>();
        for (int period = 1; this != ONCE; period++) {
            LocalDate end = startsOn.plusMonths((long) period * months()).minusDays(1);
            if (!end.plusMonths(MONTHS_TO_WRITE).isBefore(endsOn)) {
                break;
            }
            days.add(end.plusMonths(MONTHS_TO_WRITE));
        }
        days.add(endsOn.plusMonths(MONTHS_TO_WRITE));
        return List.copyOf(days);
    }

    private int months() {
        return this == HALF_YEARLY ? 6 : 12;
    }
}
