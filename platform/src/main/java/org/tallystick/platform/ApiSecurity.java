package org.tallystick.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who a request to the API, or for the published log, speaks for: a bearer token, or in a demo a user name and a
 * password. No credentials mean the public; wrong ones are refused. What each may do is {@link Access}, where every
 * command and query passes.
 */
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
public class ApiSecurity {

    /** Who acts in this request. */
    public static Actor actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case Actor actor -> actor;
            case Acting acting -> acting.actor();
            case null, default -> Actor.ANYONE;
        };
    }

    /** Passwords are looked at by {@link Logins}, once: as a bean it stands behind this chain and that of the pages. */
    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, Settings settings, ActorTokens tokens) {
        AuthenticationEntryPoint refuse = (request, response, problem) -> Problems.write(
                response,
                Rejection.of(
                        Refusal.NOT_LOGGED_IN,
                        problem instanceof LockedException ? Logins.MUST_WAIT : "These credentials are not accepted."));
        http.securityMatcher("/api/**", "/actuator/**", "/log/checkpoint", "/log/tile/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refuse)
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(token ->
                                (AbstractAuthenticationToken) ActorTokens.authenticated(token))));
        if (settings.demo()) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(refuse));
        }
        return http.build();
    }
}
