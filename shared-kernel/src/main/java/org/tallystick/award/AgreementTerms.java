package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Require;

/**
 * What an award is given under, beside its money and schedule; a change makes a new version, never an edit.
 *
 * @param purpose what the money is for
 * @param eligibleCost what it may be spent on
 * @param conditions what has to be kept to, 0 to 30
 * @param outcomes what is to be different for people, 1 to 30
 * @param startsOn the first day of the work
 * @param endsOn its last day, within ten years
 * @param inArrears the instalments that are paid after the spending, against a claim; all others are paid in advance
 * @param advanceNeed why the others are paid in advance; empty only where there are none
 */
public record AgreementTerms(
        String purpose,
        String eligibleCost,
        List<String> conditions,
        List<String> outcomes,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Integer> inArrears,
        String advanceNeed) {

    private static final int MOST_YEARS = 10;
    private static final int MOST = 30;

    public AgreementTerms {
        purpose = Require.text(purpose, "purpose", 4000);
        eligibleCost = Require.text(eligibleCost, "eligibleCost", 4000);
        conditions = texts(conditions, "conditions", 0);
        outcomes = texts(outcomes, "outcomes", 1);
        Require.date(startsOn, "startsOn");
        Require.date(endsOn, "endsOn");
        if (endsOn.isBefore(startsOn) || endsOn.isAfter(startsOn.plusYears(MOST_YEARS))) {
            throw Require.invalid("endsOn", "must be on or after the first day, and within ten years of it.");
        }
        inArrears = List.copyOf(new TreeSet<>(Require.list(inArrears, "inArrears", 0, Instalment.MOST)));
        advanceNeed = Require.optionalText(advanceNeed, "advanceNeed", 1000);
    }

    private static List<String> texts(@Nullable List<String> several, String field, int least) {
        return Require.list(several, field, least, MOST).stream()
                .map(text -> Require.text(text, field, 1000))
                .toList();
    }

    /**
     * Refuses instalments that the schedule does not have, and payment in advance without its need.
     *
     * @param instalments how many the schedule has
     */
    public void requireFit(int instalments) {
        for (int number : inArrears) {
            Require.between(number, 1, instalments, "inArrears");
        }
        if (advanceNeed.isEmpty() && inArrears.size() < instalments) {
            throw Require.invalid("advanceNeed", "must say why some of the money is paid in advance.");
        }
    }
}
