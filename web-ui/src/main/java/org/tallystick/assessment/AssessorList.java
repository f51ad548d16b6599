package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tallystick.platform.Option;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import org.tallystick.registry.OrganisationQuery.Assessor;
import org.tallystick.registry.OrganisationQuery.Assessors;

/**
 * The assessors to choose from: all, or those like what was typed. What is long is cut off, and said to be.
 *
 * @param known how many there are together
 * @param options those shown, and somebody else; none where nobody is known
 * @param said how many match and how many of them are shown; empty where all are
 */
record AssessorList(int known, List<Option> options, String said) {

    static final String OTHER = "other";
    static final String NOT_LISTED = "Somebody who is not listed";
    /** Between a person and the organisation they assess for. */
    static final String FOR = "/";
    /** The most that are shown at a time. */
    static final int MOST_SHOWN = 25;

    /** Those like what was typed, and whoever is chosen already. */
    static AssessorList of(Sides sides, PersonNames people, Words words, String typed, String chosen) {
        List<Assessor> all = all(sides);
        if (all.isEmpty()) {
            return new AssessorList(0, List.of(), "");
        }
        List<String> named = typed.isEmpty() ? List.of() : people.like(typed);
        String ours = sides.actor().organisationId();
        List<Assessor> found = all.stream()
                .filter(one -> typed.isEmpty() || matches(one, typed, named))
                .toList();
        List<Assessor> shown = Stream.concat(
                        found.stream().limit(MOST_SHOWN),
                        all.stream().filter(one -> value(one, ours).equals(chosen)))
                .distinct()
                .toList();
        List<Option> options = new ArrayList<>(
                shown.stream().map(one -> option(one, ours, people)).toList());
        options.add(Option.of(OTHER, NOT_LISTED));
        return new AssessorList(all.size(), options, said(typed, found.size(), words));
    }

    /** Whether there are more than one takes in at a glance. */
    public boolean isLong() {
        return known > MOST_SHOWN / 2;
    }

    private static String said(String typed, int found, Words words) {
        String shown = found > MOST_SHOWN ? " The first " + MOST_SHOWN + " are shown: search for the others." : "";
        if (typed.isEmpty()) {
            return found > MOST_SHOWN ? words.count(found, "assessor is", "assessors are") + " known." + shown : "";
        }
        return found == 0
                ? "Nobody is found by “" + typed + "”. Try less of the name, or the organisation."
                : words.count(found, "assessor matches", "assessors match") + " “" + typed + "”." + shown;
    }

    private static boolean matches(Assessor one, String typed, List<String> named) {
        return named.contains(one.personId())
                || one.personId().equals(typed)
                || one.organisationId().equalsIgnoreCase(typed)
                || PersonNames.resembles(typed, one.organisationName());
    }

    /** Our own by their id; those of others with whom they assess for. */
    private static String value(Assessor one, String ours) {
        return one.organisationId().equals(ours) ? one.personId() : one.personId() + FOR + one.organisationId();
    }

    private static Option option(Assessor one, String ours, PersonNames people) {
        boolean own = one.organisationId().equals(ours);
        String whom = own ? "" : "Assesses for " + one.organisationName();
        if (people.knows(one.personId())) {
            return new Option(value(one, ours), people.of(one.personId()), whom);
        }
        return new Option(
                value(one, ours),
                "An assessor of " + (own ? "your organisation" : one.organisationName()),
                "Their name is not known here. Their reference is " + one.personId());
    }

    private static List<Assessor> all(Sides sides) {
        List<Assessor> all = new ArrayList<>();
        Paged<Assessor> found;
        int page = 1;
        do {
            found = sides.ask(new Assessors(page, Paged.MOST));
            all.addAll(found.items());
            page++;
        } while (page <= found.lastPage());
        return all;
    }
}
