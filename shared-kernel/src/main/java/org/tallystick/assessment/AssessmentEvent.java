package org.tallystick.assessment;

import java.util.List;
import java.util.Set;
import org.tallystick.platform.ClaimsUnique;
import org.tallystick.platform.Event;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What happened to the assessment of one bid by one person, who is named by a pseudonymous id. */
public sealed interface AssessmentEvent extends Event {

    /** The assessment's id. */
    String assessmentId();

    /** Somebody was invited, once for this bid. */
    record AssessorInvited(
            String assessmentId, String callId, String bidId, String assessorId, String assessorOrganisationId)
            implements AssessmentEvent, ClaimsUnique {
        @Override
        public Set<String> uniqueKeys() {
            return Set.of("assessment:" + callId + ":" + bidId + ":" + assessorId);
        }

        @Override
        public Rejection taken(String key) {
            return Rejection.of(Refusal.ALREADY_EXISTS, "assessorId", "This person was invited for this bid already.");
        }
    }

    /** They declared to have no interest in it. */
    record AssessmentAccepted(String assessmentId, String statement) implements AssessmentEvent {}

    /** They did not take it on. */
    record AssessmentDeclined(String assessmentId) implements AssessmentEvent {}

    /** They stepped back; whatever they scored does not count. */
    record AssessmentRecused(String assessmentId) implements AssessmentEvent {}

    /** They kept scores. */
    record ScoresSaved(String assessmentId, int version, List<Score> scores) implements AssessmentEvent {}

    /** They gave the scores that were saved last. */
    record AssessmentSubmitted(String assessmentId) implements AssessmentEvent {}
}
