/** The funding ledger on the command line: the same answers as on the pages, for the operator. */
@NullMarked
package org.tallystick.ledger;

import org.jspecify.annotations.NullMarked;
