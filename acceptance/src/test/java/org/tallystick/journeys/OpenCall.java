package org.tallystick.journeys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.Budget;
import org.tallystick.bid.PlainBids;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.Timetable;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Currency;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Json;
import org.tallystick.platform.Role;
import org.tallystick.platform.RunningTallystick;
import org.tallystick.platform.RunningTallystick.Answer;

/** A call that is open, and what is plain of a bid for it, sent as commands: for journeys about something else. */
final class OpenCall {

    private static final Actor GOVERNOR =
            new Actor("p-eastmoor-1", "", Role.GOVERNOR, Neighbourhood.EASTMOOR, Neighbourhood.EASTMOOR_NAME);
    private static final Actor COMMISSIONER =
            new Actor("p-eastmoor-2", "", Role.COMMISSIONER, Neighbourhood.EASTMOOR, Neighbourhood.EASTMOOR_NAME);
    private static final Actor LEAD =
            new Actor("p-threshold-1", "", Role.APPLICANT_LEAD, Neighbourhood.THRESHOLD, Neighbourhood.THRESHOLD_NAME);
    private static final long PENCE = 20_000_00;

    private final String id;
    private final Timetable timetable;

    private OpenCall(String id, Timetable timetable) {
        this.id = id;
        this.timetable = timetable;
    }

    /** Announced two minutes ago, and open since one. */
    static OpenCall announced(String id) {
        Neighbourhood.settle();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Timetable timetable = PlainBids.timetable(now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofDays(2)));
        OpenCall call = new OpenCall(id, timetable);
        var clock = RunningTallystick.shared().clock();
        try {
            clock.tell(now.minus(Duration.ofMinutes(2)));
            call.announce("fund-of-" + id);
        } finally {
            clock.follow();
        }
        return call;
    }

    private void announce(String fund) {
        send(
                new FundCommand.OpenFund(
                        fund,
                        "Fund of " + id,
                        Neighbourhood.EASTMOOR,
                        "Support",
                        Currency.GBP,
                        DrawOrder.PRO_RATA,
                        CommitAgainst.RECEIVED,
                        null),
                GOVERNOR);
        send(
                new FundCommand.ReceiveContribution(
                        fund, Neighbourhood.EASTMOOR, year(), Slice.UNRESTRICTED, PENCE, "BACS", null, null),
                GOVERNOR);
        CallTerms terms =
                PlainBids.terms(List.of(new CallTerms.Envelope(fund, year(), Slice.UNRESTRICTED, PENCE)), 0, timetable);
        send(new GrantCallCommand.DraftCall(id, Neighbourhood.EASTMOOR, terms), COMMISSIONER);
        send(new GrantCallCommand.ApproveCall(id, 1), GOVERNOR);
    }

    /** Where its page is. */
    String path() {
        return "/calls/" + id;
    }

    /** All that the organisation which leads a bid writes of it alone. */
    void written(String bid) {
        send(PlainBids.eligible(bid, 0), LEAD);
        send(PlainBids.project(bid, 0, starts()), LEAD);
        send(PlainBids.answer(bid, 0, "We open the door."), LEAD);
        Budget budget = new Budget(Neighbourhood.THRESHOLD, List.of(PlainBids.year(year(), 12_000_00, 1_000_00)));
        send(new BidCommand.SaveBudget(bid, 0, budget), LEAD);
    }

    private LocalDate starts() {
        return timetable.startsFrom();
    }

    private FinancialYear year() {
        return FinancialYear.of(starts());
    }

    private void send(Command command, Actor actor) {
        String name = command.getClass().getSimpleName();
        Answer answer = RunningTallystick.shared()
                .command(name, Json.mapper().writeValueAsString(command), actor, name + "-of-" + id);
        if (answer.status() != 200) {
            throw new IllegalStateException(name + ": " + answer.body());
        }
    }
}
