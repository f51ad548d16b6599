package org.tallystick.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Access;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Event;
import org.tallystick.platform.Link;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What may be done to a call; the page of each is {@code /calls/{callId}/{key}}. */
enum CallAct {
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

    private final String key;
    private final String label;
    private final Class<? extends Command> command;
    private final Class<? extends Event> event;

    CallAct(String key, String label, Class<? extends Command> command, Class<? extends Event> event) {
        this.key = key;
        this.label = label;
        this.command = command;
        this.event = event;
    }

    /** What its link says. */
    String label() {
        return label;
    }

    /** All that this person may do to the call as a whole now. */
    static List<Link> offered(CallView call, Actor actor) {
        String home = "/calls/" + call.summary().callId() + "/";
        return Arrays.stream(values())
                .filter(act -> act != ANSWER && act.fits(call, actor))
                .map(act -> new Link(act.label, home + act.key))
                .toList();
    }

    /** Whether this person may do it now. */
    boolean fits(CallView call, Actor actor) {
        return Access.rolesOf(command).contains(actor.role())
                && (this == ASK || actor.actsFor(call.summary().holder()))
                && (this != APPROVE || !call.drafters().contains(actor.personId()))
                && inState(call);
    }

    /** The act of that address, refused where the person may not do it or the call is not in a state for it. */
    static CallAct required(String key, CallView call, Actor actor) {
        CallAct act = Arrays.stream(values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "There is no such page of a call."));
        Access.require(actor, act.command);
        if (act != ASK && !actor.actsFor(call.summary().holder())) {
            throw Rejection.of(
                    Refusal.NOT_ALLOWED, "Only people of " + call.summary().holderName() + " may do this.");
        }
        if (!act.inState(call)) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "This does not fit the call as it is now. Its state is: "
                            + CallWords.state(call.summary().state()).text().toLowerCase(Locale.UK) + ".");
        }
        if (!act.fits(call, actor)) {
            throw Rejection.of(Refusal.SAME_PERSON, "Who wrote a call cannot approve it.");
        }
        return act;
    }

    private boolean inState(CallView call) {
        return GrantCallState.LIFECYCLE.allows(call.summary().state(), event);
    }
}
