package org.tallystick.bid;

import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.MEMBER;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Region;

/** A bid of the centre for the sample call, complete: £12,000 for half a year. */
public final class SampleBid {

    public static final String QUESTION = "What will you do?";
    public static final String ELIGIBLE = "Do you work in Manchester?";
    public static final LocalDate STARTS = LocalDate.of(2026, 10, 5);
    public static final Budget BUDGET = asking(CENTRE, 12_000_00);

    private SampleBid() {}

    /** A budget of an organisation with one project, which asks for all that it costs. */
    public static Budget asking(String organisation, long pence) {
        return new Budget(
                organisation,
                List.of(new Budget.Year(
                        new FinancialYear(2026),
                        Uplift.NONE,
                        new DirectCosts(
                                List.of(),
                                List.of(new DirectCosts.Spending(CostKind.DELIVERY, "Drop-in", pence, false)),
                                List.of()),
                        Overheads.none(new FinancialYear(2026)),
                        Funding.asking(pence))));
    }

    /** The answer that lets apply. */
    public static BidCommand.AnswerEligibility eligible(String bidId, int readVersion, boolean yes) {
        return new BidCommand.AnswerEligibility(bidId, readVersion, List.of(new EligibilityAnswer(ELIGIBLE, yes)));
    }

    /** A short project. */
    public static BidCommand.DescribeProject project(String bidId, int readVersion, LocalDate startsOn) {
        return new BidCommand.DescribeProject(
                bidId, readVersion, "Somewhere to go", "A drop-in.", "Manchester", startsOn);
    }

    /** An answer to the question. */
    public static BidCommand.AnswerBidQuestion answer(String bidId, int readVersion, String text) {
        return new BidCommand.AnswerBidQuestion(bidId, QUESTION, readVersion, text);
    }

    /** Starts a bid of the centre and writes all of it, four parts. */
    public static void written(Region.Port port, String bidId, String callId) {
        written(port, bidId, callId, CENTRE, MEMBER, 12_000_00);
    }

    /** The same of another organisation. */
    public static void written(
            Region.Port port, String bidId, String callId, String applicant, Actor writer, long pence) {
        port.send(new BidCommand.StartBid(bidId, callId, applicant), writer);
        port.send(eligible(bidId, 0, true), writer);
        port.send(project(bidId, 0, STARTS), writer);
        port.send(answer(bidId, 0, "We open the door."), writer);
        port.send(new BidCommand.SaveBudget(bidId, 0, asking(applicant, pence)), writer);
    }

    /** Stands for a bid of four saved parts and sends it. */
    public static void sent(Region.Port port, String bidId, Actor lead) {
        port.send(certify(bidId, 4), lead);
        port.send(new BidCommand.SubmitBid(bidId), lead);
    }

    /** A bid of the centre, written and sent. */
    public static void sent(Region.Port port, String bidId, String callId) {
        written(port, bidId, callId);
        sent(port, bidId, LEAD);
    }

    /** Stands for it as it was read. */
    public static BidCommand.CertifyBid certify(String bidId, int readVersion) {
        return new BidCommand.CertifyBid(bidId, readVersion, Certification.STATEMENT);
    }
}
