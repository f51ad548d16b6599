package org.tallystick.bid;

import org.tallystick.platform.Require;

/**
 * An answer to a question that decides who may apply.
 *
 * @param question in the words of the call
 * @param yes yes or no
 */
public record EligibilityAnswer(String question, boolean yes) {
    public EligibilityAnswer {
        question = Require.line(question, "question", 500);
    }
}
