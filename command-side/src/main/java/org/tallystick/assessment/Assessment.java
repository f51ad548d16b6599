package org.tallystick.assessment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.CallTerms;
import org.tallystick.call.CallTerms.Criterion;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

/** One person's assessment of one bid. */
public class Assessment {

    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String assessmentId;

    private String callId = "";
    private String bidId = "";
    private String assessorId = "";
    private @Nullable AssessmentState state;
    private int version;
    private List<Score> scores = List.of();

    /** For replay. */
    protected Assessment() {}

    /** Somebody is invited. */
    public Assessment(AssessmentCommand.InviteAssessor command) {
        apply(new AssessmentEvent.AssessorInvited(
                command.assessmentId(),
                command.callId(),
                command.bidId(),
                command.assessorId(),
                command.assessorOrganisationId()));
    }

    /** The assessor has no interest in the bid. */
    public void accept(AssessmentCommand.AcceptAssessment command) {
        require(AssessmentEvent.AssessmentAccepted.class, "accepted");
        if (!command.statement().equals(NoInterest.STATEMENT)) {
            throw Require.invalid("statement", "must be what you declare: “" + NoInterest.STATEMENT + "”");
        }
        apply(new AssessmentEvent.AssessmentAccepted(assessmentId, command.statement()));
    }

    /** The assessor does not take it on. */
    public void decline() {
        require(AssessmentEvent.AssessmentDeclined.class, "declined");
        apply(new AssessmentEvent.AssessmentDeclined(assessmentId));
    }

    /** The assessor steps back. */
    public void recuse() {
        require(AssessmentEvent.AssessmentRecused.class, "given up");
        apply(new AssessmentEvent.AssessmentRecused(assessmentId));
    }

    /** The assessor keeps scores. */
    public void save(AssessmentCommand.SaveScores command, CallTerms terms) {
        require(AssessmentEvent.ScoresSaved.class, "scored");
        CommandContext.requireRead(command.readVersion(), version, "your scores");
        List<String> criteria = terms.criteria().stream().map(Criterion::name).toList();
        for (Score score : command.scores()) {
            if (!criteria.contains(score.criterion())) {
                throw Require.invalid("criterion", "must be one of the call; " + score.criterion() + " is none.");
            }
        }
        apply(new AssessmentEvent.ScoresSaved(assessmentId, version + 1, command.scores()));
    }

    /** The assessor gives their scores, one for each criterion. */
    public void submit(CallTerms terms) {
        require(AssessmentEvent.AssessmentSubmitted.class, "submitted");
        List<String> missing = terms.criteria().stream()
                .map(Criterion::name)
                .filter(name ->
                        scores.stream().noneMatch(score -> score.criterion().equals(name)))
                .map(name -> "Score “" + name + "”.")
                .toList();
        if (!missing.isEmpty()) {
            throw Rejection.of(Refusal.INCOMPLETE, String.join(" ", missing));
        }
        apply(new AssessmentEvent.AssessmentSubmitted(assessmentId));
    }

    /** Refuses all but its assessor, in the words of an assessment that does not exist. */
    public void requireMine(CommandContext context) {
        if (!isBy(context.actor().personId())) {
            throw CommandContext.notFound(assessmentId);
        }
    }

    /** Whether somebody has a part in it: who declined it or stepped back has none. */
    public boolean counts(String personId) {
        return isBy(personId) && (state == AssessmentState.ACCEPTED || state == AssessmentState.SUBMITTED);
    }

    /** The call that the bid was made for. */
    public String callId() {
        return callId;
    }

    /** The bid. */
    public String bidId() {
        return bidId;
    }

    private boolean isBy(String personId) {
        return assessorId.equals(personId);
    }

    private void require(Class<? extends AssessmentEvent> event, String deed) {
        AssessmentState.LIFECYCLE.require(state, event, deed);
    }

    @EventSourcingHandler
    void evolve(AssessmentEvent event) {
        state = AssessmentState.LIFECYCLE.after(state, event);
        switch (event) {
            case AssessmentEvent.AssessorInvited e -> {
                assessmentId = e.assessmentId();
                callId = e.callId();
                bidId = e.bidId();
                assessorId = e.assessorId();
            }
            case AssessmentEvent.ScoresSaved e -> {
                version = e.version();
                scores = e.scores();
            }
            case AssessmentEvent.AssessmentAccepted _,
                    AssessmentEvent.AssessmentDeclined _,
                    AssessmentEvent.AssessmentRecused _,
                    AssessmentEvent.AssessmentSubmitted _ -> {}
        }
    }
}
