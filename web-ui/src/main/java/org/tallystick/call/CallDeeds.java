package org.tallystick.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.QuestionAndAnswer;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/** What is done to a call with one button; writing it is {@link CallBuilderPages}. */
record CallDeeds(CallView call, Findings findings, Words words) {

    private static final String EVERYBODY = "everybody";

    private static final Ask WHY_SO_LONG = Ask.text(
            "reason",
            "Why does a bid have to take longer than is in proportion to the money?",
            "Applicants and everybody else read these words beside the hours. If there is no good reason, have the call"
                    + " made shorter first: fewer questions, or fewer words each.");

    /**
     * Approving it.
     *
     * @param notEnough why its money is not there as things stand, as {@link CallWords#notEnoughFree} says
     */
    Deed approve(List<String> notEnough) {
        CallSummary summary = call.summary();
        Substance.Finding finding = findings.of(call);
        int hours = Effort.of(call.terms()).hours();
        int mostHours = findings.mostHours(call.terms());
        List<Row> facts = new ArrayList<>(facts(summary));
        facts.add(Row.of(
                "A bid takes",
                "About " + words.count(hours, "hour", "hours") + ". In proportion to awards of up to "
                        + MoneyText.say(summary.largestPence()) + ": " + words.count(mostHours, "hour", "hours")
                        + " at most."));
        notEnough.forEach(sentence -> facts.add(
                Row.of("Not enough is free", sentence + " Have the draft edited, or wait until more is received.")));
        facts.add(Row.of("Grant or contract", ShownCall.conclusion(finding.conclusion()) + " " + finding.rule()));
        return subject(CallAct.APPROVE, facts)
                .deed(
                        CallAct.APPROVE.label(),
                        "You say that the call is right as it stands, and that its money may be given away. Read it first, as"
                                + " applicants will.",
                        hours > mostHours ? List.of(WHY_SO_LONG) : List.of(),
                        Effect.of(
                                "Approve, set " + MoneyText.say(summary.envelopePence()) + " aside and announce it",
                                "The money is set aside at once, and everybody can read the call. It opens and closes by itself."
                                        + " From now on its money cannot be changed and applicants never get less time; it"
                                        + " can only be withdrawn, with a reason.",
                                EVERYBODY + "; your name stays in the history",
                                "The call is approved and announced. It opens on " + words.dateTime(summary.opensAt())
                                        + "."),
                        form -> {
                            String why = hours > mostHours
                                    ? form.text("reason", "Say why a bid has to take so long, or have it made shorter.")
                                    : form.optionalText("reason");
                            return form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(new GrantCallCommand.ApproveCall(id(), form.readVersion(), why));
                        })
                .or(new Link("Read the call as applicants will see it", "/calls/" + id()));
    }

    Deed withdraw() {
        boolean draft = call.summary().state() == GrantCallState.DRAFTED;
        String consequence = draft
                ? "The draft ends for good and cannot be taken up again. No money was set aside for it."
                : "The call ends for good: nobody can apply any more, and it cannot be opened again. "
                        + MoneyText.say(call.summary().envelopePence())
                        + " that was set aside for it is free again, except what awards have used.";
        return subject(CallAct.WITHDRAW, facts(call.summary()))
                .deed(
                        draft ? "Withdraw the draft" : CallAct.WITHDRAW.label(),
                        "",
                        List.of(Ask.reason(
                                draft
                                        ? "For example: the need is met by another call."
                                        : "Applicants read these words. Say what they can do instead, if anything.")),
                        Effect.warning(
                                draft ? "Withdraw the draft for good" : "Withdraw the call for good",
                                consequence,
                                draft ? "people of your organisation, and auditors" : EVERYBODY,
                                draft ? "The draft is withdrawn." : "The call is withdrawn. Everybody can read why."),
                        form -> {
                            String why = form.text("reason", "Say why. Applicants are told.");
                            return form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(new GrantCallCommand.WithdrawCall(id(), why));
                        });
    }

    Deed ask() {
        return subject(CallAct.ASK, List.of())
                .deed(
                        CallAct.ASK.label(),
                        call.summary().holderName()
                                + " answers here, for everybody to read, so that all applicants know" + " the same.",
                        List.of(Ask.text(
                                "text",
                                "What would you like to know?",
                                "Leave out names and what would tell others about your bid.")),
                        Effect.of(
                                "Ask " + call.summary().holderName(),
                                "A question cannot be deleted or changed; you can ask another one.",
                                EVERYBODY + ". Nobody is told who asked",
                                "Your question is sent. The answer will stand on this page."),
                        form -> {
                            String text = form.text("text", "Write your question.");
                            return form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(new GrantCallCommand.AskQuestion(
                                            id(), Deeds.idFrom(form, "question-"), text));
                        });
    }

    Deed answer(QuestionAndAnswer question) {
        boolean again = question.answer() != null;
        return subject(
                        CallAct.ANSWER,
                        List.of(
                                Row.of("Question", question.text()),
                                Row.of("Asked on", words.dateTime(question.askedAt()))))
                .deed(
                        again ? "Put the answer right" : "Answer a question",
                        "If the answer changes what the call says, change the call too.",
                        List.of(Ask.text("answer", "Your answer", "Say it so that it helps everybody who may apply.")),
                        Effect.of(
                                again ? "Publish the new answer" : "Publish the answer",
                                again
                                        ? "It stands in place of the old one, which stays in the history."
                                        : "It can be put right later, but not taken away.",
                                EVERYBODY,
                                "The answer is published."),
                        form -> {
                            String answer = form.text("answer", "Write the answer.");
                            return form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new GrantCallCommand.AnswerQuestion(id(), question.questionId(), answer));
                        });
    }

    private List<Row> facts(CallSummary summary) {
        return List.of(
                Row.of("Place", summary.place()),
                Row.of("In all", MoneyText.say(summary.envelopePence())),
                Row.of("Awards of", CallWords.awards(summary)),
                Row.of("For", CallWords.months(summary.months(), words)),
                Row.of("Opens", words.dateTime(summary.opensAt())),
                Row.of("Closes", words.dateTime(summary.closesAt())));
    }

    private Deed.Subject subject(CallAct act, List<Row> facts) {
        return new Deed.Subject(
                "Call: " + call.summary().title(),
                facts,
                List.of(
                        new Link("Home", "/"),
                        new Link("Calls", "/calls"),
                        new Link(call.summary().title(), "/calls/" + id()),
                        new Link(act.label(), "")),
                "/calls/" + id());
    }

    private String id() {
        return call.summary().callId();
    }
}
