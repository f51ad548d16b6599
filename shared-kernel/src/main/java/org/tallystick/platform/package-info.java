/** What every domain stands on: messages, roles, refusals, money and time. */
@NullMarked
package org.tallystick.platform;

import org.jspecify.annotations.NullMarked;
