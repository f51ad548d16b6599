package org.tallystick.platform;

import java.io.Serial;
import java.util.List;

/** Some settings are wrong: one sentence each. */
public final class SettingsFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** With a sentence for each fault. */
    public SettingsFault(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
    }
}
