package org.tallystick.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.Budget;
import org.tallystick.bid.PlainBids;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Currency;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.LoneCommandSide;
import org.tallystick.platform.Role;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationKind;

/** The call whose last minute it is, and the bids of all who write one. */
public final class LastMinuteCall {

    private static final String CALL = "call";
    private static final String COUNCIL = "GB-LAE-MAN";
    private static final Actor GOVERNOR = actor("gita", Role.GOVERNOR, COUNCIL);
    private static final Actor COMMISSIONER = actor("carl", Role.COMMISSIONER, COUNCIL);
    private static final long PENCE = 100_000_00;
    private static final int FIRST_CHARITY = 9_100_000;

    private final LoneCommandSide side;
    private final RunningClock clock;
    private final Instant closes;
    private final FinancialYear year;
    private final int people;

    /** Over a history of its own, by a clock that it sets. */
    public LastMinuteCall(LoneCommandSide side, RunningClock clock, Instant closes, int people) {
        this.side = side;
        this.clock = clock;
        this.closes = closes;
        this.year = FinancialYear.of(closes.atZone(ZoneOffset.UTC).toLocalDate());
        this.people = people;
    }

    /** Up to where everybody has written a whole bid, two days before the call closes. */
    public void prepare() {
        clock.set(closes.minus(Duration.ofDays(3)));
        announce();
        clock.set(closes.minus(Duration.ofDays(2)));
        write();
    }

    /** Its moment. */
    public Instant closes() {
        return closes;
    }

    LoneCommandSide side() {
        return side;
    }

    private static String organisation(int person) {
        return "GB-CHC-" + (FIRST_CHARITY + person);
    }

    /** Who writes a bid. */
    public static Actor lead(int person) {
        return actor("lead-" + person, Role.APPLICANT_LEAD, organisation(person));
    }

    /** The bid they write. */
    public static String bid(int person) {
        return "bid-" + person;
    }

    private void announce() {
        registered(COUNCIL, OrganisationKind.STATUTORY_BODY, GOVERNOR, COMMISSIONER);
        side.send(
                new OrganisationCommand.SetDelegatedLimit(COUNCIL, GOVERNOR.personId(), PENCE, year.firstDay(), null),
                Actor.OPERATOR);
        side.send(
                new FundCommand.OpenFund(
                        "fund",
                        "Fund",
                        COUNCIL,
                        "Support",
                        Currency.GBP,
                        DrawOrder.PRO_RATA,
                        CommitAgainst.RECEIVED,
                        null),
                GOVERNOR);
        side.send(
                new FundCommand.ReceiveContribution(
                        "fund", COUNCIL, year, Slice.UNRESTRICTED, PENCE, "BACS", null, null),
                GOVERNOR);
        CallTerms terms = PlainBids.terms(
                List.of(new CallTerms.Envelope("fund", year, Slice.UNRESTRICTED, PENCE)),
                0,
                PlainBids.timetable(closes.minus(Duration.ofHours(60)), closes));
        side.send(new GrantCallCommand.DraftCall(CALL, COUNCIL, terms), COMMISSIONER);
        side.send(new GrantCallCommand.ApproveCall(CALL, 1), GOVERNOR);
    }

    private void write() {
        for (int person = 0; person < people; person++) {
            registered(organisation(person), OrganisationKind.VOLUNTARY_ORGANISATION, lead(person));
            String bid = bid(person);
            List<BidCommand> parts = List.of(
                    new BidCommand.StartBid(bid, CALL, organisation(person)),
                    PlainBids.eligible(bid, 0),
                    PlainBids.project(bid, 0, year.lastDay()),
                    PlainBids.answer(bid, 0, "A first try."),
                    new BidCommand.SaveBudget(
                            bid, 0, new Budget(organisation(person), List.of(PlainBids.year(year, 1_000_00, 0)))));
            for (BidCommand part : parts) {
                side.send(part, lead(person));
            }
        }
    }

    boolean hasClosed() {
        return !clock.instant().isBefore(closes);
    }

    private void registered(String id, OrganisationKind kind, Actor... staff) {
        side.send(
                new OrganisationCommand.ApplyForRegistration(id, "Name of " + id, kind, List.of(), "Manchester"),
                Actor.OPERATOR);
        side.send(new OrganisationCommand.RegisterOrganisation(id), Actor.OPERATOR);
        for (Actor person : staff) {
            side.send(new OrganisationCommand.GiveRole(id, person.personId(), person.role()), Actor.OPERATOR);
        }
    }

    private static Actor actor(String person, Role role, String organisation) {
        return new Actor(person, "", role, organisation, "");
    }
}
