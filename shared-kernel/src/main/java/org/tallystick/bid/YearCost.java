package org.tallystick.bid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tallystick.bid.DirectCosts.Line;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.DirectionalIsolate;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;
import org.tallystick.platform.Split;
import org.tallystick.registry.CostProfile.OverheadPool;

/**
 * What a year really costs.
 *
 * @param financialYear which
 * @param direct what is spent on this project alone, in the order of the lines
 * @param steps how the shared costs were divided, at today's prices
 * @param overheads this project's part of them, by step and pool
 * @param inKind what is given, at today's prices: shown, in no total
 * @param funding who pays
 */
public record YearCost(
        FinancialYear financialYear,
        List<DirectFigure> direct,
        List<StepDown.Step> steps,
        List<OverheadFigure> overheads,
        List<InKind> inKind,
        Funding funding) {

    public YearCost {
        direct = List.copyOf(direct);
        steps = List.copyOf(steps);
        overheads = List.copyOf(overheads);
        inKind = List.copyOf(inKind);
    }

    /**
     * A direct cost.
     *
     * @param kind what for
     * @param description in the words of who asks
     * @param sum today and in its year
     * @param working how today's sum comes about
     */
    public record DirectFigure(CostKind kind, String description, PricedSum sum, String working) {

        /** The working below the name, which it begins with otherwise. */
        public String workingAlone() {
            String name = DirectionalIsolate.of(description) + ": ";
            String alone = working.startsWith(name) ? working.substring(name.length()) : working;
            return alone.startsWith("£")
                    ? "At today's prices " + alone
                    : Character.toUpperCase(alone.charAt(0)) + alone.substring(1);
        }
    }

    /**
     * This project's part of a pool.
     *
     * @param step by way of which step
     * @param pool its name in the cost profile
     * @param poolPence all of the pool, today
     * @param sum today and in its year
     */
    public record OverheadFigure(OverheadStep step, String pool, long poolPence, PricedSum sum) {}

    /**
     * Something given, not paid.
     *
     * @param kind what for
     * @param description in the words of who asks
     * @param pence what it would cost
     */
    public record InKind(CostKind kind, String description, long pence) {

        /** What is given. */
        public String sentence() {
            return DirectionalIsolate.of(description) + ": given, not paid, worth " + Pounds.of(pence) + ".";
        }
    }

    /**
     * The cost of a year.
     *
     * @param rises of prices, from the budget's first year to this
     */
    static YearCost of(Budget.Year year, List<Uplift> rises) {
        DirectCosts costs = year.directCosts();
        StepDown stepDown = StepDown.of(year.overheads(), costs.fullTimeEquivalentHundredths(), costs.claimedPence());
        List<Line> claimed =
                costs.lines().stream().filter(line -> !line.inKind()).toList();
        List<PricedSum> today = new ArrayList<>();
        claimed.forEach(line -> today.add(PricedSum.today(line.kind().index(), line.pence())));
        stepDown.shares()
                .forEach(share -> today.add(PricedSum.today(share.cost().index(), share.pence())));
        List<PricedSum> sums = Uplift.raise(today, rises);
        YearCost cost = new YearCost(
                year.financialYear(),
                direct(claimed, sums),
                stepDown.steps(),
                overheads(stepDown.shares(), sums.subList(claimed.size(), sums.size())),
                costs.lines().stream()
                        .filter(Line::inKind)
                        .map(line -> new InKind(line.kind(), line.description(), line.pence()))
                        .toList(),
                year.funding());
        Require.penceOrZero(cost.fullCostPence(), "fullCostPence");
        return cost;
    }

    private static List<DirectFigure> direct(List<Line> lines, List<PricedSum> sums) {
        List<DirectFigure> figures = new ArrayList<>();
        for (Line line : lines) {
            figures.add(new DirectFigure(line.kind(), line.description(), sums.get(figures.size()), line.sentence()));
        }
        return figures;
    }

    private static List<OverheadFigure> overheads(List<StepDown.Share> shares, List<PricedSum> sums) {
        List<OverheadFigure> figures = new ArrayList<>();
        for (StepDown.Share share : shares) {
            OverheadPool pool = share.cost().pool();
            figures.add(new OverheadFigure(share.step(), pool.name(), pool.amountPence(), sums.get(figures.size())));
        }
        return figures;
    }

    /** What is spent on this project alone, in pence. */
    public long directPence() {
        return direct.stream().mapToLong(figure -> figure.sum().pence()).sum();
    }

    /** This project's part of what is shared, in pence. */
    public long overheadPence() {
        return overheads.stream().mapToLong(figure -> figure.sum().pence()).sum();
    }

    /** This project's part of one step, in pence. */
    public long overheadPence(OverheadStep step) {
        return overheads.stream()
                .filter(figure -> figure.step() == step)
                .mapToLong(figure -> figure.sum().pence())
                .sum();
    }

    /** Both together, in pence. */
    public long fullCostPence() {
        return directPence() + overheadPence();
    }

    /** What it would cost without any rise, in pence. */
    public long todayPence() {
        return Stream.concat(
                        direct.stream().map(DirectFigure::sum),
                        overheads.stream().map(OverheadFigure::sum))
                .mapToLong(PricedSum::todayPence)
                .sum();
    }

    /** What is given, in pence, at today's prices. */
    public long inKindPence() {
        return inKind.stream().mapToLong(InKind::pence).sum();
    }

    /** How much of it is paid for. */
    public Recovery recovery() {
        return new Recovery(fullCostPence(), funding.askedPence(), funding.otherPence());
    }

    /** The part of the gap that nobody carries yet, in pence; below zero where more is carried than is missing. */
    public long uncarriedPence() {
        return recovery().gapPence() - funding.carriedPence();
    }

    /** What a funder's limit on overheads would leave unfunded. */
    public OverheadCap capped(int capBasisPoints) {
        return new OverheadCap(capBasisPoints, directPence(), overheadPence());
    }

    /**
     * How much of each pool is paid for. Money pays the direct cost first, and what is left of it the shared costs,
     * each pool in proportion to this project's part.
     */
    List<PoolShare> poolShares(String organisationId) {
        Map<String, long[]> pools = new LinkedHashMap<>();
        overheads.forEach(figure -> pools.computeIfAbsent(figure.pool(), _ -> new long[] {0, figure.poolPence()})[0] +=
                figure.sum().todayPence());
        List<Long> parts = pools.values().stream().map(pool -> pool[0]).toList();
        long today = parts.stream().mapToLong(Long::longValue).sum();
        long paid = Math.clamp(recovery().paidPence() - directPence(), 0, overheadPence());
        long paidToday = today == 0
                ? 0
                : Split.halfUp(
                        BigInteger.valueOf(paid).multiply(BigInteger.valueOf(today)),
                        BigInteger.valueOf(overheadPence()));
        long[] recovered = Split.byWeights(paidToday, parts);
        List<PoolShare> shares = new ArrayList<>();
        pools.forEach((pool, pence) ->
                shares.add(new PoolShare(organisationId, financialYear, pool, recovered[shares.size()], pence[1])));
        return List.copyOf(shares);
    }

    /** What the year costs and who pays, in sentences, in the order in which one would tell it. */
    public List<String> sentences() {
        Stream<String> rise = todayPence() == fullCostPence()
                ? Stream.empty()
                : Stream.of("At today's prices that is " + Pounds.of(todayPence())
                        + ". With the rises of pay and prices up to " + financialYear + " it is "
                        + Pounds.of(fullCostPence()) + ".");
        return Stream.of(
                        direct.stream().map(DirectFigure::working),
                        steps.stream().map(StepDown.Step::sentence),
                        rise,
                        Stream.of(recovery().sentence()),
                        funding.carried().stream().map(Funding.Carried::sentence),
                        inKind.stream().map(InKind::sentence))
                .flatMap(part -> part)
                .toList();
    }
}
