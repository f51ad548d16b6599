package org.tallystick.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;

/**
 * How figures, days and counts are said on pages; in templates {@code ${words.money(pence)}}.
 * All times are those of the United Kingdom.
 */
public class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final long HOURS_SAID_AS_HOURS = 48;

    private final Clock clock;

    /** Uses the process's clock, or the system's where it defines none. */
    public Words(ObjectProvider<Clock> clock) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** "£12,450", or "£12,450.67" where pence matter; "−£3" below zero. Has no space, so it cannot break. */
    public String money(long pence) {
        return MoneyText.say(pence);
    }

    /** Always with pence, "£12,450.00": for columns, where the digits must stand under one another. */
    public String pence(long pence) {
        return MoneyText.sayPence(pence);
    }

    /** For headlines only: "£1.2 million", "£84,000" (rounded to the thousand), "£640". */
    public String roughly(long pence) {
        long pounds = Math.abs(pence / 100);
        if (pounds >= 1_000_000) {
            long tenths = (pounds + 50_000) / 100_000;
            return sign(pence) + "£" + grouped(tenths / 10) + (tenths % 10 == 0 ? "" : "." + tenths % 10)
                    + "\u00a0million";
        }
        return sign(pence) + "£" + grouped(pounds >= 10_000 ? (pounds + 500) / 1000 * 1000 : pounds);
    }

    /** "72.4%", or "0%" of nothing. Rounded half up to a tenth; a whole number goes without the tenth. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return "0%";
        }
        // Exact, since no money is ever a floating-point number here.
        long tenths = BigDecimal.valueOf(part)
                .abs()
                .multiply(BigDecimal.valueOf(1000))
                .divide(BigDecimal.valueOf(whole).abs(), RoundingMode.HALF_UP)
                .longValueExact();
        String text = tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "%";
        return (part < 0) == (whole < 0) || tenths == 0 ? text : "\u2212" + text;
    }

    /** "22 November 2026". */
    public String date(LocalDate day) {
        return DAY.format(day);
    }

    /** The day of an instant in the United Kingdom: "22 November 2026". */
    public String date(Instant instant) {
        return DAY.format(UkTime.dayOf(instant));
    }

    /** "22 Nov 2026", for narrow columns. */
    public String shortDate(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /** "Sunday 22 November 2026", where the day of the week helps people plan. */
    public String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "2:05pm", "5pm", "midday", "midnight". */
    public String time(Instant instant) {
        return TimeText.say(instant.atZone(UkTime.ZONE).toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    }

    /** "22 November 2026 at 2:05pm". */
    public String dateTime(Instant instant) {
        return date(instant) + " at " + time(instant);
    }

    /** "1 April 2026 to 31 March 2027". */
    public String period(LocalDate from, LocalDate to) {
        return date(from) + " to " + date(to);
    }

    /** "today", "tomorrow", "in 3 days", "yesterday", "3 days ago". */
    public String when(LocalDate day) {
        long days = daysUntil(day);
        if (days == 0) {
            return "today";
        }
        if (Math.abs(days) == 1) {
            return days > 0 ? "tomorrow" : "yesterday";
        }
        return days > 0 ? "in " + count(days, "day", "days") : count(-days, "day", "days") + " ago";
    }

    /** For duties: "due today", "due in 3 days", "3 days late". */
    public String due(LocalDate day) {
        long days = daysUntil(day);
        return days < 0 ? count(-days, "day", "days") + " late" : "due " + when(day);
    }

    /** Whether the day has passed. */
    public boolean late(LocalDate day) {
        return daysUntil(day) < 0;
    }

    /** For closing times: "in 5 hours" up to two days ahead, then "in 3 days"; "closed" once it has passed. */
    public String closes(Instant instant) {
        if (isPast(instant)) {
            return "closed";
        }
        Duration left = Duration.between(clock.instant(), instant);
        if (left.toMinutes() < 60) {
            return "in " + count(Math.max(1, left.toMinutes()), "minute", "minutes");
        }
        return left.toHours() < HOURS_SAID_AS_HOURS
                ? "in " + count(left.toHours(), "hour", "hours")
                : "in " + count(daysUntil(UkTime.dayOf(instant)), "day", "days");
    }

    /** Whether a moment has come: a bid that arrives at the closing time is late. */
    public boolean isPast(Instant instant) {
        return !clock.instant().isBefore(instant);
    }

    /** "312 bids", "1 bid", "no bids". */
    public String count(long number, String one, String many) {
        return number == 0 ? "no " + many : number(number) + " " + (number == 1 ? one : many);
    }

    /** "12,450". */
    public String number(long number) {
        return sign(number) + grouped(Math.abs(number));
    }

    /** "A", "A and B", "A, B and C". */
    public String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** Breadcrumbs from pairs of label and address: {@code crumbs('Funds', '/funds', 'Northfield', '/funds/7')}. */
    public List<Link> crumbs(String... labelsAndAddresses) {
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(new Link("Home", "/"));
        for (int i = 0; i + 1 < labelsAndAddresses.length; i += 2) {
            crumbs.add(new Link(labelsAndAddresses[i], labelsAndAddresses[i + 1]));
        }
        return List.copyOf(crumbs);
    }

    /** Today in the United Kingdom. */
    public LocalDate today() {
        return UkTime.dayOf(clock.instant());
    }

    private long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(today(), day);
    }

    private static String grouped(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    private static String sign(long number) {
        return number < 0 ? "\u2212" : "";
    }
}
