package org.tallystick.bid;

import java.util.List;
import java.util.Locale;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;

/**
 * What an organisation's projects share, and the figures it is divided by, at today's prices. What is a direct cost of
 * a project is in no pool. An organisation with a single project shares nothing: all it spends is direct.
 *
 * @param profileYear the year of the cost profile the pools are from
 * @param profileVersion its version, from 1; 0 where nothing is shared
 * @param sharedCosts the pools with their steps, 0 to 50, no two of one name
 * @param premisesDriver whether premises are divided by headcount or by floor area
 * @param thisProject what this project uses; its staff and direct cost are those of its lines
 * @param otherProjects all others of the organisation, 0 to 100, no two of one title
 * @param central what the central functions use of the premises
 * @param governance what governance and strategic development use
 * @param fundraising what general fundraising uses, {@link Use#NOTHING} where it is left out
 */
public record Overheads(
        FinancialYear profileYear,
        int profileVersion,
        List<SharedCost> sharedCosts,
        Driver premisesDriver,
        ThisProject thisProject,
        List<OtherProject> otherProjects,
        Space central,
        Use governance,
        Use fundraising) {

    private static final int ALL_TIME_BASIS_POINTS = 10_000;
    private static final int MOST_FTE_HUNDREDTHS = 10_000_000;
    private static final int MOST_SQUARE_METRES = 1_000_000;

    public Overheads {
        Require.given(profileYear, "profileYear");
        sharedCosts = Require.list(sharedCosts, "sharedCosts", 0, 50);
        otherProjects = Require.list(otherProjects, "otherProjects", 0, 100);
        Require.between(profileVersion, sharedCosts.isEmpty() ? 0 : 1, 100_000, "profileVersion");
        if (Require.given(premisesDriver, "premisesDriver") != Driver.HEADCOUNT
                && premisesDriver != Driver.FLOOR_AREA) {
            throw Require.invalid("premisesDriver", "must be headcount or floor area.");
        }
        Require.given(thisProject, "thisProject");
        Require.given(central, "central");
        Require.given(governance, "governance");
        Require.given(fundraising, "fundraising");
        differ(sharedCosts.stream().map(cost -> cost.pool().name()).toList(), "sharedCosts");
        differ(otherProjects.stream().map(OtherProject::title).toList(), "otherProjects");
        if (otherProjects.isEmpty() && !sharedCosts.isEmpty()) {
            throw Require.invalid(
                    "sharedCosts",
                    "must be empty: with one project nothing is shared, so put these costs in its direct lines.");
        }
        int time = thisProject.timeBasisPoints()
                + governance.timeBasisPoints()
                + fundraising.timeBasisPoints()
                + otherProjects.stream()
                        .mapToInt(other -> other.use().timeBasisPoints())
                        .sum();
        if (time != 0 && time != ALL_TIME_BASIS_POINTS) {
            throw Require.invalid("timeBasisPoints", "must add up to 100%; they are " + InWords.percent(time) + ".");
        }
    }

    /** Of an organisation with a single project. */
    public static Overheads none(FinancialYear year) {
        return new Overheads(
                year,
                0,
                List.of(),
                Driver.HEADCOUNT,
                new ThisProject(0, 0),
                List.of(),
                new Space(0, 0),
                Use.NOTHING,
                Use.NOTHING);
    }

    /** Refuses shared costs that are not, word for word and to the penny, those of the cost profile. */
    public void requireOf(CostProfile profile) {
        for (SharedCost cost : sharedCosts) {
            if (!profileYear.equals(profile.financialYear())
                    || !profile.overheadPools().contains(cost.pool())) {
                throw Require.invalid(
                        "sharedCosts",
                        "must be those of the cost profile of " + profileYear + "; "
                                + cost.pool().name() + " is not.");
            }
        }
    }

    private static void differ(List<String> titles, String field) {
        long different = titles.stream()
                .map(title -> title.toLowerCase(Locale.UK))
                .distinct()
                .count();
        if (different < titles.size()) {
            throw Require.invalid(field, "must not have the same name twice.");
        }
    }

    /**
     * A pool of the cost profile with its place in the apportionment.
     *
     * @param step where it is divided
     * @param index what it rises with
     * @param pool its name, amount and source, as in the profile
     */
    public record SharedCost(OverheadStep step, PriceIndex index, OverheadPool pool) {

        public SharedCost {
            Require.given(step, "step");
            Require.given(index, "index");
            Require.given(pool, "pool");
        }
    }

    /**
     * What somebody uses of the premises.
     *
     * @param fullTimeEquivalentHundredths people, 0 to 100,000 full-time equivalents
     * @param floorAreaSquareMetres 0 to 1,000,000
     */
    public record Space(int fullTimeEquivalentHundredths, int floorAreaSquareMetres) {

        public Space {
            Require.between(fullTimeEquivalentHundredths, 0, MOST_FTE_HUNDREDTHS, Driver.HEADCOUNT.field());
            Require.between(floorAreaSquareMetres, 0, MOST_SQUARE_METRES, Driver.FLOOR_AREA.field());
        }
    }

    /**
     * What somebody uses of the premises and of the central functions.
     *
     * @param fullTimeEquivalentHundredths people, 0 to 100,000 full-time equivalents
     * @param floorAreaSquareMetres 0 to 1,000,000
     * @param timeBasisPoints of the central functions' time, in hundredths of a percent
     */
    public record Use(int fullTimeEquivalentHundredths, int floorAreaSquareMetres, int timeBasisPoints) {

        /** Of a step that is left out. */
        public static final Use NOTHING = new Use(0, 0, 0);

        public Use {
            Require.between(fullTimeEquivalentHundredths, 0, MOST_FTE_HUNDREDTHS, Driver.HEADCOUNT.field());
            Require.between(floorAreaSquareMetres, 0, MOST_SQUARE_METRES, Driver.FLOOR_AREA.field());
            Require.between(timeBasisPoints, 0, ALL_TIME_BASIS_POINTS, Driver.TIME.field());
        }
    }

    /**
     * What this project uses beside its staff.
     *
     * @param floorAreaSquareMetres 0 to 1,000,000
     * @param timeBasisPoints of the central functions' time, in hundredths of a percent
     */
    public record ThisProject(int floorAreaSquareMetres, int timeBasisPoints) {

        public ThisProject {
            Require.between(floorAreaSquareMetres, 0, MOST_SQUARE_METRES, Driver.FLOOR_AREA.field());
            Require.between(timeBasisPoints, 0, ALL_TIME_BASIS_POINTS, Driver.TIME.field());
        }
    }

    /**
     * Another project of the organisation, or several together.
     *
     * @param title such as "Drop-in"
     * @param use what it uses
     * @param directCostPence its direct costs of the year
     */
    public record OtherProject(String title, Use use, long directCostPence) {

        public OtherProject {
            title = Require.line(title, "title", 200);
            Require.given(use, "use");
            Require.penceOrZero(directCostPence, "directCostPence");
        }
    }
}
