package org.tallystick.assessment;

import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;

import java.time.Instant;
import java.util.List;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.Budget;
import org.tallystick.bid.SampleBid;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.SampleCall;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Region;
import org.tallystick.platform.Role;
import org.tallystick.registry.ByAndForClaim;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationKind;

/** A call of £60,000, half of it ring-fenced, with bids of three organisations; the centre is by and for. */
public final class Applicants {

    public static final String HARBOUR = "GB-CHC-9000357";
    public static final String ORCHARD = "GB-CHC-9000400";
    public static final Actor HARBOUR_LEAD = actor("hana", Role.APPLICANT_LEAD, HARBOUR);
    public static final Actor ORCHARD_LEAD = actor("otto", Role.APPLICANT_LEAD, ORCHARD);
    public static final Actor ASSESSOR = actor("asha", Role.ASSESSOR, "GB-LAE-LDS");
    public static final Actor OTHER_ASSESSOR = actor("axel", Role.ASSESSOR, "GB-LAE-LDS");
    public static final FinancialYear YEAR = Region.YEAR;

    /** Who sends commands at a moment. */
    public interface Sending extends Region.Port {
        /** Sets the moment. */
        void at(Instant moment);
    }

    private Applicants() {}

    /** Up to where the call has closed with three bids: the centre's, the harbour's and the orchard's. */
    public static void closedCall(Sending port) {
        Region.settle(port);
        Region.fund(port, 100_000_00);
        Region.organisation(port, HARBOUR, OrganisationKind.VOLUNTARY_ORGANISATION, HARBOUR_LEAD);
        Region.organisation(port, ORCHARD, OrganisationKind.INFRASTRUCTURE_BODY, ORCHARD_LEAD);
        Region.organisation(port, "GB-LAE-LDS", OrganisationKind.STATUTORY_BODY, ASSESSOR, OTHER_ASSESSOR);
        byAndFor(port);
        port.send(new GrantCallCommand.DraftCall("c", COUNCIL, SampleCall.TERMS), COMMISSIONER);
        port.send(new GrantCallCommand.ApproveCall("c", 1), GOVERNOR);
        port.at(SampleCall.OPENS);
        bid(port, "centre", CENTRE, LEAD, SampleBid.asking(CENTRE, 30_000_00));
        bid(port, "harbour", HARBOUR, HARBOUR_LEAD, SampleBid.asking(HARBOUR, 20_000_00));
        bid(port, "orchard", ORCHARD, ORCHARD_LEAD, SampleBid.asking(ORCHARD, 15_000_00));
        port.at(SampleCall.CLOSES);
    }

    /** A bid, written and sent. */
    public static void bid(Region.Port port, String bidId, String applicant, Actor lead, Budget budget) {
        bid(port, bidId, "c", applicant, lead, budget);
    }

    /** A bid for a call, written and sent. */
    public static void bid(Region.Port port, String bidId, String callId, String applicant, Actor lead, Budget budget) {
        port.send(new BidCommand.StartBid(bidId, callId, applicant), lead);
        port.send(SampleBid.eligible(bidId, 0, true), lead);
        port.send(SampleBid.project(bidId, 0, SampleBid.STARTS), lead);
        port.send(SampleBid.answer(bidId, 0, "We open the door."), lead);
        port.send(new BidCommand.SaveBudget(bidId, 0, budget), lead);
        SampleBid.sent(port, bidId, lead);
    }

    /** An award out of the fund. */
    public static Recommendation award(String bidId, long pence) {
        return new Recommendation(
                bidId,
                Outcome.AWARD,
                "award-" + bidId,
                FUND,
                Slice.UNRESTRICTED,
                List.of(new YearAmount(YEAR, pence)),
                "A good bid.");
    }

    /** No award. */
    public static Recommendation no(String bidId, Outcome outcome) {
        return new Recommendation(bidId, outcome, null, null, null, List.of(), "Others were better.");
    }

    /** £30,000 for the centre, £20,000 for the harbour, the orchard in reserve. */
    public static List<Recommendation> usual() {
        return List.of(award("centre", 30_000_00), award("harbour", 20_000_00), no("orchard", Outcome.RESERVE));
    }

    private static void byAndFor(Region.Port port) {
        port.send(
                new OrganisationCommand.ClaimByAndForStanding(
                        CENTRE, new ByAndForClaim(List.of("DEI050000"), 80, 67, 92)),
                LEAD);
        port.send(new OrganisationCommand.EvidenceByAndForStanding(CENTRE, "Minutes"), LEAD);
        port.send(new OrganisationCommand.VerifyByAndForStanding(CENTRE), ORCHARD_LEAD);
        port.send(new OrganisationCommand.VerifyByAndForStanding(CENTRE), GOVERNOR);
    }
}
