package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallystick.assessment.AssessmentQuery.AssessmentSummary;
import org.tallystick.assessment.AssessmentQuery.AssessmentView;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.Option;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/** What an assessor does with one button. */
record AssessmentDeeds(AssessmentView view, CallView call, Words words) {

    private static final String INSIDE = "people of %s, and auditors; your name stays in the history";

    Deed accept() {
        return subject("Read it or not", facts())
                .deed(
                        "Will you read this bid?",
                        "You can open it once you have declared that you have no interest in it.",
                        List.of(Ask.checkboxes(
                                "statement",
                                "Your declaration",
                                "If you cannot say this, do not take the bid on.",
                                List.of(Option.of("yes", NoInterest.STATEMENT)))),
                        Effect.of(
                                "Declare this and open the bid",
                                "Your declaration is kept with the assessment in these words. You can still step back"
                                        + " later; nobody else sees your scores before you give them.",
                                INSIDE.formatted(holder()),
                                "You can read the bid now, and score it."),
                        form -> {
                            if (!form.chose("statement", "yes")) {
                                form.refuse("statement", "Tick the declaration, or do not take the bid on.");
                                return Optional.empty();
                            }
                            return Optional.of(new AssessmentCommand.AcceptAssessment(id(), NoInterest.STATEMENT));
                        })
                .or(new Link("I cannot or will not read it", home() + "/decline"));
    }

    Deed decline() {
        return subject("Do not take it on", facts())
                .deed(
                        "Do not take this bid on",
                        "",
                        List.of(why()),
                        Effect.of(
                                "Do not take it on",
                                "You are not asked again about this bid. " + holder() + " asks somebody else.",
                                INSIDE.formatted(holder()),
                                "You did not take the bid on. There is nothing more to do."),
                        form -> reason(form).map(why -> new AssessmentCommand.DeclineAssessment(id(), why)));
    }

    Deed stepBack() {
        return subject("Step back", facts())
                .deed(
                        "Step back from this bid",
                        "Do this when you learn that you, or somebody close to you, gain or lose by what becomes of it.",
                        List.of(why()),
                        Effect.warning(
                                "Step back for good",
                                "Whatever you scored does not count, and you cannot open the bid any more.",
                                INSIDE.formatted(holder()),
                                "You stepped back. Thank you for saying so."),
                        form -> reason(form).map(why -> new AssessmentCommand.RecuseAssessment(id(), why)));
    }

    Deed give() {
        List<Row> facts = new ArrayList<>();
        for (ScoreForm.Line line : ScoreForm.lines(call.terms().criteria(), view.scores())) {
            facts.add(new Row(
                    line.criterion().name() + ", " + line.criterion().weightPercent() + "%",
                    line.points() + (line.reason().isEmpty() ? "" : ": " + line.reason()),
                    home() + "#points-" + line.number(),
                    "Change"));
        }
        facts.add(Row.of("Together, by their weights", AssessmentWords.total(view.totalPoints())));
        return subject("Give the scores", facts)
                .deed(
                        "Check your scores and give them",
                        "",
                        List.of(),
                        Effect.of(
                                "Give the scores to " + holder(),
                                "Scores that are given cannot be changed. You can then read those of the others.",
                                holder()
                                        + ", auditors, and other assessors of this bid once they have given theirs. The"
                                        + " applicant gets the reasons as feedback, without your name",
                                "Your scores are given. Thank you."),
                        form -> Optional.of(new AssessmentCommand.SubmitAssessment(id())));
    }

    private static Ask why() {
        return Ask.radios(
                "recusalReason",
                "Why?",
                "One of these is enough: nobody needs to know more, and it is kept for ever.",
                Stream.of(RecusalReason.values())
                        .map(reason -> Option.of(reason.name(), reason.words()))
                        .toList());
    }

    private static Optional<RecusalReason> reason(Form form) {
        return form.choice("recusalReason", List.of(RecusalReason.values()), RecusalReason::name, "Choose why.");
    }

    private List<Row> facts() {
        AssessmentSummary summary = view.summary();
        return List.of(
                new Row("Call", summary.callTitle(), "/calls/" + summary.callId(), "Read"),
                Row.of("Applicant", summary.applicantName()),
                Row.of("Bid", AssessmentWords.title(summary)),
                Row.of("It is decided by", words.date(call.terms().timetable().decidedBy())));
    }

    private Deed.Subject subject(String title, List<Row> facts) {
        return new Deed.Subject(
                "Bid of " + view.summary().applicantName(),
                facts,
                List.of(
                        new Link("Home", "/"),
                        new Link("Bids to read", "/assessments"),
                        new Link(AssessmentWords.title(view.summary()), home()),
                        new Link(title, "")),
                home());
    }

    private String holder() {
        return call.summary().holderName();
    }

    private String id() {
        return view.summary().assessmentId();
    }

    private String home() {
        return "/assessments/" + id();
    }
}
