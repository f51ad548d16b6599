/**
 * Organisations, the people who act for them, and what marks them out: what the registry is asked and what it says.
 *
 * <p>An organisation is found by its identifiers, whose forms are those of org-id.guide; a name is never an identity.
 */
@NullMarked
package org.tallystick.registry;

import org.jspecify.annotations.NullMarked;
