package org.tallystick.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Work that is done again and again, in a thread of its own, until it is stopped; a fault only delays it. */
public abstract class Repeated implements SmartLifecycle {

    private final String name;
    private final Duration pause;
    private final Duration pauseAfterFault;
    private volatile boolean running;
    private @Nullable Thread thread;

    /** Work under a name, with a pause after each time, and a longer one where it did not succeed. */
    protected Repeated(String name, Duration pause, Duration pauseAfterFault) {
        this.name = name;
        this.pause = pause;
        this.pauseAfterFault = pauseAfterFault;
    }

    /** Does it once. */
    protected abstract void once();

    /** Told of each fault while it runs; says so in the log. */
    protected void failed(RuntimeException fault) {
        LoggerFactory.getLogger(getClass()).warn("The {} did not get on; it is tried again", name, fault);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofPlatform().daemon().name(name).start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping != null) {
            stopping.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            Duration next = pause;
            try {
                once();
            } catch (RuntimeException fault) {
                if (running) {
                    failed(fault);
                }
                next = pauseAfterFault;
            }
            try {
                Thread.sleep(next);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}
