package org.tallystick.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tallystick.assessment.YearAmount;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Split;

/** When an award is paid where nothing else is agreed: in advance, in quarters of each financial year. */
public final class PaymentPlan {

    private static final int MONTHS_OF_A_QUARTER = 3;

    private PaymentPlan() {}

    /**
     * Equal parts of each year's money, the odd pennies in the first: on the first day of the work, and on 1 April, 1
     * July, 1 October and 1 January after it while it goes on.
     *
     * @param startsOn the first day of the work
     * @param months how long it goes on
     * @param amounts by financial year
     */
    public static List<Instalment.Planned> quarterly(LocalDate startsOn, int months, List<YearAmount> amounts) {
        List<Instalment.Planned> plan = new ArrayList<>();
        amounts.stream()
                .sorted((one, other) -> one.financialYear().compareTo(other.financialYear()))
                .forEach(amount -> plan.addAll(ofYear(startsOn, startsOn.plusMonths(months), amount)));
        return List.copyOf(plan);
    }

    private static List<Instalment.Planned> ofYear(LocalDate startsOn, LocalDate end, YearAmount amount) {
        FinancialYear year = amount.financialYear();
        List<LocalDate> days = days(year, startsOn, end);
        long[] parts = Split.byWeights(amount.amountPence(), Collections.nCopies(days.size(), 1L));
        List<Instalment.Planned> planned = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                planned.add(new Instalment.Planned(days.get(i), year, parts[i]));
            }
        }
        return planned;
    }

    private static List<LocalDate> days(FinancialYear year, LocalDate startsOn, LocalDate end) {
        LocalDate first = startsOn.isAfter(year.firstDay()) ? startsOn : year.firstDay();
        List<LocalDate> days = new ArrayList<>(List.of(first));
        LocalDate quarter = year.firstDay();
        while (!quarter.isAfter(year.lastDay())) {
            if (quarter.isAfter(first) && quarter.isBefore(end)) {
                days.add(quarter);
            }
            quarter = quarter.plusMonths(MONTHS_OF_A_QUARTER);
        }
        return days;
    }
}
