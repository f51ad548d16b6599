package org.tallystick.platform;

import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.tallystick.control.ControlSchedule;
import org.tallystick.history.VerificationSchedule;

/** A fictional region, entered by its people through the same commands as anything else. */
final class DemoData {

    private DemoData() {}

    /** Enters everything; how many commands it took. */
    static int enter(ApplicationContext context) {
        // The stage keeps time itself until it has come to today; nothing may be closed before it has begun.
        Clockwork clockwork = context.getBean(Clockwork.class);
        PeriodCloser periods = context.getBean(PeriodCloser.class);
        clockwork.stop();
        periods.stop();
        DemoStage stage = new DemoStage(
                context.getBean(CommandPort.class),
                context.getBean(Logins.class).demoPeople(),
                (DemoClock) context.getBean(Clock.class));
        DemoRegistry registry = new DemoRegistry(stage);
        DemoFunds funds = new DemoFunds(stage);
        registry.enter();
        funds.open();
        new DemoAwards(stage, funds).tell();
        new DemoBankFiles(stage).tell();
        new DemoCalls(stage, registry).tell();
        new DemoFaults(stage).tell();
        funds.finish();
        int played = stage.play(periods);
        clockwork.start();
        periods.start();
        context.getBean(ControlSchedule.class).runNow();
        context.getBeanProvider(VerificationSchedule.class).ifAvailable(VerificationSchedule::runNow);
        return played;
    }
}
