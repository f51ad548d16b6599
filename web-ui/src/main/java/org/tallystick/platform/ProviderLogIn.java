package org.tallystick.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.util.StringUtils;

/** Logging in to pages through the OpenID Connect provider of the installation, where one is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderLogIn.IsConfigured.class)
class ProviderLogIn {

    @Bean
    InMemoryClientRegistrationRepository clientRegistrations(Settings settings) {
        return new InMemoryClientRegistrationRepository(
                ClientRegistrations.fromIssuerLocation(settings.get(Setting.OIDC_ISSUER))
                        .registrationId("provider")
                        .clientName("your organisation's account")
                        .clientId(settings.get(Setting.OIDC_CLIENT_ID))
                        .clientSecret(settings.get(Setting.OIDC_CLIENT_SECRET))
                        .scope("openid", "profile")
                        .build());
    }

    static final class IsConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty(Setting.OIDC_CLIENT_ID.variable()));
        }
    }
}
