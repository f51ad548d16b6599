package org.tallystick.bid;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.call.CallTerms;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.FinancialYear;

/**
 * How much a call lets an organisation ask for.
 *
 * @param capBasisPoints the most overheads it pays, in hundredths of a percent of the direct cost; none without a cap
 * @param largestPence the largest award, over all years, less what the others ask for who make the bid too
 * @param given the years of which it has money
 */
record AskLimit(@Nullable Integer capBasisPoints, long largestPence, Set<FinancialYear> given) {

    /** That of a call, for the organisation whose budget the reader writes. */
    static AskLimit of(BidOfCall read) {
        return of(read.terms(), othersPence(read));
    }

    /**
     * That of a call.
     *
     * @param othersPence what others ask for of the same award
     */
    static AskLimit of(CallTerms terms, long othersPence) {
        CallTerms.OverheadCap cap = terms.overheadCap();
        return new AskLimit(
                cap == null ? null : cap.basisPoints(),
                terms.largestPence() - othersPence,
                terms.envelope().stream()
                        .map(CallTerms.Envelope::financialYear)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** What the call gives in all, and what is asked for of it so far; of others only as far as the reader sees it. */
    static String range(BidOfCall read, @Nullable Recovery ours) {
        CallTerms terms = read.terms();
        String gives = "The call gives " + Pounds.of(terms.smallestPence()) + " to " + Pounds.of(terms.largestPence())
                + " over all years";
        String asked = ours == null ? "" : "; so far you ask for " + Pounds.of(ours.askedPence());
        if (read.bid().partners().isEmpty()) {
            return gives + asked + ".";
        }
        String others = Pounds.of(othersPence(read));
        return gives + ", to all who make the bid together" + asked
                + (read.seesAll()
                        ? (asked.isEmpty() ? "; the others ask for " : ", and the others for ") + others + "."
                        : ". What the others ask for counts too: "
                                + read.summary().applicantName() + " sees it.");
    }

    private static long othersPence(BidOfCall read) {
        Stream<BudgetView> lead = read.organisationId().equals(read.summary().applicant())
                ? Stream.of()
                : Stream.of(read.bid().budget());
        Stream<BudgetView> partners = read.bid().partners().stream()
                .filter(partner -> !partner.organisationId().equals(read.organisationId()))
                .map(PartnerView::budget);
        return Stream.concat(lead, partners)
                .flatMap(one -> Stream.ofNullable(one.budget()))
                .flatMap(budget -> budget.years().stream())
                .mapToLong(year -> year.funding().askedPence())
                .sum();
    }

    /**
     * The most that can be asked for in a year: what others do not pay of it, within the cap and the largest award.
     *
     * @param askedElsewherePence what is asked for in the other years
     */
    long mostPence(YearCost year, long askedElsewherePence) {
        if (!given.contains(year.financialYear())) {
            return 0;
        }
        long open = year.fullCostPence() - year.funding().otherPence();
        long within = capBasisPoints == null
                ? open
                : Math.min(open, year.capped(capBasisPoints).mostPence());
        return Math.max(0, Math.min(within, largestPence - askedElsewherePence));
    }
}
