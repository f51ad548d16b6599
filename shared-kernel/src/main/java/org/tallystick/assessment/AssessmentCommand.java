package org.tallystick.assessment;

import java.util.List;
import org.tallystick.platform.Command;
import org.tallystick.platform.Reasoned;
import org.tallystick.platform.Require;

/** What can be asked of the assessment of one bid by one person. */
public sealed interface AssessmentCommand extends Command {

    /** The assessment's id. */
    String assessmentId();

    @Override
    default String target() {
        return assessmentId();
    }

    /** Invites somebody who is an assessor for an organisation to assess a bid of a call that has closed. */
    record InviteAssessor(
            String assessmentId, String callId, String bidId, String assessorId, String assessorOrganisationId)
            implements AssessmentCommand {
        public InviteAssessor {
            Require.id(assessmentId, "assessmentId");
            Require.id(callId, "callId");
            Require.id(bidId, "bidId");
            Require.id(assessorId, "assessorId");
            Require.id(assessorOrganisationId, "assessorOrganisationId");
        }
    }

    /** Declares to have no interest in it, in the words of {@link NoInterest#STATEMENT}; then the bid may be read. */
    record AcceptAssessment(String assessmentId, String statement) implements AssessmentCommand {
        public AcceptAssessment {
            Require.id(assessmentId, "assessmentId");
            statement = Require.text(statement, "statement", 2000);
        }
    }

    /** Does not take it on. */
    record DeclineAssessment(String assessmentId, RecusalReason recusalReason) implements AssessmentCommand, Reasoned {
        public DeclineAssessment {
            Require.id(assessmentId, "assessmentId");
            Require.given(recusalReason, "recusalReason");
        }

        @Override
        public String reason() {
            return recusalReason.words();
        }
    }

    /** Steps back because of an interest found later; whatever was scored does not count. */
    record RecuseAssessment(String assessmentId, RecusalReason recusalReason) implements AssessmentCommand, Reasoned {
        public RecuseAssessment {
            Require.id(assessmentId, "assessmentId");
            Require.given(recusalReason, "recusalReason");
        }

        @Override
        public String reason() {
            return recusalReason.words();
        }
    }

    /** Keeps scores, those that are there; refused where another version was saved since it was read, 0 at first. */
    record SaveScores(String assessmentId, int readVersion, List<Score> scores) implements AssessmentCommand {
        public SaveScores {
            Require.id(assessmentId, "assessmentId");
            Require.between(readVersion, 0, Integer.MAX_VALUE - 1, "readVersion");
            scores = Require.list(scores, "scores", 1, 15);
            if (scores.stream().map(Score::criterion).distinct().count() < scores.size()) {
                throw Require.invalid("scores", "must have each criterion once.");
            }
        }
    }

    /** Gives the scores that were saved last; there must be one for each criterion. */
    record SubmitAssessment(String assessmentId) implements AssessmentCommand {
        public SubmitAssessment {
            Require.id(assessmentId, "assessmentId");
        }
    }
}
