package org.tallystick.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Ranking.Place;
import org.tallystick.award.AwardShare;
import org.tallystick.bid.BidState;
import org.tallystick.bid.Recovery;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;
import org.tallystick.registry.ByAndForStanding;

/**
 * Questions about assessments and decisions. Assessors see their own, and those of others about the same bid once they
 * have submitted theirs; the body that holds the call sees all, and scores once they are submitted; auditors see all.
 */
public sealed interface AssessmentQuery {

    /** Assessments that the asker may see, those that wait first; an assessor's own, or all those of one bid. */
    record Assessments(
            @Nullable String callId,
            @Nullable String bidId,
            @Nullable AssessmentState state,
            int page,
            int size) implements AssessmentQuery, Query<Paged<AssessmentSummary>> {}

    /** One assessment with its scores. */
    record OneAssessment(String assessmentId) implements AssessmentQuery, Query<AssessmentView> {}

    /** The bids of a call by their scores, the best first; for the body that holds it. */
    record RankingOf(String callId) implements AssessmentQuery, Query<List<RankedBid>> {}

    /**
     * The bids of a call side by side, page by page; for the body that holds it. Those that are searched for by
     * organisation, project or place, or are of one standing; typing errors are forgiven.
     */
    record BidsSideBySide(
            String callId,
            @Nullable String search,
            @Nullable ByAndForStanding standing,
            @Nullable BidOrder order,
            boolean upsideDown,
            int page,
            int size)
            implements AssessmentQuery, Query<SideBySide> {}

    /** What is recommended for the bids of a call, and whether it is decided; for the body that holds it. */
    record DecisionOf(String callId) implements AssessmentQuery, Query<DecisionView> {}

    /** What is left for bids in reserve, what is recommended for one, and who was promoted; for the same. */
    record ReserveOf(String callId) implements AssessmentQuery, Query<ReserveView> {}

    /** A line of the list of assessments. */
    record AssessmentSummary(
            String assessmentId,
            String callId,
            String callTitle,
            String bidId,
            String bidTitle,
            String applicant,
            String applicantName,
            String assessorId,
            AssessmentState state,
            Instant invitedAt) {}

    /**
     * An assessment in full.
     *
     * @param version of the scores, 0 where none were saved; what {@code SaveScores} asks for
     * @param scores as they were saved last
     * @param totalPoints weighted, of {@link Ranking#MOST}
     */
    record AssessmentView(AssessmentSummary summary, int version, List<Score> scores, long totalPoints) {}

    /** A bid with its place. */
    record RankedBid(
            String bidId, String applicant, String applicantName, String title, long askedPence, Place place) {}

    /**
     * The bids of a call.
     *
     * @param scored whether anybody has given scores that the asker may see
     * @param hidden whether the asker still has a bid of the call to assess, and therefore sees no scores
     * @param bids how many there are in all, whatever is searched for
     * @param together what all of them cost, and who pays
     * @param page those that were asked for
     */
    record SideBySide(
            String callId, boolean scored, boolean hidden, long bids, Recovery together, Paged<ComparedBid> page) {}

    /**
     * One of several bids.
     *
     * @param partners the names of those who take part beside the applicant
     * @param place where the work is to be
     * @param standing of the applicant, today or, once it is decided, on the day of the decision
     * @param recovery what it costs and who pays, over all years
     * @param asked by year, those with something asked for
     * @param rank its place by the scores; none where it has none that may be seen
     * @param invited how many were asked to assess it and did not say no
     * @param done how many of them have given scores
     */
    record ComparedBid(
            String bidId,
            String applicant,
            String applicantName,
            List<String> partners,
            String title,
            String place,
            BidState state,
            ByAndForStanding standing,
            Recovery recovery,
            List<YearAmount> asked,
            Ranking.@Nullable Place rank,
            int invited,
            int done) {}

    /**
     * What is recommended, and what was decided.
     *
     * @param version of the recommendation, 0 where there is none; what the commands ask for
     * @param recommendedBy nobody where there is none
     * @param approvedBy nobody before it is
     */
    record DecisionView(
            String callId,
            GrantCallState state,
            int version,
            @Nullable String recommendedBy,
            @Nullable String approvedBy,
            List<RecommendedBid> bids) {}

    /**
     * Promotion from the reserve of a call, once applicants are told.
     *
     * @param version of what was recommended last, 0 where nothing was; what the commands ask for
     * @param recommendedBy who recommended what waits; nobody where nothing does
     * @param waiting what was recommended and is not approved; none where nothing is
     * @param promoted those that were, in that order
     * @param left of each part of the envelope, beside the awards that did not come to nothing
     * @param othersLeftPence of all of it, what may still go to organisations without a verified by-and-for standing
     */
    record ReserveView(
            String callId,
            int version,
            @Nullable String recommendedBy,
            @Nullable RecommendedBid waiting,
            List<PromotedBid> promoted,
            List<EnvelopeLeft> left,
            long othersLeftPence) {}

    /** A bid that gets an award from the reserve, and since when. */
    record PromotedBid(RecommendedBid bid, @Nullable LocalDate approvedOn) {}

    /** Money of one fund, year and restriction: what the call has of it, and what of that is left. */
    record EnvelopeLeft(
            String fundId, FinancialYear financialYear, String restriction, long envelopePence, long leftPence) {}

    /**
     * A bid with what is recommended for it.
     *
     * @param askedPence what it asks for over all years
     * @param leftPence of what it asks for that would not be given
     * @param gapPence of the full cost that nobody would pay for
     * @param shares what each organisation would get, the applicant first; none where it makes the bid alone
     */
    record RecommendedBid(
            String bidId,
            String applicant,
            String applicantName,
            String title,
            long askedPence,
            long leftPence,
            long gapPence,
            List<AwardShare> shares,
            Recommendation recommendation) {}
}
