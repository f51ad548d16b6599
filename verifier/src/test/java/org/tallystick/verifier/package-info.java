/**
 * The verifier's tests. They write packs of their own, by code that shares nothing with the verifier but the format,
 * and then break them: each check is shown to fail, and at the right position.
 */
@NullMarked
package org.tallystick.verifier;

import org.jspecify.annotations.NullMarked;
