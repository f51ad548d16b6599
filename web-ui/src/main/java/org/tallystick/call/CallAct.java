package org.tallystick.call;

import java.util.Arrays;
import java.util.List;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Act;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Event;
import org.tallystick.platform.Link;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What may be done to a call; the page of each is {@code /calls/{callId}/{key}}. */
enum CallAct implements Act {
    EDIT("edit", "Edit the draft", GrantCallCommand.RedraftCall.class, GrantCallEvent.CallRedrafted.class),
    APPROVE("approve", "Approve the call", GrantCallCommand.ApproveCall.class, GrantCallEvent.CallApproved.class),
    ASK(
            "ask",
            "Ask a question about this call",
            GrantCallCommand.AskQuestion.class,
            GrantCallEvent.QuestionAsked.class),
    AMEND("amend", "Change the call", GrantCallCommand.AmendCall.class, GrantCallEvent.CallAmended.class),
    WITHDRAW("withdraw", "Withdraw the call", GrantCallCommand.WithdrawCall.class, GrantCallEvent.CallWithdrawn.class),
    ANSWER("answer", "Answer", GrantCallCommand.AnswerQuestion.class, GrantCallEvent.QuestionAnswered.class);

    private final Traits traits;

    CallAct(String key, String label, Class<? extends Command> command, Class<? extends Event> event) {
        this.traits = new Traits(key, label, command, event);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public boolean isMain() {
        return this == APPROVE || this == ASK;
    }

    /** All that this person may do to the call as a whole now. */
    static List<Link> offered(CallView call, Actor actor) {
        return Act.links(
                Arrays.stream(values())
                        .filter(act -> act != ANSWER && act.fits(call, actor))
                        .toList(),
                "/calls/" + call.summary().callId());
    }

    /** Whether this person may do it now. */
    boolean fits(CallView call, Actor actor) {
        return isFor(actor)
                && (this == ASK || actor.actsFor(call.summary().holder()))
                && (this != APPROVE || !call.drafters().contains(actor.personId()))
                && fits(GrantCallState.LIFECYCLE, call.summary().state());
    }

    /** The act of that address, refused where the person may not do it or the call is not in a state for it. */
    static CallAct required(String key, CallView call, Actor actor) {
        CallAct act = Act.of(values(), key, "a call", actor);
        if (act != ASK && !actor.actsFor(call.summary().holder())) {
            throw Act.notYours(call.summary().holderName());
        }
        if (!act.fits(GrantCallState.LIFECYCLE, call.summary().state())) {
            throw Act.doesNotFit("the call", CallWords.state(call.summary().state()));
        }
        if (!act.fits(call, actor)) {
            throw Rejection.of(Refusal.SAME_PERSON, "Who wrote a call cannot approve it.");
        }
        return act;
    }
}
