package org.tallystick.platform;

import org.jspecify.annotations.Nullable;

/** A command that asks for a reason, which goes with its events as metadata. */
public interface Reasoned {

    /** In the words of the person who acts, 1 to 1,000 characters; none where it may be left out and was. */
    @Nullable
    String reason();
}
