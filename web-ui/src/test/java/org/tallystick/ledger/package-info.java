/** The ledger's pages, rendered for each role over sides that a test controls. */
@NullMarked
package org.tallystick.ledger;

import org.jspecify.annotations.NullMarked;
