/**
 * Awards with their payment schedule.
 *
 * <p>An award is committed, signed (obligated) or declined, paid by instalments, and closed at zero. An instalment is
 * scheduled, payable once enough people have approved it, instructed, and paid or failed and instructed again; it is
 * never paid twice. What is not needed lapses; what was paid and not spent is returned.
 */
@NullMarked
package org.tallystick.award;

import org.jspecify.annotations.NullMarked;
