/**
 * Devolved budgets that a governor holds, alone or pooled with others.
 *
 * <p>A fund is opened, frozen and unfrozen, and closed. Contributions are pledged and received per contributor,
 * financial year and restriction; money is set aside for calls, committed to awards, released or given back. A fund
 * never sets aside or commits more than it received (or was pledged, where its rules say so). What awards do not spend
 * comes back to it, and its governor uses it for others or gives it back to who gave it.
 */
@NullMarked
package org.tallystick.fund;

import org.jspecify.annotations.NullMarked;
