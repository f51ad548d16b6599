package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tallystick.assessment.Recommendation;
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.Instalment;

/** The instalments of a recommended award, by the model: equal quarters of each year, the odd pennies first. */
final class Quarters {

    private Quarters() {}

    static List<Instalment.Planned> of(ModelCall call, Recommendation recommendation) {
        LocalDate start = Impossible.unlessThere(call.bids.get(recommendation.bidId()), "no bid").startsOn;
        LocalDate end = start.plusMonths(call.terms.months());
        List<Instalment.Planned> all = new ArrayList<>();
        recommendation.amounts().stream()
                .sorted(Comparator.comparingInt(amount -> amount.financialYear().startYear()))
                .forEach(amount -> all.addAll(year(start, end, amount)));
        return all;
    }

    private static List<Instalment.Planned> year(LocalDate start, LocalDate end, YearAmount amount) {
        int year = amount.financialYear().startYear();
        LocalDate april = LocalDate.of(year, 4, 1);
        List<LocalDate> days = new ArrayList<>(List.of(start.isAfter(april) ? start : april));
        for (LocalDate quarter :
                List.of(april, LocalDate.of(year, 7, 1), LocalDate.of(year, 10, 1), LocalDate.of(year + 1, 1, 1))) {
            if (quarter.isAfter(days.getFirst()) && quarter.isBefore(end)) {
                days.add(quarter);
            }
        }
        List<Instalment.Planned> planned = new ArrayList<>();
        long odd = amount.amountPence() % days.size();
        for (LocalDate day : days) {
            long pence = amount.amountPence() / days.size() + (odd-- > 0 ? 1 : 0);
            if (pence > 0) {
                planned.add(new Instalment.Planned(day, amount.financialYear(), pence));
            }
        }
        return planned;
    }
}
