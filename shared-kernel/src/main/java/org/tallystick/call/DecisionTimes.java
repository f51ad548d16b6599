package org.tallystick.call;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.WorkingDays;

/**
 * How long a call took to be decided, its applicants to be told, and its awards to be paid first (F6), in working days
 * of England and Wales; the day from which is counted does not count, the day until which does.
 *
 * @param closedOn the day it closed
 * @param decideBy the day by which the call promised a decision
 * @param decidedOn the day it was decided
 * @param tellBy the day by which the call promised that applicants hear
 * @param toldOn the day they were told; none where they were not, or the history does not say
 * @param decisionWorkingDays from its close to the decision
 * @param toldWorkingDays from the decision to the day applicants were told
 * @param awards made and not come to nothing
 * @param paidAwards those of them of which something was paid
 * @param firstPaymentWorkingDays from the decision about an award to its first payment: half of the awards that were
 *     paid took so long or less; none where none was
 */
public record DecisionTimes(
        LocalDate closedOn,
        LocalDate decideBy,
        LocalDate decidedOn,
        LocalDate tellBy,
        @Nullable LocalDate toldOn,
        int decisionWorkingDays,
        @Nullable Integer toldWorkingDays,
        int awards,
        int paidAwards,
        @Nullable Integer firstPaymentWorkingDays) {

    /** An award that was decided on a day, and first paid on one; none where nothing of it was. */
    public record Paid(LocalDate decidedOn, @Nullable LocalDate firstPaidOn) {

        /** From one to the other; none where nothing was paid. */
        public @Nullable Integer workingDays() {
            return firstPaidOn == null ? null : WorkingDays.between(decidedOn, firstPaidOn);
        }
    }

    /** Worked out from the days. */
    public static DecisionTimes of(
            LocalDate closedOn,
            LocalDate decideBy,
            LocalDate decidedOn,
            LocalDate tellBy,
            @Nullable LocalDate toldOn,
            List<Paid> awards) {
        Spread paid = Spread.of(awards.stream().map(Paid::workingDays).toList());
        return new DecisionTimes(
                closedOn,
                decideBy,
                decidedOn,
                tellBy,
                toldOn,
                WorkingDays.between(closedOn, decidedOn),
                toldOn == null ? null : WorkingDays.between(decidedOn, toldOn),
                awards.size(),
                paid.count(),
                paid.count() == 0 ? null : paid.halfWorkingDays());
    }

    /**
     * Several of them.
     *
     * @param count how many
     * @param halfWorkingDays half of them took so long or less: the middle one, the shorter of two
     * @param longestWorkingDays the longest
     */
    public record Spread(int count, int halfWorkingDays, int longestWorkingDays) {

        /** Of all that there are; nothing of those that are not. */
        public static Spread of(List<@Nullable Integer> days) {
            List<Integer> sorted = days.stream()
                    .filter(java.util.Objects::nonNull)
                    .map(java.util.Objects::requireNonNull)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            return sorted.isEmpty()
                    ? new Spread(0, 0, 0)
                    : new Spread(sorted.size(), sorted.get((sorted.size() - 1) / 2), sorted.getLast());
        }
    }
}
