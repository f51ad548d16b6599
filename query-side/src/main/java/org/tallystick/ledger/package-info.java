/**
 * The funding ledger as a read model: postings, trial balance, statements, and the journal as files for other tools.
 */
@NullMarked
package org.tallystick.ledger;

import org.jspecify.annotations.NullMarked;
