package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallystick.call.CallTerms.Criterion;
import org.tallystick.platform.Form;

/** The form in which a bid is scored: points and a reason for each criterion, in the order of the call. */
final class ScoreForm {

    private static final String POINTS = "points-";
    private static final String REASON = "reason-";

    private ScoreForm() {}

    /**
     * A criterion beside its score.
     *
     * @param number from 1; the fields are named after it
     * @param saved as it is saved now; none where it is not
     */
    record Line(int number, Criterion criterion, Optional<Score> saved) {

        /** "4 of 5", or that it is not scored. */
        public String points() {
            return saved.map(score -> AssessmentWords.points(score.points())).orElse("Not scored");
        }

        /** Why; empty where it is not scored. */
        public String reason() {
            return saved.map(Score::reason).orElse("");
        }
    }

    /** All criteria with what is saved of them. */
    static List<Line> lines(List<Criterion> criteria, List<Score> scores) {
        List<Line> lines = new ArrayList<>();
        for (Criterion criterion : criteria) {
            lines.add(new Line(
                    lines.size() + 1,
                    criterion,
                    scores.stream()
                            .filter(score -> score.criterion().equals(criterion.name()))
                            .findFirst()));
        }
        return List.copyOf(lines);
    }

    /** Fills in what is saved. */
    static Form filled(List<Line> lines) {
        Form form = Form.empty();
        for (Line line : lines) {
            line.saved()
                    .ifPresent(score -> form.put(POINTS + line.number(), String.valueOf(score.points()))
                            .put(REASON + line.number(), score.reason()));
        }
        return form;
    }

    /** What was typed; a criterion without anything is left for later, one with half of it is noted as a problem. */
    static List<Score> read(Form form, List<Line> lines) {
        List<Score> scores = new ArrayList<>();
        for (Line line : lines) {
            String points = form.value(POINTS + line.number());
            String reason = form.optionalText(REASON + line.number());
            String name = line.criterion().name();
            if (points.isEmpty() && reason.isEmpty()) {
                continue;
            }
            if (!points.matches("[0-5]")) {
                form.refuse(POINTS + line.number(), "Choose the points for “" + name + "”.");
            } else if (reason.isEmpty()) {
                form.refuse(REASON + line.number(), "Say why you give " + points + " for “" + name + "”.");
            } else {
                scores.add(new Score(name, Integer.parseInt(points), reason));
            }
        }
        return List.copyOf(scores);
    }

    /** What was typed for a criterion, to be read where it cannot be saved. */
    record Typed(String criterion, String points, String reason) {}

    /** All that was typed, as it is. */
    static List<Typed> typed(Form form, List<Line> lines) {
        return lines.stream()
                .map(line -> {
                    String points = form.value(POINTS + line.number());
                    return new Typed(
                            line.criterion().name(),
                            points.matches("[0-5]") ? AssessmentWords.points(Integer.parseInt(points)) : "no points",
                            form.optionalText(REASON + line.number()));
                })
                .filter(typed ->
                        !typed.points().equals("no points") || !typed.reason().isEmpty())
                .toList();
    }
}
