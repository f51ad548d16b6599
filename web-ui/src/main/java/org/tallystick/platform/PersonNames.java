package org.tallystick.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;

/** What to call a person on a page. The history knows people by pseudonymous ids only. */
public class PersonNames {

    private static final int SHORTEST_WITH_ERROR = 4;

    private final ObjectProvider<Logins> logins;

    /** Names are those of the log-ins of this process, where it has any. */
    public PersonNames(ObjectProvider<Logins> logins) {
        this.logins = logins;
    }

    /** Name and id, so that two of one name stay two; the id alone where the name is not known here. */
    public String of(String personId) {
        String name = inShort(personId);
        return name.equals(personId) ? personId : name + " (" + personId + ")";
    }

    /** The name alone, for those who know the person; the id where the name is not known here. */
    public String inShort(String personId) {
        Logins known = logins.getIfAvailable();
        return known == null ? personId : known.nameOf(personId).orElse(personId);
    }

    /** Whether the name is known here: the history itself has none. */
    public boolean knows(String personId) {
        return !inShort(personId).equals(personId);
    }

    /** The ids of people with a name like that, as far as names are known here; one typing error a word is forgiven. */
    public List<String> like(String text) {
        Logins known = logins.getIfAvailable();
        if (known == null) {
            return List.of();
        }
        return known.people().stream()
                .filter(person -> resembles(text, person.name()))
                .map(Actor::personId)
                .distinct()
                .toList();
    }

    /** Whether each word that was typed is like a word of the name. */
    public static boolean resembles(String text, String name) {
        String[] wanted = words(text);
        return wanted.length > 0
                && Arrays.stream(wanted)
                        .allMatch(word -> Arrays.stream(words(name)).anyMatch(part -> like(word, part)));
    }

    private static String[] words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1)
                .toArray(String[]::new);
    }

    /** Begins so, or is the same but for one letter more, less, other, or two that changed places. */
    private static boolean like(String word, String part) {
        if (part.startsWith(word)) {
            return true;
        }
        int same = 0;
        while (same < Math.min(word.length(), part.length()) && word.charAt(same) == part.charAt(same)) {
            same++;
        }
        String left = word.substring(same);
        String right = part.substring(same);
        boolean swapped = left.length() > 1
                && right.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
        return word.length() >= SHORTEST_WITH_ERROR
                && (swapped || rest(left).equals(rest(right)) || rest(left).equals(right) || left.equals(rest(right)));
    }

    private static String rest(String text) {
        return text.isEmpty() ? text : text.substring(1);
    }
}
