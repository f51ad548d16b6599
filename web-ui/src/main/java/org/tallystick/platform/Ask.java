package org.tallystick.platform;

import java.util.List;

/**
 * One question of a {@link Deed}. Its name is the name of the command's component, so that a refusal stands beside it.
 *
 * @param kind which component of the form asks it
 * @param hint one more sentence, or empty
 * @param options the choices of a dropdown or of radios, else none
 * @param onlyWhenRefused whether it is asked only after a refusal that names it, and of nobody before
 */
public record Ask(Kind kind, String name, String label, String hint, List<Option> options, boolean onlyWhenRefused) {

    /** The components, as in fragments/forms.html. */
    public enum Kind {
        LINE,
        TEXT,
        MONEY,
        DAY,
        DROPDOWN,
        RADIOS,
        CHECKBOXES
    }

    public Ask {
        options = List.copyOf(options);
    }

    private Ask(Kind kind, String name, String label, String hint, List<Option> options) {
        this(kind, name, label, hint, options, false);
    }

    /** What a person must say for something to be done all the same, after it was refused: a box to tick. */
    public static Ask confirmation(String name, String label, String yes) {
        return new Ask(Kind.CHECKBOXES, name, label, "", List.of(Option.of("yes", yes)), true);
    }

    /** Whether it is asked now. */
    public boolean askedIn(Form form) {
        return !onlyWhenRefused || !form.error(name).isEmpty() || form.chose(name, "yes");
    }

    /** One line. */
    public static Ask line(String name, String label, String hint) {
        return new Ask(Kind.LINE, name, label, hint, List.of());
    }

    /** Several lines. */
    public static Ask text(String name, String label, String hint) {
        return new Ask(Kind.TEXT, name, label, hint, List.of());
    }

    /** A sum. */
    public static Ask money(String name, String label, String hint) {
        return new Ask(Kind.MONEY, name, label, hint, List.of());
    }

    /** A day in three fields. */
    public static Ask day(String name, String label, String hint) {
        return new Ask(Kind.DAY, name, label, hint, List.of());
    }

    /** One of many. */
    public static Ask dropdown(String name, String label, String hint, List<Option> options) {
        return new Ask(Kind.DROPDOWN, name, label, hint, options);
    }

    /** One of a few. */
    public static Ask radios(String name, String label, String hint, List<Option> options) {
        return new Ask(Kind.RADIOS, name, label, hint, options);
    }

    /** Any of a few. */
    public static Ask checkboxes(String name, String label, String hint, List<Option> options) {
        return new Ask(Kind.CHECKBOXES, name, label, hint, options);
    }

    /** Why: kept in the history for ever, with the name of who wrote it. */
    public static Ask reason(String hint) {
        return text("reason", "Why?", hint);
    }
}
