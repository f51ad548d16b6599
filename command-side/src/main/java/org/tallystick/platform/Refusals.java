package org.tallystick.platform;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records who was refused what and why: in the log by pseudonymous id, and as a metric. Never what was typed. */
public final class Refusals {

    private static final Logger LOGGER = LoggerFactory.getLogger(Refusals.class);

    private final MeterRegistry metrics;

    /** Counted in a registry. */
    public Refusals(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void record(Command command, Actor actor, Rejection rejection) {
        String name = command.getClass().getSimpleName();
        String code = rejection.refusal().code();
        metrics.counter("tallystick.refusals", "command", name, "code", code).increment();
        LOGGER.atInfo()
                .addKeyValue("command", name)
                .addKeyValue("target", command.target())
                .addKeyValue("actor", actor.personId())
                .addKeyValue("role", actor.role())
                .addKeyValue("code", code)
                .log("A command was refused");
    }
}
