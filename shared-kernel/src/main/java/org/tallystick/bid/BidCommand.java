package org.tallystick.bid;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.platform.Command;
import org.tallystick.platform.Reasoned;
import org.tallystick.platform.Require;

/**
 * What can be asked of a bid. Each part of it has a version of its own, 0 before it is first saved: who saves says
 * which version they read, and is refused where somebody else saved it since. Two people who save different parts at
 * the same moment are both served.
 */
public sealed interface BidCommand extends Command {

    /** The longest answer, in characters: about 20 pages. */
    int LONGEST_ANSWER = 70_000;

    /** More than half a year of one person's work: nobody writes for longer. */
    int MOST_HOURS = 1000;

    /** The longest text about what a partner will do, in characters. */
    int LONGEST_WORK = 2_000;

    /** The bid's id. */
    String bidId();

    @Override
    default String target() {
        return bidId();
    }

    /** Begins the one bid that an organisation may make for an open call. */
    record StartBid(String bidId, String callId, String applicant) implements BidCommand {
        public StartBid {
            Require.id(bidId, "bidId");
            Require.id(callId, "callId");
            Require.id(applicant, "applicant");
        }
    }

    /** Answers the questions that decide who may apply. */
    record AnswerEligibility(String bidId, int readVersion, List<EligibilityAnswer> answers) implements BidCommand {
        public AnswerEligibility {
            Require.id(bidId, "bidId");
            requireVersion(readVersion);
            answers = Require.list(answers, "answers", 1, 20);
        }
    }

    /** Says in short what the money is for. */
    record DescribeProject(
            String bidId, int readVersion, String title, String summary, String place, LocalDate startsOn)
            implements BidCommand {
        public DescribeProject {
            Require.id(bidId, "bidId");
            requireVersion(readVersion);
            title = Require.line(title, "title", 200);
            summary = Require.text(summary, "summary", 4000);
            place = Require.line(place, "place", 200);
            Require.date(startsOn, "startsOn");
        }

        /** As it is kept. */
        public Project project() {
            return new Project(title, summary, place, startsOn);
        }
    }

    /**
     * Answers a question of the call, named by its words. What is longer than the call allows is kept too, and counts
     * as done only when it is shorter; a blank text takes the answer away.
     */
    record AnswerBidQuestion(String bidId, String question, int readVersion, String text) implements BidCommand {
        public AnswerBidQuestion {
            Require.id(bidId, "bidId");
            question = Require.line(question, "question", 500);
            requireVersion(readVersion);
            text = Require.optionalText(text, "text", LONGEST_ANSWER);
        }
    }

    /**
     * Says what the part of one organisation really costs and who pays; it need not add up yet. The lead and each
     * partner write their own and nobody else's.
     */
    record SaveBudget(String bidId, int readVersion, Budget budget) implements BidCommand {
        public SaveBudget {
            Require.id(bidId, "bidId");
            requireVersion(readVersion);
            Require.given(budget, "budget");
        }
    }

    /** Asks a registered organisation to take part. The lead says what it is to do, and how much of the bid it sees. */
    record InvitePartner(String bidId, String partner, String work, PartnerSight sight) implements BidCommand {
        public InvitePartner {
            Require.id(bidId, "bidId");
            Require.id(partner, "partner");
            work = Require.text(work, "work", LONGEST_WORK);
            Require.given(sight, "sight");
        }
    }

    /** Changes what a partner is to do, to which it has to agree again then, or how much of the bid it sees. */
    record ChangePartner(String bidId, String partner, int readVersion, String work, PartnerSight sight)
            implements BidCommand {
        public ChangePartner {
            Require.id(bidId, "bidId");
            Require.id(partner, "partner");
            requireVersion(readVersion);
            work = Require.text(work, "work", LONGEST_WORK);
            Require.given(sight, "sight");
        }
    }

    /** Goes on without a partner: its part and its budget are no longer in the bid, and it sees nothing of it. */
    record RemovePartner(String bidId, String partner, String reason) implements BidCommand, Reasoned {
        public RemovePartner {
            Require.id(bidId, "bidId");
            Require.id(partner, "partner");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /**
     * Stands for the part of a partner in the name of its organisation, as it was read.
     *
     * @param readVersion of its part
     * @param readBudgetVersion of its own budget
     * @param statement the words of {@link Certification#OF_PARTNER}, as they were read
     */
    record AgreeAsPartner(String bidId, String partner, int readVersion, int readBudgetVersion, String statement)
            implements BidCommand {
        public AgreeAsPartner {
            Require.id(bidId, "bidId");
            Require.id(partner, "partner");
            requireVersion(readVersion);
            Require.between(readBudgetVersion, 0, Integer.MAX_VALUE - 1, "readBudgetVersion");
            statement = Require.text(statement, "statement", 2000);
        }
    }

    /** Takes a partner out of a bid by its own wish, or says no to being one. */
    record LeaveBid(String bidId, String partner, String reason) implements BidCommand, Reasoned {
        public LeaveBid {
            Require.id(bidId, "bidId");
            Require.id(partner, "partner");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /**
     * Stands for the bid in the name of the organisation, which makes it ready to be sent. Refused with everything that
     * is missing, and where anybody saved anything since it was read.
     *
     * @param readVersion of the bid as a whole
     * @param statement the words of {@link Certification#STATEMENT}, as they were read
     */
    record CertifyBid(String bidId, int readVersion, String statement) implements BidCommand {
        public CertifyBid {
            Require.id(bidId, "bidId");
            Require.between(readVersion, 1, Integer.MAX_VALUE - 1, "readVersion");
            statement = Require.text(statement, "statement", 2000);
        }
    }

    /** Sends it to the funder; a millisecond after the call has closed is too late. */
    record SubmitBid(String bidId) implements BidCommand {
        public SubmitBid {
            Require.id(bidId, "bidId");
        }
    }

    /** Takes a bid that was sent or withdrawn up again, before the call closes; it counts only if it is sent again. */
    record ReopenBid(String bidId) implements BidCommand {
        public ReopenBid {
            Require.id(bidId, "bidId");
        }
    }

    /** Takes it back, at any time before it is decided about. */
    record WithdrawBid(String bidId, String reason) implements BidCommand, Reasoned {
        public WithdrawBid {
            Require.id(bidId, "bidId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /**
     * Says how long it really took, all people together; nobody need. Whoever assesses or decides never sees it, and
     * the call's figures show it only together with others. It may be put right until all applicants are told.
     *
     * @param hours 1 to {@link #MOST_HOURS}
     */
    record ReportHours(String bidId, int hours) implements BidCommand {
        public ReportHours {
            Require.id(bidId, "bidId");
            Require.between(hours, 1, MOST_HOURS, "hours");
        }
    }

    /** Ends a bid that was not sent before its call closed; sent by the clock. What was written is kept. */
    record LapseBid(String bidId) implements BidCommand {
        public LapseBid {
            Require.id(bidId, "bidId");
        }
    }

    private static void requireVersion(int readVersion) {
        Require.between(readVersion, 0, Integer.MAX_VALUE - 1, "readVersion");
    }
}
