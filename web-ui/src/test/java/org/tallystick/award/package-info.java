/** Tests of the pages of awards and payments: who sees which button, what is sent, and that nothing typed is lost. */
@NullMarked
package org.tallystick.award;

import org.jspecify.annotations.NullMarked;
