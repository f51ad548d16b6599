package org.tallystick.ledger;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What happened, in plain English, with a place for each thing that has a name: "£5 was committed to award {award}."
 * The history knows ids only, and names change; whoever reads puts names in the places, and files for programs ids.
 */
public final class Sentence {

    /** The organisation the money came from. */
    public static final String CONTRIBUTOR = "{contributor}";

    /** The organisation the money is for. */
    public static final String ORGANISATION = "{organisation}";

    /** The award. */
    public static final String AWARD = "{award}";

    /** The call. */
    public static final String CALL = "{call}";

    private static final Pattern PLACE = Pattern.compile("\\{(contributor|organisation|award|call)}");

    private Sentence() {}

    /** The sentence with each place filled. */
    public static String filled(String sentence, Function<String, String> place) {
        return PLACE.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(place.apply(found.group())));
    }
}
