package org.tallystick.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.tallystick.fund.FundQuery.Allocation;
import org.tallystick.fund.FundQuery.Balance;
import org.tallystick.fund.FundQuery.BurnPoint;
import org.tallystick.fund.FundQuery.Contribution;
import org.tallystick.fund.FundQuery.FreeMoney;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.fund.FundQuery.Funds;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.fund.FundQuery.UnspentMoney;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;

/** Funds for tests of pages: full and empty, with short names and long. */
public final class FundSamples {

    /** A name that has to wrap. */
    public static final String LONG_NAME =
            "Pooled women's centre fund of the three authorities of the Wend valley and Llanfairpwllgwyngyllgogerychwyrndrobwll";

    private static final FinancialYear YEAR = new FinancialYear(2026);

    private FundSamples() {}

    /** A fund in the middle of its year. */
    public static FundSummary summary(String fundId, String name, FundState state) {
        return new FundSummary(
                fundId,
                name,
                "o-1",
                "HMP Northfield",
                state,
                new Balance(
                        120_000_000,
                        21_299_933,
                        15_000_000,
                        12_450_067,
                        25_000_000,
                        5_000_000,
                        40_250_000,
                        600_000,
                        400_000),
                150_000_000,
                List.of(Slice.UNRESTRICTED, "women only services"),
                List.of(new FreeMoney(YEAR, Slice.UNRESTRICTED, 40_250_000)));
    }

    /** The same in full. */
    public static FundView full(String fundId, FundState state) {
        return new FundView(
                summary(fundId, LONG_NAME, state),
                "Somewhere to stay, somebody to meet you, and work.\nFor women leaving prison.",
                DrawOrder.PRO_RATA,
                CommitAgainst.RECEIVED,
                List.of(
                        new Contribution("o-1", "HMP Northfield", YEAR, Slice.UNRESTRICTED, 90_000_000, 90_000_000),
                        new Contribution(
                                "o-9",
                                "The Combined Authority of Wendbury and District",
                                YEAR,
                                "women only services",
                                60_000_000,
                                30_000_000)),
                List.of(new Allocation("resettlement-2027", "Resettlement 2027", 15_000_000)),
                List.of(
                        new UnspentMoney(Unspent.RETURNED, "o-1", "HMP Northfield", YEAR, Slice.UNRESTRICTED, 600_000),
                        new UnspentMoney(
                                Unspent.LAPSED,
                                "o-9",
                                "The Combined Authority of Wendbury and District",
                                YEAR,
                                "women only services",
                                400_000)),
                IntStream.rangeClosed(4, 11)
                        .mapToObj(month -> new BurnPoint(
                                LocalDate.of(2026, month, month == 11 ? 22 : 30),
                                month < 6 ? 90_000_000 : 120_000_000,
                                10_000_000L * (month - 3),
                                5_000_000L * (month - 3)))
                        .toList());
    }

    /** A fund that has just been opened. */
    public static FundView empty(String fundId) {
        return new FundView(
                new FundSummary(
                        fundId,
                        "New fund",
                        "o-1",
                        "HMP Northfield",
                        FundState.OPEN,
                        new Balance(0, 0, 0, 0, 0, 0, 0, 0, 0),
                        0,
                        List.of(),
                        List.of()),
                "Work.",
                DrawOrder.IN_ORDER,
                CommitAgainst.PLEDGED,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Answers the questions about funds. */
    public static void into(FakeSides sides, int funds) {
        sides.answer(
                Funds.class,
                query -> new Paged<>(
                        IntStream.range(0, Math.min(funds, query.size()))
                                .mapToObj(i -> summary("f-" + i, i % 2 == 1 ? LONG_NAME : "Fund " + i, FundState.OPEN))
                                .toList(),
                        funds,
                        query.page(),
                        query.size()));
        sides.answer(OneFund.class, query -> switch (query.fundId()) {
            case "f-new" -> empty("f-new");
            case "f-frozen" -> full("f-frozen", FundState.FROZEN);
            default -> full(query.fundId(), FundState.OPEN);
        });
        sides.answer(
                org.tallystick.registry.OrganisationQuery.Organisations.class,
                query -> new Paged<>(
                        List.of(new org.tallystick.registry.OrganisationQuery.OrganisationSummary(
                                "o-9",
                                "The Combined Authority of Wendbury and District",
                                org.tallystick.registry.OrganisationKind.STATUTORY_BODY,
                                org.tallystick.registry.OrganisationState.REGISTERED,
                                "Wendbury",
                                false,
                                3,
                                4_000_000)),
                        1,
                        query.page(),
                        query.size()));
    }
}
