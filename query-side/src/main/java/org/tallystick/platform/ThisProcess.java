package org.tallystick.platform;

import java.util.UUID;

/** This process among others of its kind. */
final class ThisProcess {

    /** Differs between any two processes, also where process ids repeat, as they do in containers. */
    static final String ID = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    private ThisProcess() {}
}
