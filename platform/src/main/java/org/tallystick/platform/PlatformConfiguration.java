package org.tallystick.platform;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** What every process has: settings, the clock, JSON, who is who, and refusals over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({ApiSecurity.class, OpenApiEndpoint.class, Problems.class})
public class PlatformConfiguration {

    @Bean
    Settings settings(Environment environment) {
        return Settings.read(environment::getProperty);
    }

    @Bean
    Clock clock(Settings settings, Environment environment) {
        if (!settings.demo()) {
            return Clock.systemUTC();
        }
        DemoClock clock = new DemoClock();
        String begins = environment.getProperty(DemoClock.BEGINS);
        if (begins != null) {
            clock.tell(Instant.parse(begins));
        }
        return clock;
    }

    @Bean
    JsonMapper jsonMapper() {
        return Json.mapper();
    }

    @Bean
    Logins logins(Settings settings) {
        return new Logins(settings);
    }

    @Bean
    ActorTokens actorTokens(Settings settings, Clock clock) {
        return new ActorTokens(settings, clock);
    }
}
