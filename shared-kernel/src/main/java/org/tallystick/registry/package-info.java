/**
 * Who takes part: organisations with their identifiers, people and their roles, delegated limits, bank details,
 * by-and-for standing and cost profiles.
 *
 * <p>An organisation is applied, registered, suspended and reinstated, and closed. Its id is the identifier it was
 * first registered under; no identifier ever belongs to two organisations. Events name people by id only.
 */
@NullMarked
package org.tallystick.registry;

import org.jspecify.annotations.NullMarked;
