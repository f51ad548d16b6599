/**
 * Reads published grant registers, so that a funder's past comes in as history.
 *
 * <p>Real files break the 360Giving Data Standard in places. The rule here: where the meaning is certain a row is
 * taken with a warning, where it is not the row is refused with a sentence per fault, and no row is half taken. A
 * file of any size is read in constant memory; {@link org.tallystick.opendata.PublishedGrants} is the way in.
 */
@NullMarked
package org.tallystick.opendata;

import org.jspecify.annotations.NullMarked;
