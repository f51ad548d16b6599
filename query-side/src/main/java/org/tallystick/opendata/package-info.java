/** What anyone may see: totals over awards. */
@NullMarked
package org.tallystick.opendata;

import org.jspecify.annotations.NullMarked;
