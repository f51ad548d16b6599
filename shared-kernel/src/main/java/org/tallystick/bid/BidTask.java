package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.FinancialYear;
import org.tallystick.registry.CostProfile;

/**
 * A part of a bid, and what it needs to be done.
 *
 * @param part which
 * @param question whose answer it is; the organisation's id where it is a partner's part; of other parts none
 * @param started whether anything of it is there
 * @param missing what is missing or wrong, a sentence each; done where there is nothing
 */
public record BidTask(BidPart part, @Nullable String question, boolean started, List<String> missing) {

    /** The cost profile of an organisation for a year in a version, where there is one. */
    @FunctionalInterface
    public interface CostProfiles extends BiFunction<FinancialYear, Integer, Optional<CostProfile>> {}

    public BidTask {
        missing = List.copyOf(missing);
    }

    /** Whether nothing is missing. */
    public boolean done() {
        return missing.isEmpty();
    }

    /** How many parts a bid for a call has, with so many partners. */
    public static int count(CallTerms terms, int partners) {
        return (terms.eligibility().isEmpty() ? 0 : 1) + 1 + terms.questions().size() + 1 + partners;
    }

    /** All that a bid needs to fit a call, in the order of the call. */
    public static List<BidTask> of(CallTerms terms, BidContent content, Parties parties) {
        List<BidTask> tasks = new ArrayList<>();
        if (!terms.eligibility().isEmpty()) {
            tasks.add(eligibility(terms, content));
        }
        tasks.add(project(terms, content));
        terms.questions().forEach(question -> tasks.add(answer(question, content)));
        tasks.add(
                new BidTask(BidPart.BUDGET, null, content.budget() != null, BudgetFaults.of(terms, content, parties)));
        content.partners().forEach(partner -> tasks.add(partner(content, partner, parties)));
        return List.copyOf(tasks);
    }

    private static BidTask partner(BidContent content, Partner partner, Parties parties) {
        List<String> missing = new ArrayList<>(BudgetFaults.of(content, partner, parties));
        if (!partner.agreed()) {
            missing.add(notAgreed(parties.name(partner.organisationId())));
        }
        return new BidTask(BidPart.PARTNER, partner.organisationId(), true, missing);
    }

    /** That a partner does not stand for its part. */
    public static String notAgreed(String name) {
        return name + " has not agreed to its part yet.";
    }

    private static BidTask eligibility(CallTerms terms, BidContent content) {
        Eligibility eligibility = Eligibility.of(terms.eligibility(), content.eligibility());
        List<String> missing = Stream.concat(
                        eligibility.unanswered().stream().map(question -> "Answer “" + question + "”"),
                        eligibility.against().stream()
                                .map(question -> "By your answer to “" + question + "” you cannot apply."))
                .toList();
        return new BidTask(BidPart.ELIGIBILITY, null, !content.eligibility().isEmpty(), missing);
    }

    private static BidTask project(CallTerms terms, BidContent content) {
        Project project = content.project();
        if (project == null) {
            return new BidTask(BidPart.PROJECT, null, false, List.of("Describe your project."));
        }
        boolean early = project.startsOn().isBefore(terms.timetable().startsFrom());
        return new BidTask(
                BidPart.PROJECT,
                null,
                true,
                early
                        ? List.of("Your project starts before the call allows: choose a day from "
                                + terms.timetable().startsFrom() + ".")
                        : List.of());
    }

    private static BidTask answer(CallTerms.Question question, BidContent content) {
        String text = content.answers().get(question.text());
        if (text == null) {
            return new BidTask(BidPart.QUESTION, question.text(), false, List.of("Answer “" + question.text() + "”"));
        }
        int words = WordCount.of(text);
        return new BidTask(
                BidPart.QUESTION,
                question.text(),
                true,
                words > question.mostWords()
                        ? List.of("Your answer to “" + question.text() + "” has " + words
                                + " words, and the call allows " + question.mostWords() + ".")
                        : List.of());
    }
}
