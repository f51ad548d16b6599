/**
 * Pages of awards and payments: lists to search, one award with its schedule and what happens next, making an award,
 * and a page for each thing that may be done to an award or one of its payments.
 */
@NullMarked
package org.tallystick.award;

import org.jspecify.annotations.NullMarked;
