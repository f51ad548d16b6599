package org.tallystick.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to write a bid for a call, by its questions, word limits and the years of the budget (F6): a rule
 * of thumb, the same for every call, that is said on its page before anybody begins. What is in proportion to the
 * money, {@link EffortBudget} says.
 *
 * @param parts what it consists of
 */
public record Effort(List<Part> parts) {

    /** To read the call, see whether one may apply, and describe the project. */
    static final int READING_MINUTES = 60;

    /** To answer a question about who may apply. */
    static final int ELIGIBILITY_MINUTES = 5;

    /** To begin an answer, whatever its length. */
    static final int QUESTION_MINUTES = 15;

    /** What somebody writes in an hour who has thought about it. */
    static final int WORDS_AN_HOUR = 150;

    /** The full cost of the first year, from the cost profile; the years after it are quicker. */
    static final int FIRST_YEAR_MINUTES = 60;

    static final int FURTHER_YEAR_MINUTES = 30;

    /** To read it through with somebody else, sign it off and send it. */
    static final int SENDING_MINUTES = 30;

    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int MONTHS_OF_A_YEAR = 12;

    /** What has to be done, and how long it takes. */
    public record Part(String what, int minutes) {}

    public Effort {
        parts = List.copyOf(parts);
    }

    /** Of a bid for this call. */
    public static Effort of(CallTerms terms) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                "Reading the call, seeing whether you may apply, and saying what you will do",
                READING_MINUTES + ELIGIBILITY_MINUTES * terms.eligibility().size()));
        int words = terms.questions().stream()
                .mapToInt(CallTerms.Question::mostWords)
                .sum();
        int answers = terms.questions().size();
        parts.add(new Part(
                (answers == 1 ? "1 answer of up to " : answers + " answers of up to ")
                        + String.format(Locale.UK, "%,d", words) + " words" + (answers == 1 ? "" : " together"),
                QUESTION_MINUTES * answers + roundedUp(words * MINUTES_OF_AN_HOUR, WORDS_AN_HOUR)));
        int years = roundedUp(terms.months(), MONTHS_OF_A_YEAR);
        parts.add(new Part(
                years == 1 ? "A full-cost budget of 1 year" : "A full-cost budget of " + years + " years",
                FIRST_YEAR_MINUTES + FURTHER_YEAR_MINUTES * (years - 1)));
        parts.add(new Part("Reading it through, signing it off and sending it", SENDING_MINUTES));
        return new Effort(parts);
    }

    /** In hours, rounded up. */
    public int hours() {
        return roundedUp(parts.stream().mapToInt(Part::minutes).sum(), MINUTES_OF_AN_HOUR);
    }

    private static int roundedUp(int number, int unit) {
        return (number + unit - 1) / unit;
    }
}
