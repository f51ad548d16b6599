package org.tallystick.platform;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The security of pages: form log-in, log-out by POST, forgery protection, and a strict content policy. */
@Configuration(proxyBeanMethods = false)
public class PageSecurity {

    /** No inline script or style, nothing from elsewhere, no frames. */
    public static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int AFTER_THE_API = 100;

    /** What anyone may see without logging in. */
    private static final String[] PUBLIC_PAGES = {
        "/",
        "/log-in",
        "/assets/**",
        "/error",
        "/accessibility",
        "/how-to-read-the-figures",
        "/styleguide/**",
        "/public/**",
        "/organisations",
        "/organisations.csv",
        "/organisations/*",
        "/calls",
        "/calls.csv",
        "/calls/*",
        "/calls/*/figures",
        "/funders/*/figures"
    };

    /** What looks like one of those and is not. */
    private static final String[] OF_THOSE_LOGGED_IN = {"/calls/new"};

    @Bean
    @Order(AFTER_THE_API)
    @ConditionalOnMissingBean(name = "pagesSecurityChain")
    SecurityFilterChain pagesSecurityChain(
            HttpSecurity http, ExpiredLogIn expired, ObjectProvider<ClientRegistrationRepository> providers) {
        providers.ifAvailable(provider -> http.oauth2Login(logIn -> logIn.loginPage("/log-in")
                .clientRegistrationRepository(provider)
                .userInfoEndpoint(user -> user.oidcUserService(ProviderUser::of))
                .successHandler(expired)
                .failureHandler(expired)));
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OF_THOSE_LOGGED_IN)
                        .authenticated()
                        .requestMatchers(PUBLIC_PAGES)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage("/log-in").successHandler(expired).failureHandler(expired))
                .logout(out -> out.logoutUrl("/log-out").logoutSuccessUrl("/log-in?bye"))
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(expired).accessDeniedHandler(expired))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
