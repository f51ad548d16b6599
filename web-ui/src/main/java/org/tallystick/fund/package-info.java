/**
 * Pages of funds: at a glance with their money bars, one fund with where its money came from and went, and a page for
 * each thing that may be done to a fund. A button is shown only to those whose command would be taken.
 */
@NullMarked
package org.tallystick.fund;

import org.jspecify.annotations.NullMarked;
