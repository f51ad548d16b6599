package org.tallystick.fund;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tallystick.fund.FundQuery.Balance;
import org.tallystick.fund.FundQuery.BurnPoint;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.ledger.WhyPage;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.LineChart;
import org.tallystick.platform.MoneyBar;
import org.tallystick.platform.Option;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;

/** How funds are said and drawn. */
public final class FundWords {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
    private static final int MOST_MONTHS = 37;
    private static final int YEARS_BACK = 2;
    private static final int YEARS_AHEAD = 4;

    private FundWords() {}

    /** A state as its tag. */
    public static StateTag state(FundState state) {
        return switch (state) {
            case OPEN -> StateTag.of("Open", Tone.GOOD);
            case FROZEN -> StateTag.of("Frozen", Tone.WAITING);
            case CLOSED -> StateTag.of("Closed", Tone.PLAIN);
        };
    }

    /** "2026–27". */
    public static String year(FinancialYear year) {
        return year.toString().replace('-', '\u2013');
    }

    /** "Unrestricted" or "Restricted to women leaving prison". */
    public static String restriction(String restriction) {
        String words = Slice.restrictionInWords(restriction);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whose money it is, and under which terms: "money of Northfield for 2026–27, unrestricted". */
    public static String money(String contributorName, FinancialYear year, String restriction) {
        return "money of " + contributorName + " for " + year(year) + ", " + Slice.restrictionInWords(restriction);
    }

    /** What is free of a fund's money for a year under a restriction, in words. */
    public record Free(String year, String restriction, long amountPence) {}

    /** What is free in a fund, the earliest year first. */
    public static List<Free> free(FundSummary fund) {
        return fund.free().stream()
                .map(free -> new Free(year(free.financialYear()), restriction(free.restriction()), free.amountPence()))
                .toList();
    }

    /** Why money of awards was not spent, as the money bar says it. */
    public static String unspent(Unspent why) {
        return switch (why) {
            case RETURNED -> "Came back";
            case LAPSED -> "Ran out";
        };
    }

    /** Where the statement of a fund is. */
    public static String statement(String fundId) {
        return "/ledger/statements/fund/" + fundId;
    }

    /**
     * Where all that was received is now. Its parts come to what was received; what came back from awards or ran out is
     * shown only where there is any. With {@code doors}, each part opens the statement of the fund.
     */
    public static MoneyBar bar(FundSummary fund, boolean doors) {
        Balance balance = fund.balance();
        List<MoneyBar.Part> parts = new ArrayList<>(MoneyBar.ofFund(
                        fund.name(),
                        balance.paidPence(),
                        balance.obligatedPence() + balance.payablePence(),
                        balance.committedPence(),
                        balance.allocatedPence(),
                        balance.availablePence())
                .parts());
        if (balance.returnedPence() != 0) {
            parts.add(new MoneyBar.Part(
                    "Came back", "organisations sent it back unspent", "back", balance.returnedPence(), ""));
        }
        if (balance.lapsedPence() != 0) {
            parts.add(new MoneyBar.Part("Ran out", "instalments not needed", "back", balance.lapsedPence(), ""));
        }
        return new MoneyBar(
                fund.name(),
                doors
                        ? parts.stream()
                                .map(part -> part.why(WhyPage.href(FigureOf.FUND, fund.fundId(), figure(part))))
                                .toList()
                        : parts);
    }

    private static Figure figure(MoneyBar.Part part) {
        return switch (part.name()) {
            case "Paid" -> Figure.HELD;
            case "Obligated" -> Figure.OWED;
            case "Committed" -> Figure.COMMITTED;
            case "Set aside" -> Figure.ALLOCATED;
            case "Came back" -> Figure.RETURNED;
            case "Ran out" -> Figure.LAPSED;
            default -> Figure.AVAILABLE;
        };
    }

    /** How the money ran down, month by month, at most the last three years; nothing before there are two months. */
    public static Optional<LineChart> burnDown(List<BurnPoint> points) {
        List<BurnPoint> last = points.subList(Math.max(0, points.size() - MOST_MONTHS), points.size());
        if (last.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new LineChart(
                last.size() < points.size()
                        ? "What was left at the end of each month, the last three years"
                        : "What was left at the end of each month",
                last.stream().map(point -> MONTH.format(point.day())).toList(),
                List.of(
                        new LineChart.Series(
                                "Not paid out yet",
                                last.stream()
                                        .map(p -> p.receivedPence() - p.paidPence())
                                        .toList()),
                        new LineChart.Series(
                                "Not promised to an award",
                                last.stream()
                                        .map(p -> p.receivedPence() - p.committedPence())
                                        .toList()))));
    }

    /** Years to choose from, this one first. */
    public static List<Option> years(LocalDate today) {
        int now = FinancialYear.of(today).startYear();
        List<Option> years = new ArrayList<>();
        years.add(option(new FinancialYear(now)));
        for (int year = now + 1; year <= now + YEARS_AHEAD; year++) {
            years.add(option(new FinancialYear(year)));
        }
        for (int year = now - 1; year >= now - YEARS_BACK; year--) {
            years.add(option(new FinancialYear(year)));
        }
        return years;
    }

    private static Option option(FinancialYear year) {
        return Option.of(year.toString(), year(year));
    }
}
