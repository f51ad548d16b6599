/** Tests of the pages of funds: who sees which button, what is sent, and that nothing typed is lost. */
@NullMarked
package org.tallystick.fund;

import org.jspecify.annotations.NullMarked;
