package org.tallystick.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Ranking.Place;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;

/**
 * Questions about assessments and decisions. Assessors see their own, and those of others about the same bid once they
 * have submitted theirs; the body that holds the call sees all, and scores once they are submitted; auditors see all.
 */
public sealed interface AssessmentQuery {

    /** Assessments that the asker may see, those that wait first. */
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

    /** What is recommended for the bids of a call, and whether it is decided; for the body that holds it. */
    record DecisionOf(String callId) implements AssessmentQuery, Query<DecisionView> {}

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
     * A bid with what is recommended for it.
     *
     * @param askedPence what it asks for over all years
     * @param leftPence of what it asks for that would not be given
     * @param gapPence of the full cost that nobody would pay for
     */
    record RecommendedBid(
            String bidId,
            String applicant,
            String applicantName,
            String title,
            long askedPence,
            long leftPence,
            long gapPence,
            Recommendation recommendation) {}
}
