/** Histories made up at random, and what finds a fault in them. */
@NullMarked
package org.tallystick.ledger;

import org.jspecify.annotations.NullMarked;
