/**
 * Pages of the funding ledger: trial balance, statements and the files to take away. Every line leads to its event, and
 * every account to its statement.
 */
@NullMarked
package org.tallystick.ledger;

import org.jspecify.annotations.NullMarked;
