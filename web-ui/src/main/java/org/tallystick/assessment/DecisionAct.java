package org.tallystick.assessment;

import java.util.Arrays;
import java.util.List;
import org.tallystick.assessment.AssessmentCommand.InviteAssessor;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.call.CallWords;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Act;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Event;
import org.tallystick.platform.Link;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What may be done about the bids of a call that has closed; the page of each is {@code /calls/{callId}/{key}}. */
enum DecisionAct implements Act {
    INVITE("invite-assessors", "Invite assessors", InviteAssessor.class, GrantCallEvent.AssessmentBegun.class),
    RECOMMEND(
            "recommend",
            "Recommend what becomes of the bids",
            GrantCallCommand.RecommendAwards.class,
            GrantCallEvent.AwardsRecommended.class),
    APPROVE(
            "approve-decision",
            "Approve the decision",
            GrantCallCommand.ApproveDecision.class,
            GrantCallEvent.DecisionApproved.class),
    INFORM(
            "inform",
            "Tell all applicants",
            GrantCallCommand.InformApplicants.class,
            GrantCallEvent.ApplicantsInformed.class),
    ARCHIVE("archive", "End the call", GrantCallCommand.ArchiveCall.class, GrantCallEvent.CallArchived.class);

    private final Traits traits;

    DecisionAct(String key, String label, Class<? extends Command> command, Class<? extends Event> event) {
        this.traits = new Traits(key, label, command, event);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    /** All that this person may do now. */
    static List<Link> offered(DecisionView decision, String holder, Actor actor) {
        return Act.links(
                Arrays.stream(values())
                        .filter(act -> act.fits(decision, holder, actor))
                        .toList(),
                "/calls/" + decision.callId());
    }

    /** The act of that address, refused where the person may not do it or the call is not in a state for it. */
    static DecisionAct required(String key, DecisionView decision, String holder, Actor actor) {
        DecisionAct act = Act.of(values(), key, "a call", actor);
        if (act == APPROVE && actor.personId().equals(decision.recommendedBy())) {
            throw Rejection.of(Refusal.SAME_PERSON, "Who recommended awards cannot approve them.");
        }
        if (!act.fits(decision, holder, actor)) {
            throw Act.doesNotFit("the call", CallWords.state(decision.state()));
        }
        return act;
    }

    private boolean fits(DecisionView decision, String holder, Actor actor) {
        return isFor(actor) && actor.actsFor(holder) && inState(decision.state()) && isReady(decision, actor);
    }

    /** The first assessor or recommendation begins the assessment, whichever comes first. */
    private boolean inState(GrantCallState state) {
        return switch (this) {
            case INVITE, RECOMMEND -> state == GrantCallState.CLOSED || state == GrantCallState.ASSESSING;
            case APPROVE, INFORM, ARCHIVE -> fits(GrantCallState.LIFECYCLE, state);
        };
    }

    private boolean isReady(DecisionView decision, Actor actor) {
        return this != APPROVE || (decision.version() > 0 && !actor.personId().equals(decision.recommendedBy()));
    }
}
