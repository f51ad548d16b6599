package org.tallystick.registry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tallystick.platform.Form;
import org.tallystick.platform.Sides;
import org.tallystick.registry.OrganisationQuery.OrganisationSummary;
import org.tallystick.registry.OrganisationQuery.Organisations;

/** An organisation that somebody names in a field of a form, by its name or by its number. */
public final class NamedOrganisation {

    private static final int MOST_NAMED = 5;
    private static final int LONGEST = 200;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)+");

    private NamedOrganisation() {}

    /**
     * The organisation's id; where nothing is like what was typed, or too much, that is noted beside the field.
     *
     * @param missing what is said where the field is empty
     */
    public static Optional<String> read(Sides sides, Form form, String field, String missing) {
        String typed = form.text(field, missing);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (typed.length() > LONGEST) {
            form.refuse(field, "Enter a name or a number of at most " + LONGEST + " characters.");
            return Optional.empty();
        }
        List<OrganisationSummary> found = sides.ask(new Organisations(typed, null, null, false, 1, MOST_NAMED))
                .items();
        Optional<OrganisationSummary> meant = found.stream()
                .filter(one -> one.organisationId().equalsIgnoreCase(typed)
                        || one.name().equalsIgnoreCase(typed))
                .findFirst()
                .or(() -> found.size() == 1 ? found.stream().findFirst() : Optional.empty());
        if (meant.isEmpty() && NUMBER.matcher(typed).matches()) {
            return Optional.of(typed);
        }
        if (meant.isEmpty()) {
            form.refuse(
                    field,
                    found.isEmpty()
                            ? "No organisation here has a name or number like “" + typed + "”."
                            : "Enter the number of the organisation you mean: "
                                    + found.stream()
                                            .map(one -> one.name() + ", " + one.organisationId())
                                            .collect(Collectors.joining("; "))
                                    + ".");
        }
        return meant.map(OrganisationSummary::organisationId);
    }
}
