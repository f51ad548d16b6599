package org.tallystick.platform;

import org.axonframework.config.Configuration;
import org.springframework.context.SmartLifecycle;

/** Starts an Axon configuration with its process and stops it gracefully: a batch in hand is finished. */
final class RunningAxon implements SmartLifecycle {

    private final Configuration axon;
    private volatile boolean running;

    RunningAxon(Configuration axon) {
        this.axon = axon;
    }

    @Override
    public void start() {
        axon.start();
        running = true;
    }

    @Override
    public void stop() {
        axon.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the listener, which has an earlier phase, and before what takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }
}
