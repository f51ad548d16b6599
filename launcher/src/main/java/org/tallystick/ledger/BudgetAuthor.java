package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.bid.Budget;
import org.tallystick.bid.CostKind;
import org.tallystick.bid.DirectCosts;
import org.tallystick.bid.Driver;
import org.tallystick.bid.Funding;
import org.tallystick.bid.GapCarrier;
import org.tallystick.bid.OverheadStep;
import org.tallystick.bid.Overheads;
import org.tallystick.bid.PriceIndex;
import org.tallystick.bid.Uplift;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.FinancialYear;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.OrganisationCommand;

/** Writes what a project costs by itself, what it shares with the organisation's others, and who pays. */
final class BudgetAuthor {

    private static final int WHOLE_FLOOR_SQUARE_METRES = 100;
    private static final int ALL_TIME_BASIS_POINTS = 10_000;

    private final Author author;

    BudgetAuthor(Author author) {
        this.author = author;
    }

    /** The shared costs of an organisation are other ones, or the same again. */
    Step profile(String applicant) {
        return author.step(
                Cast.lead(applicant),
                new OrganisationCommand.RecordCostProfile(applicant, Cast.profile(1 + author.random.nextInt(3))));
    }

    /**
     * Asks for something in each year of the envelope from the one on in which the project starts, in proportion to how
     * many organisations do so together.
     */
    Budget budget(ModelCall call, ModelCall.Bid bid, String organisation) {
        List<Budget.Year> years = new ArrayList<>();
        List<Integer> wanted = call.terms.envelope().stream()
                .map(part -> part.financialYear().startYear())
                .distinct()
                .sorted()
                .toList();
        List<Integer> running = wanted.stream()
                .filter(start -> start >= FinancialYear.of(bid.startsOn).startYear())
                .toList();
        for (int start : running.isEmpty() ? wanted : running) {
            long envelope = call.terms.envelope().stream()
                    .filter(part -> part.financialYear().startYear() == start)
                    .mapToLong(CallTerms.Envelope::amountPence)
                    .sum();
            long asked = Math.min(author.about(envelope / (1 + bid.partners.size())), DirectCosts.MOST_LINE_PENCE / 2);
            years.add(year(new FinancialYear(start), organisation, asked));
        }
        return new Budget(organisation, years);
    }

    private Budget.Year year(FinancialYear year, String applicant, long askedPence) {
        long otherPence = author.oneIn(4) ? author.about(1_000_00) : 0;
        long wantedPence = askedPence + otherPence + (author.oneIn(3) ? author.about(2_000_00) : 0);
        Overheads overheads = author.oneIn(author.orderly ? 10 : 3) ? Overheads.none(year) : shared(applicant);
        long sharedPence = SharedCosts.of(overheads).stream()
                .mapToLong(SharedCosts.Part::pence)
                .sum();
        long directPence = Math.max(1, wantedPence - sharedPence);
        long carriedPence = directPence + sharedPence - askedPence - otherPence;
        return new Budget.Year(
                year,
                Uplift.NONE,
                new DirectCosts(
                        List.of(),
                        List.of(new DirectCosts.Spending(CostKind.DELIVERY, "Drop-in", directPence, false)),
                        List.of()),
                overheads,
                new Funding(
                        askedPence,
                        otherPence == 0 ? List.of() : List.of(new Funding.OtherIncome("A trust", otherPence)),
                        carriedPence == 0
                                ? List.of()
                                : List.of(new Funding.Carried(GapCarrier.RESERVES, "", carriedPence))));
    }

    /** By any version of the organisation's figures; now and then by some that are not its own. */
    private Overheads shared(String applicant) {
        List<CostProfile> versions = author.model.profiles(applicant);
        int version = 1 + author.random.nextInt(versions.size());
        CostProfile profile = author.oneIn(40) ? Cast.profile(7) : versions.get(version - 1);
        // Where people mostly do what comes next, two awards pay for nearly all of it each.
        int least = author.orderly ? 8 : 5;
        int area = 10 * (least + author.random.nextInt(11 - least));
        int time = 1_000 * (least + author.random.nextInt(11 - least));
        return new Overheads(
                profile.financialYear(),
                version,
                List.of(
                        new Overheads.SharedCost(
                                OverheadStep.PREMISES,
                                PriceIndex.NON_PAY,
                                profile.overheadPools().getFirst()),
                        new Overheads.SharedCost(
                                OverheadStep.CENTRAL,
                                PriceIndex.PAY,
                                profile.overheadPools().getLast())),
                Driver.FLOOR_AREA,
                new Overheads.ThisProject(area, time),
                List.of(new Overheads.OtherProject(
                        "All others",
                        new Overheads.Use(0, WHOLE_FLOOR_SQUARE_METRES - area, ALL_TIME_BASIS_POINTS - time),
                        0)),
                new Overheads.Space(0, 0),
                Overheads.Use.NOTHING,
                Overheads.Use.NOTHING);
    }
}
