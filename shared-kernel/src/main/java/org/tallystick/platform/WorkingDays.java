package org.tallystick.platform;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/**
 * Working days of England and Wales: Monday to Friday without bank holidays, by the Banking and Financial Dealings Act
 * 1971 and the proclamations that moved or added single days since 2020.
 */
public final class WorkingDays {

    private static final Set<LocalDate> ADDED = Set.of(
            LocalDate.of(2020, Month.MAY, 8),
            LocalDate.of(2022, Month.JUNE, 2),
            LocalDate.of(2022, Month.JUNE, 3),
            LocalDate.of(2022, Month.SEPTEMBER, 19),
            LocalDate.of(2023, Month.MAY, 8));

    private static final Set<LocalDate> MOVED_AWAY =
            Set.of(LocalDate.of(2020, Month.MAY, 4), LocalDate.of(2022, Month.MAY, 30));

    private WorkingDays() {}

    /** How many there are after one day up to and with another; 0 on the same day, and where the other is before it. */
    public static int between(LocalDate from, LocalDate until) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            days += is(day) ? 1 : 0;
        }
        return days;
    }

    /** Whether work is done on it. */
    public static boolean is(LocalDate day) {
        return !isWeekend(day) && !bankHolidays(day.getYear()).contains(day);
    }

    /** The bank holidays of a year. */
    static Set<LocalDate> bankHolidays(int year) {
        LocalDate easter = easterSunday(year);
        Set<LocalDate> days = new HashSet<>(ADDED);
        days.removeIf(day -> day.getYear() != year);
        days.add(onMonday(LocalDate.of(year, Month.JANUARY, 1)));
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(twoDaysOn(LocalDate.of(year, Month.DECEMBER, 25)));
        days.add(twoDaysOn(LocalDate.of(year, Month.DECEMBER, 26)));
        days.removeAll(MOVED_AWAY);
        return Set.copyOf(days);
    }

    /** The first of January, or the Monday after it. */
    private static LocalDate onMonday(LocalDate day) {
        return isWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    /** Christmas Day and Boxing Day that fall on a weekend are kept two days later, so that neither meets the other. */
    private static LocalDate twoDaysOn(LocalDate day) {
        return isWeekend(day) ? day.plusDays(2) : day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** By the anonymous Gregorian algorithm (Nature, 20 April 1876). */
    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
