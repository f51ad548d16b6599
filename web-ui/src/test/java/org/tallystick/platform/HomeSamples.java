package org.tallystick.platform;

import java.util.List;
import org.tallystick.bid.GapCarrier;
import org.tallystick.call.CallSamples;
import org.tallystick.control.ControlQuery.OpenExceptions;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.LogSamples;
import org.tallystick.history.VerificationQuery;
import org.tallystick.ledger.GapQuery.Carried;
import org.tallystick.ledger.GapQuery.GapBy;
import org.tallystick.ledger.GapQuery.Gaps;
import org.tallystick.ledger.GapQuery.GapsView;
import org.tallystick.opendata.PublicQuery;

/** What the first page asks, answered. */
final class HomeSamples {

    private HomeSamples() {}

    static void into(FakeSides sides) {
        CallSamples.into(sides);
        sides.answer(HomeQuery.WhatNeedsMe.class, query -> new HomeQuery.Duties(List.of(), 0));
        sides.answer(
                HistoryQuery.LogState.class,
                query -> new HistoryQuery.LogView(
                        10_482,
                        0,
                        List.of(new HistoryQuery.ProjectionState("ledger", 10_482, 0)),
                        LogSamples.signed()));
        sides.answer(VerificationQuery.Verifications.class, _ -> new Paged<>(List.of(LogSamples.good()), 1, 1, 1));
        sides.answer(OpenExceptions.class, query -> new Paged<>(List.of(), 7, query.page(), query.size()));
        List<Carried> carried = List.of(new Carried(GapCarrier.RESERVES, 8_400_000));
        sides.answer(
                Gaps.class,
                query -> new GapsView(
                        GapBy.AWARD, 12, 120_000_000, 130_000_000, carried, new Paged<>(List.of(), 12, 1, 1)));
        sides.answer(
                PublicQuery.Totals.class,
                query -> new PublicQuery.PublicTotals(
                        10_482,
                        30,
                        40,
                        123_456_789,
                        84_000_000,
                        50_000_000,
                        List.of(new PublicQuery.FunderTotal("o-1", "HMP Northfield", 30, 123_456_789, 84_000_000)),
                        List.of(new PublicQuery.YearTotal(new FinancialYear(2026), 30, 123_456_789, 84_000_000))));
    }
}
