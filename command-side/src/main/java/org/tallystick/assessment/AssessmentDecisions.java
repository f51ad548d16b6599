package org.tallystick.assessment;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.bid.Bid;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCall;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.registry.Organisation;

/** What is done with an assessment needs the call, the bid, and who belongs to whom. */
public final class AssessmentDecisions {

    private final Repository<Assessment> assessments;
    private final Repository<GrantCall> calls;
    private final Repository<Bid> bids;
    private final Repository<Organisation> organisations;

    /** Over the aggregates. */
    public AssessmentDecisions(
            Repository<Assessment> assessments,
            Repository<GrantCall> calls,
            Repository<Bid> bids,
            Repository<Organisation> organisations) {
        this.assessments = assessments;
        this.calls = calls;
        this.bids = bids;
        this.organisations = organisations;
    }

    @CommandHandler
    void handle(AssessmentCommand.InviteAssessor command, CommandContext context) throws Exception {
        calls.load(command.callId()).execute(call -> call.assess(context, "invite assessors"));
        Aggregate<Bid> bid = bids.load(command.bidId());
        if (!bid.invoke(b -> b.isSubmitted() && b.callId().equals(command.callId()))) {
            throw CommandContext.notFound(command.bidId());
        }
        String person = command.assessorId();
        boolean assessor = organisations
                .load(command.assessorOrganisationId())
                .invoke(organisation -> organisation.people().has(person, Role.ASSESSOR));
        if (!assessor) {
            throw Rejection.of(
                    Refusal.INVALID, "assessorId", "This person is no assessor for the organisation that is named.");
        }
        List<String> applicants = bid.invoke(Bid::organisations);
        if (applicants.contains(command.assessorOrganisationId()) || belongsTo(applicants, person)) {
            throw Rejection.of(
                    Refusal.NOT_ALLOWED, "assessorId", "This person belongs to the applicant, or to a partner of it.");
        }
        assessments.newInstance(() -> new Assessment(command));
    }

    @CommandHandler
    void handle(AssessmentCommand.AcceptAssessment command, CommandContext context) {
        Aggregate<Assessment> assessment = mine(command, context);
        requireAssessing(assessment);
        List<String> applicants =
                bids.load(assessment.invoke(Assessment::bidId)).invoke(Bid::organisations);
        if (belongsTo(applicants, context.actor().personId())) {
            throw Rejection.of(
                    Refusal.NOT_ALLOWED,
                    "You belong to the applicant, or to a partner of it: decline this assessment.");
        }
        assessment.execute(a -> a.accept(command));
    }

    @CommandHandler
    void handle(AssessmentCommand.DeclineAssessment command, CommandContext context) {
        mine(command, context).execute(Assessment::decline);
    }

    @CommandHandler
    void handle(AssessmentCommand.RecuseAssessment command, CommandContext context) {
        Aggregate<Assessment> assessment = mine(command, context);
        requireAssessing(assessment);
        assessment.execute(Assessment::recuse);
    }

    @CommandHandler
    void handle(AssessmentCommand.SaveScores command, CommandContext context) {
        Aggregate<Assessment> assessment = mine(command, context);
        CallTerms terms = requireAssessing(assessment);
        assessment.execute(a -> a.save(command, terms));
    }

    @CommandHandler
    void handle(AssessmentCommand.SubmitAssessment command, CommandContext context) {
        Aggregate<Assessment> assessment = mine(command, context);
        CallTerms terms = requireAssessing(assessment);
        assessment.execute(a -> a.submit(terms));
    }

    private Aggregate<Assessment> mine(AssessmentCommand command, CommandContext context) {
        Aggregate<Assessment> assessment = assessments.load(command.assessmentId());
        assessment.execute(a -> a.requireMine(context));
        return assessment;
    }

    private CallTerms requireAssessing(Aggregate<Assessment> assessment) {
        return calls.load(assessment.invoke(Assessment::callId)).invoke(GrantCall::requireAssessing);
    }

    private boolean belongsTo(List<String> organisationIds, String personId) {
        return organisationIds.stream()
                .anyMatch(id -> organisations
                        .load(id)
                        .invoke(organisation -> organisation.people().include(personId)));
    }
}
