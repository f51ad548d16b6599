package org.tallystick.bid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a bid says now.
 *
 * @param eligibility answers about who may apply
 * @param project what it is for; none before it is described
 * @param answers by question, without empty ones
 * @param budget what it costs; none before it is saved
 */
public record BidContent(
        List<EligibilityAnswer> eligibility,
        @Nullable Project project,
        Map<String, String> answers,
        @Nullable Budget budget) {

    /** Of a bid that was just begun. */
    public static final BidContent NOTHING = new BidContent(List.of(), null, Map.of(), null);

    public BidContent {
        eligibility = List.copyOf(eligibility);
        answers = Map.copyOf(answers);
    }

    /** What it says with a part saved. */
    public BidContent with(BidEvent.Saved saved) {
        return switch (saved) {
            case BidEvent.EligibilityAnswered e -> new BidContent(e.answers(), project, answers, budget);
            case BidEvent.ProjectDescribed e -> new BidContent(eligibility, e.project(), answers, budget);
            case BidEvent.BidQuestionAnswered e ->
                new BidContent(eligibility, project, answered(e.question(), e.text()), budget);
            case BidEvent.BudgetSaved e -> new BidContent(eligibility, project, answers, e.budget());
        };
    }

    private Map<String, String> answered(String question, String text) {
        Map<String, String> now = new LinkedHashMap<>(answers);
        if (text.isEmpty()) {
            now.remove(question);
        } else {
            now.put(question, text);
        }
        return now;
    }
}
