/**
 * What anyone may see, without log-in: totals and published awards.
 */
@NullMarked
package org.tallystick.opendata;

import org.jspecify.annotations.NullMarked;
