package org.tallystick.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of a process; they reach the sides through {@link CommandPort} and {@link QueryPort} only. */
@Configuration(proxyBeanMethods = false)
@Import({PlatformConfiguration.class, PagesConfiguration.class, ProviderLogIn.class})
public class WebUi {

    @Bean
    @Nullable
    DemoPeople demoPeople(Logins logins) {
        return logins.demoPeople().isEmpty() ? null : new FictionalPeople(logins);
    }
}
