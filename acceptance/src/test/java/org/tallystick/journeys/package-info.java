/**
 * Tallystick as people meet it: pages in a real browser, walked from link to link as everybody who can log in, and the
 * journey of a grant through the forms, with JavaScript, without it, and by keyboard alone.
 */
@NullMarked
package org.tallystick.journeys;

import org.jspecify.annotations.NullMarked;
