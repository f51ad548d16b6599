package org.tallystick.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A financial year of public bodies, 1 April to 31 March, written "2026-27".
 *
 * @param startYear the calendar year in which it begins, 1899 to 2200
 */
public record FinancialYear(int startYear) implements Comparable<FinancialYear> {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{2})");

    public FinancialYear {
        Require.between(startYear, 1899, 2200, "financialYear");
    }

    /** The year a day falls in. */
    public static FinancialYear of(LocalDate day) {
        return new FinancialYear(day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear());
    }

    /** Reads "2026-27"; refuses what is no two years that follow one another. */
    @JsonCreator
    public static FinancialYear parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            FinancialYear year = new FinancialYear(Integer.parseInt(matcher.group(1)));
            if (year.toString().equals(text)) {
                return year;
            }
        }
        throw Require.invalid("financialYear", "must look like 2026-27.");
    }

    /** 1 April. */
    public LocalDate firstDay() {
        return LocalDate.of(startYear, Month.APRIL, 1);
    }

    /** 31 March of the year after. */
    public LocalDate lastDay() {
        return LocalDate.of(startYear + 1, Month.MARCH, 31);
    }

    /** The year after this one. */
    public FinancialYear next() {
        return new FinancialYear(startYear + 1);
    }

    @JsonValue
    @Override
    public String toString() {
        int end = (startYear + 1) % 100;
        return startYear + (end < 10 ? "-0" : "-") + end;
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(startYear, other.startYear);
    }
}
