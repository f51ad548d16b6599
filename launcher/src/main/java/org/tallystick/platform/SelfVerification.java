package org.tallystick.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tallystick.history.LiveVerification;
import org.tallystick.history.VerificationSchedule;

/** A process with a query side verifies its own history again and again, with the program that stands alone. */
@Configuration(proxyBeanMethods = false)
class SelfVerification {

    @Bean
    VerificationSchedule verificationSchedule(
            @Qualifier("queryDataSource") HikariDataSource source,
            QueryDispatcher queries,
            Settings settings,
            Clock clock) {
        LiveVerification live = new LiveVerification(queries);
        Duration every = Duration.ofHours(settings.number(Setting.VERIFICATION_HOURS));
        return new VerificationSchedule(source, clock, every, live::run);
    }
}
