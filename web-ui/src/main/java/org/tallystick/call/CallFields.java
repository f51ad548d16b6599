package org.tallystick.call;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tallystick.platform.Form;
import org.tallystick.platform.Rejection;

/** What the fields of a call are called on the form, so that a refusal stands beside the field it means. */
final class CallFields {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("title", "Title"),
            Map.entry("purpose", "What it is for"),
            Map.entry("need", "Why it is needed"),
            Map.entry("place", "Where"),
            Map.entry("whoFor", "Who it is for"),
            Map.entry("envelope", "The money"),
            Map.entry("fund", "Fund of line"),
            Map.entry("restriction", "Restriction of line"),
            Map.entry("amount", "Amount of line"),
            Map.entry("ringFencePence", "Only for by-and-for organisations"),
            Map.entry("smallestPence", "Smallest award"),
            Map.entry("largestPence", "Largest award"),
            Map.entry("months", "How many months"),
            Map.entry("shortReason", "Why less than 24 months"),
            Map.entry("percent", "How many per cent"),
            Map.entry("capReason", "Why there is a cap"),
            Map.entry("specifiedService", "Grant or contract"),
            Map.entry("eligibility", "Condition"),
            Map.entry("question", "Question"),
            Map.entry("mostWords", "Most words of question"),
            Map.entry("criterion", "Criterion"),
            Map.entry("weight", "Weight of criterion"),
            Map.entry("weak", "Weak answer to criterion"),
            Map.entry("strong", "Strong answer to criterion"),
            Map.entry("criteria", "How bids are judged"),
            Map.entry("questions", "What applicants are asked"),
            Map.entry("opensAt", "Opens"),
            Map.entry("closesAt", "Closes"),
            Map.entry("decidedBy", "Decided by"),
            Map.entry("informedBy", "Applicants hear by"),
            Map.entry("startsFrom", "Awards begin from"),
            Map.entry("feedback", "Feedback"),
            Map.entry("reason", "Why it changes"));

    private CallFields() {}

    /** Makes a part of the terms; where it is refused, notes that beside the field that {@code fieldOf} leads to. */
    static <T> Optional<T> made(Form form, Supplier<T> part, UnaryOperator<String> fieldOf) {
        try {
            return Optional.of(part.get());
        } catch (Rejection rejection) {
            refuse(form, rejection, fieldOf);
            return Optional.empty();
        }
    }

    /** Notes the refusal of a command about a call. */
    static void refuse(Form form, Rejection rejection) {
        refuse(form, rejection, UnaryOperator.identity());
    }

    private static void refuse(Form form, Rejection rejection, UnaryOperator<String> fieldOf) {
        String path = rejection.field().orElse("");
        String component = path.substring(path.lastIndexOf('.') + 1);
        String field = component.equals("substance") ? "specifiedService" : fieldOf.apply(component);
        String label = label(field);
        if (label.isEmpty()) {
            form.refuse(Rejection.of(rejection.refusal(), rejection.sentence()));
            return;
        }
        String sentence = rejection.sentence();
        form.refuse(
                field,
                sentence.startsWith(component + " ")
                        ? "“" + label + "” " + sentence.substring(component.length() + 1)
                        : sentence);
    }

    /** "Question 3" of question-3; empty for what is no field of the form. */
    private static String label(String field) {
        int row = field.lastIndexOf('-');
        String label = LABELS.getOrDefault(row < 0 ? field : field.substring(0, row), "");
        return row < 0 || label.isEmpty() ? label : label + " " + field.substring(row + 1);
    }
}
