package org.tallystick.bid;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tallystick.platform.Form;
import org.tallystick.platform.Rejection;

/** Reads the figures of a budget as people type them, and says what is wrong in the words of the form. */
record BudgetFields(Form form) {

    /** What the components of a budget are called on the form. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("role", "The role"),
            Map.entry("description", "What it is"),
            Map.entry("hundredths", "How much of full time"),
            Map.entry("fullTimeHundredths", "Full-time hours a week"),
            Map.entry("salaryPence", "The full-time salary"),
            Map.entry("onCostsPence", "The on-costs"),
            Map.entry("amountPence", "The amount"),
            Map.entry("pricePence", "The price"),
            Map.entry("yearsOfLife", "How many years it lasts"),
            Map.entry("yearOfUse", "Its year of use"),
            Map.entry("title", "The name"),
            Map.entry("directCostPence", "Its direct cost"),
            Map.entry("fullTimeEquivalentHundredths", "The number of people"),
            Map.entry("floorAreaSquareMetres", "The floor space"),
            Map.entry("timeBasisPoints", "The shares of time"),
            Map.entry("sharedCosts", "The shared costs"),
            Map.entry("otherProjects", "Your other projects"),
            Map.entry("directCosts", "The direct costs"),
            Map.entry("lines", "All direct costs together"),
            Map.entry("payBasisPoints", "The rise of pay"),
            Map.entry("nonPayBasisPoints", "The rise of prices"),
            Map.entry("askedPence", "What you ask for"),
            Map.entry("source", "Who gives it"),
            Map.entry("note", "The note"));

    /** Makes a part of the budget; where it is refused, notes that beside a field. */
    <T> Optional<T> made(String field, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (Rejection rejection) {
            form.refuse(field, said(rejection));
            return Optional.empty();
        }
    }

    /** What a refusal says, with the component called as on the form. */
    static String said(Rejection rejection) {
        String path = rejection.field().orElse("");
        String component = path.substring(path.lastIndexOf('.') + 1);
        String label = LABELS.getOrDefault(component, "");
        String sentence = rejection.sentence();
        return !label.isEmpty() && sentence.startsWith(component + " ")
                ? label + sentence.substring(component.length())
                : sentence;
    }

    /** A sum; nothing where it cannot be read, which is noted. */
    Optional<Long> pence(String field, String what) {
        return form.pence(field, what);
    }

    /** A sum that may be left out, which is £0. */
    Optional<Long> optionalPence(String field, String what) {
        return form.optionalText(field).isEmpty() ? Optional.of(0L) : form.pence(field, what);
    }

    /** A number with up to two decimals, such as 0.5, in hundredths; nothing typed is nothing where that is allowed. */
    Optional<Integer> hundredths(String field, String what, boolean needed, String example) {
        String bare = form.value(field).replaceAll("[\\s,%]", "");
        if (bare.isEmpty() && !needed) {
            return Optional.of(0);
        }
        if (!bare.matches("\\d{1,6}(\\.\\d{1,2})?|\\.\\d{1,2}")) {
            form.refuse(
                    field,
                    bare.isEmpty() ? "Enter " + what + "." : first(what) + " must be a number like " + example + ".");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(bare.startsWith(".") ? "0" + bare : bare)
                .movePointRight(2)
                .intValueExact());
    }

    /** A whole number; nothing typed is {@code otherwise}, where that is above zero. */
    Optional<Integer> whole(String field, String what, int otherwise) {
        String bare = form.value(field).replaceAll("[\\s,]", "");
        if (bare.isEmpty() && otherwise > 0) {
            return Optional.of(otherwise);
        }
        if (!bare.matches("\\d{1,7}")) {
            form.refuse(
                    field, bare.isEmpty() ? "Enter " + what + "." : first(what) + " must be a whole number, like 3.");
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(bare));
    }

    private static String first(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }
}
