package org.tallystick.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.ledger.LedgerTimeQuery.KnownEvent;
import org.tallystick.ledger.LedgerTimeQuery.LastKnown;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Known;
import org.tallystick.platform.NameQuery.Kind;
import org.tallystick.platform.NameQuery.Named;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.Require;

/** A ledger in which a contributor gives a fund £10 again and again. */
public final class LedgerSamples {

    private static final long PENCE = 1_000;

    private LedgerSamples() {}

    /** Answers with a ledger of so many entries. */
    public static void into(FakeSides sides, int many) {
        sides.answer(
                TrialBalanceAt.class,
                query -> new TrialBalance(
                        query.at().known() instanceof Known.AtPosition(long position) ? position : many,
                        query.at().effective(),
                        many == 0
                                ? List.of()
                                : List.of(
                                        new AccountBalance("contributor:GB-GOR-EA101", 0, many * PENCE),
                                        new AccountBalance("fund:north:available", many * PENCE, 0)),
                        many * PENCE,
                        many * PENCE,
                        List.of(),
                        0));
        sides.names(new Names(List.of(
                new Named(Kind.ORGANISATION, "GB-GOR-EA101", "HMP Eastmoor", ""),
                new Named(Kind.FUND, "north", "Northfield resettlement fund", ""))));
        sides.answer(LastKnown.class, LedgerSamples::lastKnown);
        sides.answer(Statement.class, query -> statement(query, many));
        sides.answer(LedgerQuery.PostingsOf.class, query -> List.of(line(query.eventPosition())));
    }

    /** One event a day from the beginning of 2024. */
    public static KnownEvent lastKnown(LastKnown query) {
        Instant start = Instant.parse("2024-01-01T12:00:00Z");
        long position = switch (Objects.requireNonNull(
                PointInTime.of(null, query.known()).known())) {
            case Known.AtPosition(long given) -> given;
            case Known.AtTime(Instant time) ->
                Math.max(0, 1 + Duration.between(start, time).toDays());
        };
        if (position > 5_000) {
            throw Require.invalid("known", "is beyond the last event, which is at 5000.");
        }
        return new KnownEvent(position, position == 0 ? null : start.plus(Duration.ofDays(position - 1)));
    }

    private static StatementView statement(Statement query, int many) {
        Paged.Request asked = new Paged.Request(query.page(), query.size());
        List<JournalLine> lines = LongStream.rangeClosed(asked.offset() + 1, asked.offset() + asked.size())
                .filter(n -> n <= many)
                .mapToObj(LedgerSamples::line)
                .toList();
        return new StatementView(
                query.subject(),
                query.id(),
                "Northfield resettlement fund",
                many,
                List.of(new AccountBalance("fund:north:available", many * PENCE, 0)),
                List.of(),
                new Paged<>(lines, many, asked.page(), asked.size()),
                List.of(FinancialYear.parse("2026-27")),
                List.of("unrestricted", "women"));
    }

    static JournalLine line(long position) {
        return new JournalLine(
                position,
                1,
                "fund.ContributionReceived",
                "ab".repeat(32),
                Instant.parse("2026-04-01T10:00:00Z"),
                LocalDate.of(2026, 4, 1),
                FinancialYear.parse("2026-27"),
                "GB-GOR-EA101",
                "women",
                PENCE,
                "fund:north:available",
                "contributor:GB-GOR-EA101",
                "north",
                null,
                null,
                null,
                "p-1",
                "£10 arrived in the fund from HMP Eastmoor.");
    }
}
