package org.tallystick.opendata;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a register one after the other, in whichever format it is written. */
interface RegisterRows {

    /**
     * The values of the next row.
     *
     * @return null after the last
     * @throws UnreadableRegister where the rest of the file can't be understood
     */
    @Nullable
    GrantFields next() throws IOException;
}
