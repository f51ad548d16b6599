package org.tallystick.bid;

import java.util.List;
import org.tallystick.call.CallTerms.EligibilityQuestion;

/**
 * Whether an organisation may apply, from its answers.
 *
 * @param unanswered questions without an answer
 * @param against questions whose answer means that it may not apply
 */
public record Eligibility(List<String> unanswered, List<String> against) {

    public Eligibility {
        unanswered = List.copyOf(unanswered);
        against = List.copyOf(against);
    }

    /** What the answers lead to; of a question answered twice the first answer counts. */
    public static Eligibility of(List<EligibilityQuestion> questions, List<EligibilityAnswer> answers) {
        return new Eligibility(
                questions.stream()
                        .map(EligibilityQuestion::text)
                        .filter(text -> answers.stream()
                                .noneMatch(answer -> answer.question().equals(text)))
                        .toList(),
                questions.stream()
                        .filter(question -> isAgainst(question, answers))
                        .map(EligibilityQuestion::text)
                        .toList());
    }

    /** Whether all is answered as it has to be. */
    public boolean mayApply() {
        return unanswered.isEmpty() && against.isEmpty();
    }

    private static boolean isAgainst(EligibilityQuestion question, List<EligibilityAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.question().equals(question.text()))
                .findFirst()
                .filter(answer -> answer.yes() != question.needed())
                .isPresent();
    }
}
