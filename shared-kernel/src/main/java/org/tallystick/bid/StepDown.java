package org.tallystick.bid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.Overheads.OtherProject;
import org.tallystick.bid.Overheads.SharedCost;
import org.tallystick.bid.Overheads.Use;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Require;
import org.tallystick.platform.Split;

/**
 * Shared costs divided step by step, until all of them are with the projects. Each pool is divided on its own in every
 * step, to the penny, and so can be followed: pence of the premises that reach this project by way of the central
 * functions are still premises.
 *
 * @param steps what was divided among whom, without steps that cost nothing
 * @param shares what reached this project, by step and pool
 */
public record StepDown(List<Step> steps, List<Share> shares) {

    public StepDown {
        steps = List.copyOf(steps);
        shares = List.copyOf(shares);
    }

    /**
     * Divides the shared costs of a year.
     *
     * @param overheads the pools and what everybody uses
     * @param fullTimeEquivalentHundredths this project's people
     * @param directPence this project's direct cost
     * @throws org.tallystick.platform.Rejection where a cost is shared by nobody
     */
    public static StepDown of(Overheads overheads, int fullTimeEquivalentHundredths, long directPence) {
        return new Working(overheads, fullTimeEquivalentHundredths, directPence).result();
    }

    /**
     * A part of a pool that reached this project.
     *
     * @param step by way of which step
     * @param cost the pool
     * @param pence more than zero
     */
    public record Share(OverheadStep step, SharedCost cost, long pence) {}

    /**
     * One who bears a part of a step.
     *
     * @param title a project, or the title of a later step
     * @param figure its figure of the driver, in the driver's unit
     * @param pence its part
     */
    public record Bearer(String title, long figure, long pence) {}

    /**
     * One step.
     *
     * @param step which
     * @param driver what it is divided by
     * @param ownPence its own pools
     * @param receivedPence what it received from the steps before
     * @param bearers this project first, then the others, then the later steps; their parts are all of it
     */
    public record Step(OverheadStep step, Driver driver, long ownPence, long receivedPence, List<Bearer> bearers) {

        public Step {
            bearers = List.copyOf(bearers);
        }

        /** What is divided, in pence. */
        public long totalPence() {
            return ownPence + receivedPence;
        }

        /** This project's part, in pence. */
        public long pence() {
            return bearers.getFirst().pence();
        }

        /** How this project's part comes about. */
        public String sentence() {
            long all = bearers.stream().mapToLong(Bearer::figure).sum();
            long ours = bearers.getFirst().figure();
            String costs = step.yourCosts() + " " + Pounds.of(ownPence) + " a year";
            if (receivedPence > 0) {
                costs += ". With " + step.whose() + " " + Pounds.of(receivedPence) + " of the costs before, that is "
                        + Pounds.of(totalPence());
            }
            String share = switch (driver) {
                case HEADCOUNT ->
                    " for " + InWords.people(all) + "; this project is " + InWords.hundredths(ours) + " of them";
                case FLOOR_AREA -> " for " + all + " square metres; this project uses " + ours + " of them";
                case TIME -> ". This project takes " + InWords.percent(ours) + " of their time";
                case RUNNING_COST ->
                    ". So far this project is " + Pounds.of(ours) + " of the " + Pounds.of(all)
                            + " that all your work costs";
            };
            return costs + share + ", so " + Pounds.of(pence()) + ".";
        }
    }

    /** The working, from the first step to the last. */
    private static final class Working {

        private final List<SharedCost> pools;
        private final Driver premisesDriver;
        private final List<Centre> centres = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final List<Share> shares = new ArrayList<>();

