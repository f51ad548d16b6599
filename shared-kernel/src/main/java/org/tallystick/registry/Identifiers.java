package org.tallystick.registry;

import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Require;

/** Turns the identifier check into a refusal that names the field. */
public final class Identifiers {

    private Identifiers() {}

    /** The identifier in its form; refused, naming the field, where it has none. */
    public static String checked(@Nullable String value, String field) {
        try {
            return Require.id(
                    OrganisationIdentifier.parse(Require.text(value, field, 100))
                            .value(),
                    field);
        } catch (IllegalArgumentException problem) {
            throw Require.invalid(field, "is no organisation identifier: " + problem.getMessage());
        }
    }
}
