package org.tallystick.assessment;

import java.util.Arrays;
import java.util.List;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Access;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Link;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What may be done about the bids of a call that has closed; the page of each is {@code /calls/{callId}/{key}}. */
enum DecisionAct {
    INVITE("invite-assessors", "Invite assessors", AssessmentCommand.InviteAssessor.class),
    RECOMMEND("recommend", "Recommend what becomes of the bids", GrantCallCommand.RecommendAwards.class),
    APPROVE("approve-decision", "Approve the decision", GrantCallCommand.ApproveDecision.class),
    INFORM("inform", "Tell all applicants", GrantCallCommand.InformApplicants.class),
    ARCHIVE("archive", "End the call", GrantCallCommand.ArchiveCall.class);

    private final String key;
    private final String label;
    private final Class<? extends Command> command;

    DecisionAct(String key, String label, Class<? extends Command> command) {
        this.key = key;
        this.label = label;
        this.command = command;
    }

    /** All that this person may do now. */
    static List<Link> offered(DecisionView decision, String holder, Actor actor) {
        return Arrays.stream(values())
                .filter(act -> act.fits(decision, holder, actor))
                .map(act -> new Link(act.label, "/calls/" + decision.callId() + "/" + act.key))
                .toList();
    }

    /** Refuses whoever may not do it now. */
    void require(DecisionView decision, String holder, Actor actor) {
        Access.require(actor, command);
        if (this == APPROVE && actor.personId().equals(decision.recommendedBy())) {
            throw Rejection.of(Refusal.SAME_PERSON, "Who recommended awards cannot approve them.");
        }
        if (!fits(decision, holder, actor)) {
            throw Rejection.of(Refusal.WRONG_STATE, "This does not fit the call as it is now.");
        }
    }

    private boolean fits(DecisionView decision, String holder, Actor actor) {
        return Access.rolesOf(command).contains(actor.role()) && actor.actsFor(holder) && inState(decision, actor);
    }

    private boolean inState(DecisionView decision, Actor actor) {
        GrantCallState state = decision.state();
        boolean judged = state == GrantCallState.CLOSED || state == GrantCallState.ASSESSING;
        return switch (this) {
            case INVITE, RECOMMEND -> judged;
            case APPROVE ->
                state == GrantCallState.ASSESSING
                        && decision.version() > 0
                        && !actor.personId().equals(decision.recommendedBy());
            case INFORM -> state == GrantCallState.DECIDED;
            case ARCHIVE -> state == GrantCallState.INFORMED;
        };
    }
}