        Working(Overheads overheads, int fullTimeEquivalentHundredths, long directPence) {
            pools = overheads.sharedCosts();
            premisesDriver = overheads.premisesDriver();
            Overheads.ThisProject ours = overheads.thisProject();
            Use use = new Use(fullTimeEquivalentHundredths, ours.floorAreaSquareMetres(), ours.timeBasisPoints());
            centres.add(new Centre("This project", null, use, directPence, pools.size()));
            for (OtherProject other : overheads.otherProjects()) {
                centres.add(new Centre(other.title(), null, other.use(), other.directCostPence(), pools.size()));
            }
            Overheads.Space space = overheads.central();
            add(OverheadStep.CENTRAL, new Use(space.fullTimeEquivalentHundredths(), space.floorAreaSquareMetres(), 0));
            add(OverheadStep.GOVERNANCE, overheads.governance());
            add(OverheadStep.FUNDRAISING, overheads.fundraising());
        }

        StepDown result() {
            for (OverheadStep step : OverheadStep.values()) {
                divide(step);
            }
            return new StepDown(steps, shares);
        }

        private void add(OverheadStep step, Use use) {
            long own = sum(ownPools(step));
            centres.add(new Centre(step.title(), step, use, own, pools.size()));
        }

        private void divide(OverheadStep step) {
            long[] pot = ownPools(step);
            long own = sum(pot);
            centres.stream().filter(centre -> centre.step == step).forEach(centre -> addTo(pot, centre.received));
            long total = sum(pot);
            if (total == 0) {
                return;
            }
            Driver driver = driverOf(step);
            List<Centre> bearers =
                    centres.stream().filter(centre -> centre.isAfter(step)).toList();
            List<Long> figures =
                    bearers.stream().map(centre -> centre.figure(driver)).toList();
            if (figures.stream().allMatch(figure -> figure == 0)) {
                throw Require.invalid(
                        driver.field(),
                        "must not be 0 everywhere: " + step.title() + " is " + Pounds.of(total) + ", and nobody "
                                + driver.nobody() + ".");
            }
            long[] parts = parts(step, pot, bearers, figures);
            List<Bearer> borne = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                if (i == 0 || figures.get(i) > 0) {
                    borne.add(new Bearer(bearers.get(i).title, figures.get(i), parts[i]));
                }
            }
            steps.add(new Step(step, driver, own, total - own, borne));
        }

        /** Divides each pool on its own, so that all its parts are always the pool; what each bears of all pools. */
        private long[] parts(OverheadStep step, long[] pot, List<Centre> bearers, List<Long> figures) {
            long[] parts = new long[bearers.size()];
            for (int pool = 0; pool < pot.length; pool++) {
                long[] ofPool = Split.byWeights(pot[pool], figures);
                addTo(parts, ofPool);
                for (int i = 0; i < ofPool.length; i++) {
                    bearers.get(i).received[pool] += ofPool[i];
                }
                if (ofPool[0] > 0) {
                    shares.add(new Share(step, pools.get(pool), ofPool[0]));
                }
            }
            return parts;
        }

        private Driver driverOf(OverheadStep step) {
            return switch (step) {
                case PREMISES -> premisesDriver;
                case CENTRAL -> Driver.TIME;
                case GOVERNANCE, FUNDRAISING -> Driver.RUNNING_COST;
            };
        }

        private long[] ownPools(OverheadStep step) {
            return pools.stream()
                    .mapToLong(cost -> cost.step() == step ? cost.pool().amountPence() : 0)
                    .toArray();
        }
    }

    /** Where costs come to lie: a project, or a step that passes them on. */
    private static final class Centre {

        private final String title;
        private final @Nullable OverheadStep step;
        private final Use use;
        private final long ownPence;
        private final long[] received;

        Centre(String title, @Nullable OverheadStep step, Use use, long ownPence, int pools) {
            this.title = title;
            this.step = step;
            this.use = use;
            this.ownPence = ownPence;
            this.received = new long[pools];
        }

        boolean isAfter(OverheadStep other) {
            return step == null || step.compareTo(other) > 0;
        }

        long figure(Driver driver) {
            return switch (driver) {
                case HEADCOUNT -> use.fullTimeEquivalentHundredths();
                case FLOOR_AREA -> use.floorAreaSquareMetres();
                case TIME -> use.timeBasisPoints();
                case RUNNING_COST -> ownPence + sum(received);
            };
        }
    }

    private static long sum(long[] pence) {
        return Arrays.stream(pence).sum();
    }

    private static void addTo(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }
}
