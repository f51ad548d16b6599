package org.tallystick.opendata;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallystick.registry.OrganisationIdentifier;

/**
 * What the file can't say by itself.
 *
 * @param today the day of reading in the United Kingdom; nothing was awarded or paid after it
 * @param publisher who published the file; null where nobody said. Stands in where a funder is given by the
 *     publisher's prefix alone ({@code 360G-example}), and gives a prefix to grants without one
 */
public record ReadingOptions(LocalDate today, @Nullable OrganisationIdentifier publisher) {

    /** The prefix for what this publisher names itself; null where nobody said who it is. */
    @Nullable
    String prefix() {
        return publisher == null ? null : prefixOf(publisher);
    }

    static String prefixOf(OrganisationIdentifier identifier) {
        if (identifier.ofPublisher()) {
            String reference = identifier.reference();
            return reference.substring(0, reference.indexOf('-'));
        }
        return identifier.value().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
