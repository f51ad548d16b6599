/** Funds as a read model: who gave what, what is set aside, and where the money is, from the ledger. */
@NullMarked
package org.tallystick.fund;

import org.jspecify.annotations.NullMarked;
