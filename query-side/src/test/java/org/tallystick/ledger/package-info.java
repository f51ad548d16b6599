/** Tests of this domain's read models. */
@NullMarked
package org.tallystick.ledger;

import org.jspecify.annotations.NullMarked;
