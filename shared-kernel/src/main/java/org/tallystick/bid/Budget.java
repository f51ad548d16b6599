package org.tallystick.bid;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;

/**
 * The full-cost budget of one organisation's part in a bid: what was typed, with nothing computed.
 *
 * @param organisationId whose part
 * @param years 1 to 10 financial years that follow one another
 */
public record Budget(String organisationId, List<Year> years) {

    public Budget {
        Require.id(organisationId, "organisationId");
        years = Require.list(years, "years", 1, 10);
        for (int i = 1; i < years.size(); i++) {
            if (!years.get(i)
                    .financialYear()
                    .equals(years.get(i - 1).financialYear().next())) {
                throw Require.invalid("years", "must follow one another, without a gap.");
            }
        }
    }

    /**
     * A year of it. All costs are at today's prices; the uplifts make them those of the year.
     *
     * @param financialYear which
     * @param uplift how much prices rise from the year before
     * @param directCosts what is spent on this project alone
     * @param overheads what the organisation's projects share
     * @param funding who pays
     */
    public record Year(
            FinancialYear financialYear, Uplift uplift, DirectCosts directCosts, Overheads overheads, Funding funding) {

        public Year {
            Require.given(financialYear, "financialYear");
            Require.given(uplift, "uplift");
            Require.given(directCosts, "directCosts");
            Require.given(overheads, "overheads");
            Require.given(funding, "funding");
            requireDirectOrPooled(directCosts, overheads);
        }

        private static void requireDirectOrPooled(DirectCosts directCosts, Overheads overheads) {
            Set<String> pools = overheads.sharedCosts().stream()
                    .map(cost -> cost.pool().name().toLowerCase(Locale.UK))
                    .collect(Collectors.toSet());
            for (DirectCosts.Line line : directCosts.lines()) {
                if (pools.contains(line.description().toLowerCase(Locale.UK))) {
                    throw Require.invalid(
                            "directCosts",
                            "must not have " + line.description()
                                    + ", which is a shared cost too: a cost is direct or shared, never both.");
                }
            }
        }
    }
}
