/** What is decided and what is refused, given what happened before. */
@NullMarked
package org.tallystick.ledger;

import org.jspecify.annotations.NullMarked;
