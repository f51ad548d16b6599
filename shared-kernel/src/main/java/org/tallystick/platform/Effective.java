package org.tallystick.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A command whose effect may date from another day than the one it is recorded on. */
public interface Effective {

    /** The day it takes effect; none means the day of recording. */
    @Nullable
    LocalDate effectiveOn();
}
