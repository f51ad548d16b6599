package org.tallystick.assessment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.AssessmentCommand.InviteAssessor;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.ReserveView;
import org.tallystick.call.CallWords;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Act;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Event;
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
    PROMOTE(
            "promote",
            "Give somebody in reserve an award",
            GrantCallCommand.RecommendPromotion.class,
            GrantCallEvent.PromotionRecommended.class),
    APPROVE_PROMOTION(
            "approve-promotion",
            "Approve the award to somebody in reserve",
            GrantCallCommand.ApprovePromotion.class,
            GrantCallEvent.PromotionApproved.class),
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
    static List<DecisionAct> offered(DecisionView decision, @Nullable ReserveView reserve, String holder, Actor actor) {
        return Arrays.stream(values())
                .filter(act -> act.fits(decision, reserve, holder, actor))
                .toList();
    }

    /** Whether it is what the call waits for. */
    boolean bringsOn(DecisionView decision) {
        return switch (this) {
            case INVITE -> decision.state() == GrantCallState.CLOSED;
            case RECOMMEND -> decision.state() == GrantCallState.ASSESSING && decision.version() == 0;
            case APPROVE, INFORM, APPROVE_PROMOTION -> true;
            case PROMOTE, ARCHIVE -> false;
        };
    }

    /** The act of that address, refused where the person may not do it or the call is not in a state for it. */
    static DecisionAct required(
            String key, DecisionView decision, @Nullable ReserveView reserve, String holder, Actor actor) {
        DecisionAct act = Act.of(values(), key, "a call", actor);
        boolean own = act == APPROVE && actor.personId().equals(decision.recommendedBy());
        boolean ownPromotion =
                act == APPROVE_PROMOTION && reserve != null && actor.personId().equals(reserve.recommendedBy());
        if (own || ownPromotion) {
            throw Rejection.of(Refusal.SAME_PERSON, "Who recommended awards cannot approve them.");
        }
        if (!act.fits(decision, reserve, holder, actor)) {
            throw Act.doesNotFit("the call", CallWords.state(decision.state()));
        }
        return act;
    }

    private boolean fits(DecisionView decision, @Nullable ReserveView reserve, String holder, Actor actor) {
        return isFor(actor) && actor.actsFor(holder) && inState(decision.state()) && isReady(decision, reserve, actor);
    }

    /** The first assessor or recommendation begins the assessment, whichever comes first. */
    private boolean inState(GrantCallState state) {
        return switch (this) {
            case INVITE, RECOMMEND -> state == GrantCallState.CLOSED || state == GrantCallState.ASSESSING;
            case APPROVE, INFORM, PROMOTE, APPROVE_PROMOTION, ARCHIVE -> fits(GrantCallState.LIFECYCLE, state);
        };
    }

    private boolean isReady(DecisionView decision, @Nullable ReserveView reserve, Actor actor) {
        return switch (this) {
            case APPROVE -> decision.version() > 0 && !actor.personId().equals(decision.recommendedBy());
            case PROMOTE -> reserve != null && anyInReserve(decision, reserve);
            case APPROVE_PROMOTION ->
                reserve != null
                        && reserve.waiting() != null
                        && !actor.personId().equals(reserve.recommendedBy());
            case INVITE, RECOMMEND, INFORM, ARCHIVE -> true;
        };
    }

    private static boolean anyInReserve(DecisionView decision, ReserveView reserve) {
        return decision.bids().stream()
                .filter(bid -> bid.recommendation().outcome() == Recommendation.Outcome.RESERVE)
                .anyMatch(bid -> reserve.promoted().stream()
                        .noneMatch(promoted -> promoted.bid()
                                .recommendation()
                                .bidId()
                                .equals(bid.recommendation().bidId())));
    }
}
