package org.tallystick.call;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tallystick.fund.Slice;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Region;

/** A call for £60,000 that opens on 8 June 2026 at nine and closes on 31 July at five, UK time. */
public final class SampleCall {

    public static final Instant OPENS = Instant.parse("2026-06-08T08:00:00Z");
    public static final Instant CLOSES = Instant.parse("2026-07-31T16:00:00Z");
    public static final Timetable TIMETABLE = timetable(OPENS, CLOSES);
    private static final Substance SUBSTANCE = new Substance(false, false, true, true);
    public static final CallTerms TERMS = terms(60_000_00, TIMETABLE);

    private SampleCall() {}

    /** The same with another sum. */
    public static CallTerms worth(long pence) {
        return terms(pence, TIMETABLE);
    }

    /** The same with another sum of money under a restriction. */
    public static CallTerms worth(long pence, String restriction) {
        return terms(pence, restriction, TIMETABLE, SUBSTANCE);
    }

    /** The same at another time. */
    public static CallTerms between(Instant opens, Instant closes) {
        return terms(60_000_00, timetable(opens, closes));
    }

    /** The same with other answers about grant or contract. */
    public static CallTerms with(Substance substance) {
        return terms(60_000_00, Slice.UNRESTRICTED, TIMETABLE, substance);
    }

    /** The same with money of another fund. */
    public static CallTerms drawingOn(String fundId) {
        return terms(fundId, 60_000_00, Slice.UNRESTRICTED, TIMETABLE, SUBSTANCE);
    }

    /** The same with a question that may be answered in so many words. */
    public static CallTerms asking(int mostWords) {
        return terms(Region.FUND, 60_000_00, Slice.UNRESTRICTED, TIMETABLE, SUBSTANCE, mostWords);
    }

    private static Timetable timetable(Instant opens, Instant closes) {
        LocalDate decided = LocalDate.ofInstant(closes.plus(Duration.ofDays(30)), org.tallystick.platform.UkTime.ZONE);
        return new Timetable(opens, closes, decided, decided.plusDays(10), decided.plusDays(30));
    }

    private static CallTerms terms(long pence, Timetable timetable) {
        return terms(pence, Slice.UNRESTRICTED, timetable, SUBSTANCE);
    }

    private static CallTerms terms(long pence, String restriction, Timetable timetable, Substance substance) {
        return terms(Region.FUND, pence, restriction, timetable, substance);
    }

    private static CallTerms terms(
            String fundId, long pence, String restriction, Timetable timetable, Substance substance) {
        return terms(fundId, pence, restriction, timetable, substance, 300);
    }

    private static CallTerms terms(
            String fundId, long pence, String restriction, Timetable timetable, Substance substance, int mostWords) {
        return new CallTerms(
                "Somewhere to go",
                "A place women can walk into on the day they leave prison.",
                "Of 212 women who left in 2025, 97 had nowhere to go on the first day.",
                "Manchester",
                "Women leaving prison",
                List.of(new CallTerms.Envelope(fundId, new FinancialYear(2026), restriction, pence)),
                pence / 2,
                Math.min(pence, 5_000_00),
                Math.min(pence, 30_000_00),
                24,
                "",
                false,
                null,
                substance,
                List.of(new CallTerms.EligibilityQuestion("Do you work in Manchester?", true)),
                List.of(new CallTerms.Question("What will you do?", mostWords)),
                List.of(
                        new CallTerms.Criterion(
                                "People", 60, "No word of who it is for", "People took part in planning"),
                        new CallTerms.Criterion("Cost", 40, "Figures do not add up", "Full cost, clearly shown")),
                timetable,
                "In writing, for every criterion, within ten working days.");
    }
}
