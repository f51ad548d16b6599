package org.tallystick.platform;

import java.util.Set;

/**
 * An event that claims keys for its aggregate alone, such as an organisation's identifier.
 *
 * <p>The store keeps the keys in the transaction that stores the event, so two aggregates can never both hold one,
 * however close together they ask. A key already held by the same aggregate may be claimed again.
 */
public interface ClaimsUnique {

    /** The keys, each with a prefix that says what it is (for example {@code org-id:GB-CHC-1164883}). */
    Set<String> uniqueKeys();

    /** What is said to somebody who claims a key that another aggregate holds. */
    default Rejection taken(String key) {
        return Rejection.of(
                Refusal.IDENTIFIER_TAKEN, key.substring(key.indexOf(':') + 1) + " belongs to another organisation.");
    }
}
